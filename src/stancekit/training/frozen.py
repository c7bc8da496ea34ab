"""What is fixed before the test rows are scored, as a file: a preregistration of an experiment.

The file tells by its own SHA-256 that nobody edited it. It cannot tell when it was made: that takes
a place that others can look at, such as a registry or a repository.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from stancekit.codebook import Codebook
from stancekit.errors import ConfigError
from stancekit.output import write_text
from stancekit.training.frozen_rows import FrozenFitRows, FrozenRows
from stancekit.training.problems import describe_problems

_CLOSED = ConfigDict(extra="forbid", frozen=True)

_HEAD: Final = (
    "# Frozen by `stancekit freeze`, before the test rows were scored. An edit makes the file\n"
    "# invalid: `train`, `evaluate` and `compare` check it by the SHA-256 at its end.\n"
)
_AGAIN: Final = "Freeze the configuration with `stancekit freeze CONFIG -o FILE`"


class FrozenCodebook(BaseModel):
    """Which codebook."""

    model_config = _CLOSED

    name: str
    version: str
    hash: str

    @classmethod
    def of(cls, codebook: Codebook) -> Self:
        """Give what is frozen of a codebook."""
        return cls(name=codebook.name, version=codebook.version, hash=codebook.hash)

    def in_words(self) -> str:
        """Name it, its version and the head of its hash."""
        return f"{self.name} version {self.version} ({self.hash[:12]})"


class Division(BaseModel):
    """Which rows are fitted on and which are scored.

    Parameters
    ----------
    by
        How they were divided, in words.
    test
        ``None`` in cross-validation, which scores the rows to fit.
    """

    model_config = _CLOSED

    by: str
    fit: FrozenFitRows
    test: FrozenRows | None

    @property
    def scored(self) -> FrozenRows:
        """The rows that scores are of."""
        return self.fit if self.test is None else self.test


class Abstention(BaseModel):
    """When the model will abstain; both ``None``: never."""

    model_config = _CLOSED

    threshold: float | None = None
    precision: float | None = None


class FrozenConfiguration(BaseModel):
    """The resolved configuration without its tracking, and its SHA-256."""

    model_config = _CLOSED

    sha256: str
    content: dict[str, Any]


class Frozen(BaseModel):
    """An experiment as it was fixed before its test rows were scored.

    Parameters
    ----------
    stancekit
        The version that froze it.
    frozen_at
        The time in UTC, by the clock of that machine.
    axes
        Each axis' labels in codebook order.
    resamples, seed
        Of intervals; the seed is that of the division and the fit, too.
    primary
        The measure that each axis is judged by.
    notes
        What its author put on record: hypotheses, comparisons, when to stop.
    earlier_looks
        How often the scored rows had been scored by then; ``None`` without a store to count in.
    sha256
        Of all the rest.
    """

    model_config = _CLOSED

    format: Literal[1] = 1
    name: str
    stancekit: str
    frozen_at: str
    notes: tuple[str, ...] = ()
    primary: dict[str, str]
    codebook: FrozenCodebook
    axes: dict[str, tuple[str, ...]]
    division: Division
    abstention: Abstention = Abstention()
    resamples: int
    seed: int
    earlier_looks: int | None
    configuration: FrozenConfiguration
    sha256: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON, in the file's own layout."""
        return self.model_dump(mode="json")

    def sealed(self) -> Self:
        """Give the same with the SHA-256 of its content."""
        return self.model_copy(update={"sha256": digest_of_content(self.to_dict())})

    def to_yaml(self) -> str:
        """Give the file that `load` reads back."""
        text: str = yaml.safe_dump(self.to_dict(), sort_keys=False, allow_unicode=True, width=100)
        return _HEAD + text

    def save(self, path: str | Path) -> None:
        """Write a new file, whole or not at all.

        Raises
        ------
        ConfigError
            If there is a file: what was frozen is not replaced.
        OutputError
            If it cannot be written.
        """
        check_new(Path(path))
        write_text(Path(path), self.to_yaml())

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read what was frozen.

        Raises
        ------
        ConfigError
            If there is no such file, `freeze` did not write it, or it was edited since.
        """
        content = _read(Path(path))
        stated, found = content.get("sha256"), _digest_in(Path(path), content)
        if isinstance(stated, str) and stated != found:
            raise ConfigError(
                f"{path}: was edited after it was frozen: found content whose SHA-256 is "
                f"{found[:12]}, expected {stated[:12]}, which stands at its end. Take the file as "
                "it was written, or freeze the configuration anew under another name"
            )
        try:
            return cls.model_validate(content)
        except ValidationError as error:
            lines = "\n  ".join(describe_problems(error, cls))
            raise ConfigError(f"{path}: not a frozen experiment:\n  {lines}\n{_AGAIN}") from error


def to_frozen(frozen: Frozen | str | Path | None) -> Frozen | None:
    """Give what was frozen of whatever names it."""
    return Frozen.load(frozen) if isinstance(frozen, str | Path) else frozen


def check_new(path: Path) -> None:
    """Raise `ConfigError` if there is a file: what was frozen is not replaced."""
    if path.exists():
        raise ConfigError(
            f"{path}: found a file there, expected none: what was frozen once is not replaced. "
            "Give another name with -o, or move the file away and say so where you publish"
        )


def digest_of_content(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of plain data without its own ``sha256``, however it was laid out."""
    kept = {name: value for name, value in content.items() if name != "sha256"}
    # A date that someone wrote into the file has to have a digest, too, to be told as an edit.
    text = json.dumps(kept, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _digest_in(path: Path, content: Mapping[str, Any]) -> str:
    try:
        return digest_of_content(content)
    except TypeError as error:
        raise ConfigError(
            f"{path}: not a frozen experiment: it has keys that are no words. {_AGAIN}"
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path}: what was frozen cannot be read: {error.strerror}. {_AGAIN}"
        ) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: not valid UTF-8 YAML: {error}. {_AGAIN}") from error
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise ConfigError(
            f"{path}: found {type(content).__name__}, expected a frozen experiment. {_AGAIN}"
        )
    return content
