"""What the labels of an axis mean, so that a test knows which one a sentence should get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from stancekit.codebook import Axis, Codebook
from stancekit.errors import ConfigError, nearest

Concern = Literal["posture", "outlook", "sentiment"]
"""What an axis asks: the means that are advised, what is expected of talks, how it is worded."""

Pole = Literal["positive", "negative", "both", "absent"]
"""For posture pragmatic and hawkish, for outlook optimistic and pessimistic; `both` at once or
conditional; `absent` where nothing is expressed."""

_BUNDLED: Mapping[Concern, Mapping[str, Pole]] = {
    "posture": {
        "pragmatic": "positive",
        "hawkish": "negative",
        "mixed": "both",
        "none": "absent",
    },
    "outlook": {
        "optimistic": "positive",
        "pessimistic": "negative",
        "mixed": "both",
        "none": "absent",
    },
    "sentiment": {"positive": "positive", "negative": "negative", "neutral": "absent"},
}


@dataclass(frozen=True, kw_only=True)
class AxisPoles:
    """An axis, what it concerns, and the labels that stand for each pole."""

    axis: str
    concern: Concern
    labels: Mapping[Pole, tuple[str, ...]]

    def of(self, *poles: Pole) -> tuple[str, ...]:
        """Give the labels of those poles; empty where the axis has none."""
        return tuple(label for pole in poles for label in self.labels.get(pole, ()))

    @property
    def silent(self) -> tuple[str, ...]:
        """What the axis has for "neither pole": its absent label, else what stands between."""
        return self.of("absent") or self.of("both")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    concern: Concern
    poles: dict[str, Pole] | None = None


def read_poles(path: str | Path) -> dict[str, Any]:
    """Read a YAML file that says what the axes of a codebook concern.

    For each axis ``concern`` (posture, outlook or sentiment) and, unless the codebook gives its
    labels positions, ``poles``: for each label positive, negative, both or absent.

    Raises
    ------
    ConfigError
        If it cannot be read, or is no mapping.
    """
    try:
        content = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: the file of poles cannot be read as YAML: {error}") from error
    if not isinstance(content, dict):
        raise ConfigError(
            f"{path}: found {type(content).__name__}, expected a mapping of axes, such as "
            "'stance: {concern: posture}'"
        )
    return content


def map_poles(codebook: Codebook, given: Mapping[str, Any] | None = None) -> dict[str, AxisPoles]:
    """Give the poles of the axes that have any: those given, and those of the bundled codebook.

    An axis that is called posture, outlook or sentiment and has both poles of the bundled codebook
    is taken for it.

    Raises
    ------
    ConfigError
        If what is given names no axis, concern, label or pole, or an axis is left without a pole.
    """
    for axis in given or {}:
        if axis not in codebook.axes:
            raise ConfigError(
                f"poles: found the axis {axis!r}, which codebook {codebook.name!r} does not have; "
                f"{nearest(str(axis), codebook.axes)}"
            )
    found = {}
    for name, its in codebook.axes.items():
        poles = _given(name, its, given[name]) if given and name in given else _known(name, its)
        if poles is not None:
            found[name] = poles
    return found


def _known(name: str, axis: Axis) -> AxisPoles | None:
    for concern, labels in _BUNDLED.items():
        poles = [word for word, pole in labels.items() if pole in ("positive", "negative")]
        if name == concern and all(word in axis.labels for word in poles):
            known = {word: pole for word, pole in labels.items() if word in axis.labels}
            return _axis_poles(name, concern, known)
    return None


def _given(name: str, axis: Axis, content: Any) -> AxisPoles:
    try:
        entry = _Entry.model_validate(content)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in (name, *problem["loc"]))
        raise ConfigError(
            f"poles: {place}: found {problem['input']!r}: {problem['msg']}. Give concern: posture, "
            "outlook or sentiment, and poles: {LABEL: positive, negative, both or absent}"
        ) from error
    labels = entry.poles if entry.poles is not None else _by_position(axis)
    for label in labels:
        if label not in axis.labels:
            raise ConfigError(
                f"poles: {name}.poles: found the label {label!r}; {nearest(label, axis.labels)}"
            )
    if not {"positive", "negative"} <= set(labels.values()):
        raise ConfigError(
            f"poles: {name}: found {dict(labels)}, expected at least one positive and one negative "
            "label. Name them under poles, or give the codebook's labels positions"
        )
    return _axis_poles(name, entry.concern, labels)


def _by_position(axis: Axis) -> dict[str, Pole]:
    poles: dict[str, Pole] = {}
    for word, label in axis.labels.items():
        if word == axis.absent:
            poles[word] = "absent"
        elif label.position is not None:
            at: Pole = "positive" if label.position > 0 else "negative"
            poles[word] = at if label.position else "both"
    return poles


def _axis_poles(name: str, concern: Concern, labels: Mapping[str, Pole]) -> AxisPoles:
    order: tuple[Pole, ...] = ("positive", "negative", "both", "absent")
    by_pole = {
        pole: tuple(word for word, its in labels.items() if its == pole)
        for pole in order
        if pole in labels.values()
    }
    return AxisPoles(axis=name, concern=concern, labels=by_pole)
