"""What was frozen before the test rows were scored, and what deviates, as a section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from stancekit.reporting import Section, Sentences, Table
from stancekit.reporting.metrics import metric_texts
from stancekit.reporting.numbers import sentence
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.looks import Looks, in_times

if TYPE_CHECKING:
    from stancekit.evaluation import AxisEvaluation
    from stancekit.reporting.values import Cell


def frozen_sections(
    check: FrozenCheck | None,
    looks: Looks | None = None,
    evaluations: Mapping[str, AxisEvaluation] = MappingProxyType({}),
) -> tuple[Section, ...]:
    """Give one section; none for an exploratory run that nothing was frozen for.

    Parameters
    ----------
    looks
        At the rows that were scored, to tell how many there were since.
    evaluations
        Where the primary measures are read off.
    """
    if check is None:
        return ()
    return (
        Section(
            key="frozen",
            title="What was frozen beforehand",
            lead="A result confirms only what was fixed before it was seen. The frozen file tells "
            "by its SHA-256 that it was not edited, not when it was made: that takes a copy in a "
            "registry or a repository.",
            cautions=tuple(_cautions(check, looks)),
            parts=tuple(_parts(check, evaluations)),
        ),
    )


def _cautions(check: FrozenCheck, looks: Looks | None) -> Iterator[str]:
    warning = check.warning()
    if warning is not None:
        yield sentence(warning)
    since = _looks_since(check, looks)
    if since:
        yield f"The rows were scored {in_times(since)} after they were frozen and before this run."


def _looks_since(check: FrozenCheck, looks: Looks | None) -> int:
    if looks is None or looks.earlier is None or check.earlier_looks is None:
        return 0
    return looks.earlier - check.earlier_looks


def _parts(
    check: FrozenCheck, evaluations: Mapping[str, AxisEvaluation]
) -> Iterator[Table | Sentences]:
    if check.sha256 is None:
        yield Sentences(("Nothing was frozen before this run.",))
        return
    yield _file(check)
    yield _deviations(check)
    yield _measures(check, evaluations)
    told = [
        *(f"On record: {note}" for note in check.notes),
        *(f"Not checked: {one}." for one in check.unchecked),
    ]
    if told:
        yield Sentences(tuple(told), is_list=True)


def _file(check: FrozenCheck) -> Sentences:
    looks = "no store to count in" if check.earlier_looks is None else check.earlier_looks
    return Sentences(
        (
            f"Frozen at {check.frozen_at}.",
            f"SHA-256 of the content: {check.sha256}",
            f"Looks at the rows before that: {looks}.",
        ),
        is_list=True,
    )


def _deviations(check: FrozenCheck) -> Table | Sentences:
    if not check.deviations:
        return Sentences(("Nothing that was checked deviates.",))
    return Table.of(
        {"field": "not as it was frozen", "frozen": "frozen", "found": "found"},
        [
            {"field": one.field, "frozen": one.frozen, "found": one.found}
            for one in check.deviations
        ],
    )


def _measures(check: FrozenCheck, evaluations: Mapping[str, AxisEvaluation]) -> Table:
    rows: list[dict[str, Cell]] = []
    for axis, measure in check.primary.items():
        (text,) = metric_texts([measure])
        row: dict[str, Cell] = {"axis": axis, "measure": text.title}
        if axis in evaluations:
            row["score"] = evaluations[axis].metrics.get(measure)
        rows.append(row)
    columns = {"axis": "axis", "measure": "primary measure"}
    return Table.of(columns | ({"score": "score"} if evaluations else {}), rows)
