"""The configuration of an experiment: one YAML file, typed, frozen and checked as a whole.

Paths in it are relative to the current directory. Unknown keys fail with the nearest known key,
and every problem of a file is told at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, Field, ValidationError

from stancekit.errors import ConfigError
from stancekit.training.options import (
    FROZEN,
    DataConfig,
    EvaluationConfig,
    ModelConfig,
    TrackingConfig,
)
from stancekit.training.problems import describe_problems


def _default_model() -> ModelConfig:
    return ModelConfig.model_validate({})


class ExperimentConfig(BaseModel):
    """One experiment: its data, model, evaluation and tracking.

    Examples
    --------
    >>> config = ExperimentConfig.from_mapping({"name": "mine", "data": {"train": "mine.csv"}})
    >>> config.model.family, config.data.split.by
    ('linear', 'group')
    """

    model_config = FROZEN

    name: str = Field(pattern=r"^\w[\w.\-]*$", max_length=100)
    seed: int = Field(default=0, ge=0, lt=2**32)
    codebook: str | None = None
    data: DataConfig
    model: ModelConfig = Field(default_factory=_default_model)
    evaluation: EvaluationConfig = EvaluationConfig()
    tracking: TrackingConfig = TrackingConfig()

    @classmethod
    def from_mapping(cls, content: Any, *, where: str = "configuration") -> Self:
        """Check parsed YAML or JSON against the contract.

        Raises
        ------
        ConfigError
            With one line for each problem.
        """
        if not isinstance(content, Mapping):
            raise ConfigError(
                f"{where}: found {type(content).__name__}, expected a mapping with the keys "
                f"{', '.join(cls.model_fields)}"
            )
        try:
            return cls.model_validate(content)
        except ValidationError as error:
            lines = [f"{where}: {line}" for line in describe_problems(error, cls)]
            raise ConfigError("\n".join(lines)) from error

    def to_dict(self) -> dict[str, Any]:
        """Give the resolved configuration as plain data, in the file's own layout."""
        return self.model_dump(mode="json", by_alias=True)

    def to_yaml(self) -> str:
        """Give the resolved configuration as a file that `load_config` reads back."""
        text: str = yaml.safe_dump(self.to_dict(), sort_keys=False, allow_unicode=True, width=100)
        return text

    def to_flat(self) -> dict[str, str]:
        """Give the resolved configuration as dotted keys and text, one entry a value."""
        return dict(flatten(self.to_dict()))


def load_config(path: str | Path, overrides: Sequence[str] = ()) -> ExperimentConfig:
    """Read an experiment from a YAML file, with ``a.b=value`` overrides applied.

    Parameters
    ----------
    overrides
        Each is a dotted key, ``=`` and a value, which is read as YAML.

    Raises
    ------
    ConfigError
        If the file cannot be read or breaks the contract, or an override has no such form.
    """
    path = Path(path)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: the configuration cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: the configuration is not valid UTF-8 YAML: {error}") from error
    return _resolve(content, overrides, where=str(path))


def to_config(
    config: ExperimentConfig | Mapping[str, Any] | str | Path, overrides: Sequence[str] = ()
) -> ExperimentConfig:
    """Give the configuration of whatever names one, with overrides applied."""
    if isinstance(config, str | Path):
        return load_config(config, overrides)
    content = config.to_dict() if isinstance(config, ExperimentConfig) else config
    return _resolve(content, overrides, where="configuration")


def _resolve(content: Any, overrides: Sequence[str], *, where: str) -> ExperimentConfig:
    if isinstance(content, Mapping):
        for override in overrides:
            content = _overridden(content, override)
    return ExperimentConfig.from_mapping(content, where=where)


def _overridden(content: Mapping[str, Any], override: str) -> dict[str, Any]:
    key, equals, text = override.partition("=")
    parts = key.strip().split(".")
    if not equals or not all(parts):
        raise ConfigError(
            f"--set {override}: found no dotted key and value, expected KEY=VALUE, such as "
            "model.family=linear"
        )
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"--set {override}: the value is not valid YAML: {error}") from error
    return _with_value(content, parts, value)


def _with_value(content: Any, parts: Sequence[str], value: Any) -> dict[str, Any]:
    """Copy `content` with one value replaced; a scalar on the way becomes a section."""
    section = dict(content) if isinstance(content, Mapping) else {}
    first, *rest = parts
    section[first] = _with_value(section.get(first), rest, value) if rest else value
    return section


def flatten(content: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Give each value of nested sections as a dotted key and text."""
    for key, value in content.items():
        if isinstance(value, Mapping) and value:
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", _as_text(value)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
