"""The codebook: axes, their labels, definitions and rules, from one YAML file.

The order of labels in the file is the order of every probability column. The codebook's hash is
part of every model, run and report.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from stancekit.errors import CodebookError, nearest

_FROZEN = ConfigDict(extra="forbid", frozen=True)


class Label(BaseModel):
    """One answer to an axis' question."""

    model_config = _FROZEN

    position: float | None = Field(default=None, allow_inf_nan=False)
    """Where the label stands on the axis, poles at -1 and 1; ``None`` is never counted as 0."""
    definition: str = ""
    hypothesis: str | None = None
    """The sentence that entailment models test."""
    examples: tuple[str, ...] = ()


class Axis(BaseModel):
    """One question that a statement may answer."""

    model_config = _FROZEN

    question: str = ""
    absent: str | None = None
    """The label that means "not expressed", where the axis has one."""
    labels: dict[str, Label] = Field(min_length=2)
    rules: tuple[str, ...] = ()

    @field_validator("labels", mode="before")
    @classmethod
    def _allow_bare_labels(cls, labels: Any) -> Any:
        if not isinstance(labels, dict):
            return labels
        return {name: {} if label is None else label for name, label in labels.items()}

    @model_validator(mode="after")
    def _check_absent(self) -> Self:
        if self.absent is None:
            return self
        if self.absent not in self.labels:
            raise ValueError(
                f"absent: {self.absent!r} is not a label; {nearest(self.absent, self.labels)}"
            )
        if self.labels[self.absent].position is not None:
            raise ValueError(
                f"labels.{self.absent}.position: found a number, expected none, since a stance "
                "that is not expressed has no position"
            )
        return self

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels in codebook order."""
        return tuple(self.labels)

    @property
    def positions(self) -> dict[str, float]:
        """The position of each label that has one."""
        return {
            name: label.position
            for name, label in self.labels.items()
            if label.position is not None
        }

    @property
    def expressed(self) -> tuple[str, ...]:
        """The labels other than the absent one, in codebook order."""
        return tuple(name for name in self.labels if name != self.absent)


class Codebook(BaseModel):
    """The axes of a study and the rules by which they are coded.

    Examples
    --------
    >>> codebook = Codebook.from_labels({"outlook": ["optimistic", "pessimistic"]}, name="mine")
    >>> codebook.axes["outlook"].label_names
    ('optimistic', 'pessimistic')
    >>> len(codebook.hash)
    64
    """

    model_config = _FROZEN

    name: str
    version: str = "0"
    unit: str = ""
    axes: dict[str, Axis] = Field(min_length=1)

    @classmethod
    def load(cls, path: str | Path) -> Codebook:
        """Read a codebook from a YAML file.

        Raises
        ------
        CodebookError
            If the file is missing, is not YAML, or breaks the codebook's contract; all problems
            are named at once.
        """
        path = Path(path)
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CodebookError(f"{path}: the codebook cannot be read: {error.strerror}") from error
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            raise CodebookError(f"{path}: the codebook is not valid UTF-8 YAML: {error}") from error
        return cls.from_mapping(content, where=str(path))

    @classmethod
    def from_mapping(cls, content: Any, *, where: str = "codebook") -> Codebook:
        """Build a codebook from parsed YAML or JSON, checking it against the contract.

        Raises
        ------
        CodebookError
            With one line for each problem: where it stands, what was found, what was expected.
        """
        if not isinstance(content, dict):
            raise CodebookError(
                f"{where}: found {type(content).__name__}, expected a mapping with the keys "
                "name, version, unit and axes"
            )
        try:
            codebook = cls.model_validate(content)
            json.dumps(codebook.to_dict(), ensure_ascii=False).encode("utf-8")
        except ValidationError as error:
            lines = [_describe(problem) for problem in error.errors()]
            raise CodebookError("\n  ".join([f"{where} is not a codebook:", *lines])) from error
        except UnicodeEncodeError as error:
            found = f"U+{ord(error.object[error.start]):04X}"
            raise CodebookError(
                f"{where}: found the lone surrogate {found}, expected text that can be written as "
                "UTF-8"
            ) from error
        return codebook

    @classmethod
    def from_labels(cls, labels: Mapping[str, Sequence[str]], *, name: str) -> Codebook:
        """Build a bare codebook from the labels found in data, in the order given."""
        axes = {
            axis: Axis(labels={word: Label() for word in words}) for axis, words in labels.items()
        }
        return cls(name=name, axes=axes)

    @property
    def hash(self) -> str:
        """SHA-256 of the content; equal for files that differ in layout or comments only."""
        canonical = json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8")).hexdigest()

    def axis(self, name: str) -> Axis:
        """Give the axis of that name.

        Raises
        ------
        CodebookError
            If there is none; the nearest known name is suggested.
        """
        if name not in self.axes:
            raise CodebookError(
                f"codebook {self.name!r} has no axis {name!r}; {nearest(name, self.axes)}"
            )
        return self.axes[name]

    def restricted_to(self, axes: Sequence[str]) -> Codebook:
        """Give the codebook with those axes only, in the order given."""
        return self.model_copy(update={"axes": {name: self.axis(name) for name in axes}})

    def require_same(self, other: Codebook, *, where: str) -> None:
        """Raise if `other` is not this codebook, naming both versions."""
        if self.hash != other.hash:
            raise CodebookError(
                f"{where}: the codebook differs from the model's. Found {other.name!r} version "
                f"{other.version} ({other.hash[:12]}), expected {self.name!r} version "
                f"{self.version} ({self.hash[:12]}). Use the model's codebook, or train again."
            )

    def to_dict(self) -> dict[str, Any]:
        """Give the content as plain data, in the file's own layout."""
        return self.model_dump(mode="json")

    def to_yaml(self) -> str:
        """Give the content as a YAML file that `load` reads back to an equal codebook."""
        text: str = yaml.safe_dump(self.to_dict(), sort_keys=False, allow_unicode=True, width=100)
        return text


def _describe(problem: Any) -> str:
    place = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        levels: dict[int, type[BaseModel]] = {1: Codebook, 3: Axis}
        level = levels.get(len(problem["loc"]), Label)
        return f"{place}: unknown key; {nearest(str(problem['loc'][-1]), level.model_fields)}"
    if problem["type"] == "missing":
        return f"{place}: missing"
    if problem["type"] == "value_error":
        return f"{place}: {problem['ctx']['error']}"
    return f"{place}: found {problem['input']!r}; {problem['msg']}"
