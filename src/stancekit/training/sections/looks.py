"""How often the test rows were looked at, as a section."""

from __future__ import annotations

from stancekit.reporting import Section, Table
from stancekit.reporting.numbers import sentence
from stancekit.training.looks import Looks

_DIGEST = 12


def look_sections(looks: Looks | None) -> tuple[Section, ...]:
    """Give one section; none where nothing was scored or counted."""
    if looks is None:
        return ()
    earlier = looks.earlier
    return (
        Section(
            key="looks",
            title="Looks at the test rows",
            lead="Each time a choice is made by the scores on the same rows, the best of them is a "
            "bit too good. Runs and evaluations in the MLflow store that scored these rows are "
            "counted, deleted ones too.",
            cautions=(_caution(looks),) if _caution(looks) else (),
            parts=(
                Table.of(
                    {
                        "purpose": "this look is",
                        "earlier": "earlier looks",
                        "test_sha256": "SHA-256 of ids and texts",
                    },
                    [
                        {
                            "purpose": looks.purpose,
                            "earlier": "no store to count in" if earlier is None else earlier,
                            "test_sha256": looks.test_sha256[:_DIGEST],
                        }
                    ],
                ),
            ),
        ),
    )


def _caution(looks: Looks) -> str:
    if looks.purpose == "confirmatory":
        warning = looks.warning()
        return "" if warning is None else sentence(warning)
    seen = f" These rows were scored {looks.times} before." if looks.earlier else ""
    return (
        "An exploratory run: what is chosen by these scores has to be confirmed on rows that no "
        f"choice was made by.{seen}"
    )
