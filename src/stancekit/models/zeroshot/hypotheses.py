"""The hypotheses of a codebook: what each label claims of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from stancekit.codebook import Axis, Codebook
from stancekit.errors import ModelError

TARGET: Final = "{target}"
"""What stands for a passage's target in a hypothesis."""
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Hypotheses:
    """The hypotheses of all axes, each text once.

    Parameters
    ----------
    axes
        For each axis, its labels in codebook order, each with its hypothesis; ``None`` for an
        absent label without one.
    texts
        The hypotheses, in the order in which they are tested.
    """

    axes: Mapping[str, Mapping[str, str | None]]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, axes: Mapping[str, Mapping[str, str | None]]) -> Self:
        """Take the hypothesis of each label of each axis."""
        each = (text for labels in axes.values() for text in labels.values() if text is not None)
        return cls(axes, tuple(dict.fromkeys(each)))

    @classmethod
    def read(cls, codebook: Codebook) -> Self:
        """Read the hypotheses of a codebook.

        Raises
        ------
        ModelError
            If a label lacks one, or one holds braces other than ``{target}``; all such labels are
            named at once.
        """
        problems = [
            problem for name, axis in codebook.axes.items() for problem in _problems(name, axis)
        ]
        if problems:
            raise ModelError("\n  ".join([_heading(codebook), *problems]))
        return cls.of({name: _texts(axis) for name, axis in codebook.axes.items()})

    @property
    def labels(self) -> dict[str, tuple[str, ...]]:
        """The labels of each axis, in codebook order."""
        return {axis: tuple(labels) for axis, labels in self.axes.items()}

    def places(self, axis: str) -> list[int | None]:
        """Give, for each label of an axis, where its hypothesis is among the texts."""
        number = {text: place for place, text in enumerate(self.texts)}
        return [None if text is None else number[text] for text in self.axes[axis].values()]


def _texts(axis: Axis) -> dict[str, str | None]:
    return {name: (label.hypothesis or "").strip() or None for name, label in axis.labels.items()}


def _problems(name: str, axis: Axis) -> Iterator[str]:
    for label, text in _texts(axis).items():
        where = f"axis {name!r}, label {label!r}"
        if text is None and label != axis.absent:
            yield f"{where}: found no hypothesis"
        strange = [braces for braces in _BRACES.findall(text or "") if braces != "target"]
        if strange:
            found = f"{{{strange[0]}}}"
            yield f"{where}: found {found} in the hypothesis, expected {TARGET} or no braces"


def _heading(codebook: Codebook) -> str:
    return (
        f"codebook {codebook.name!r}: the zeroshot family tests one hypothesis a label. Write each "
        "as a sentence that is true of a passage with that label, beside the label's definition, "
        'as in\n      hypothesis: "The speaker expects the talks to succeed."\n  '
        f"{TARGET} in it stands for a passage's target. Only the label that is the axis' `absent` "
        "may do without: it is then what remains where nothing else follows"
    )
