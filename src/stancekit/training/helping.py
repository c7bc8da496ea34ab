"""The processes that torchrun starts beside the first one: they help to fit, and nothing more."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from stancekit.errors import ConfigError, OutputError
from stancekit.models.processes import count_processes
from stancekit.training.config import ExperimentConfig, to_config
from stancekit.training.data import load_data
from stancekit.training.fitting import fit_model
from stancekit.training.run_folder import WORK, is_begun

_PATIENCE: Final = 600.0
"""Seconds in which the first process has loaded its data and made the folder."""


def check_together(config: ExperimentConfig, output: str | Path | None) -> None:
    """Raise unless several processes, where there are several, can fit this together.

    Raises
    ------
    ConfigError
        If the family is not fitted by several processes.
    OutputError
        If no folder is named: they would not know of one another's.
    """
    n = count_processes()
    if n == 1:
        return
    if config.model.family != "transformer":
        raise ConfigError(
            f"model.family: found {config.model.family!r} in {n} processes, expected transformer: "
            "no other family is fitted by several. Start stancekit without torchrun"
        )
    if output is None:
        raise OutputError(
            f"output: found none for {n} processes, expected a folder that they share; name one "
            "with --out"
        )


def help_to_fit(
    config: ExperimentConfig | Mapping[str, Any] | str | Path,
    *,
    overrides: Sequence[str] = (),
    output: str | Path | None = None,
) -> None:
    """Fit together with the first process, which saves, evaluates and tracks the model.

    Raises
    ------
    ConfigError, OutputError
        As `check_together`; also if the first process begins no fit within ten minutes.
    """
    config = to_config(config, overrides)
    check_together(config, output)
    folder = Path(output or "")
    data = load_data(config)
    started = time.monotonic()
    while not is_begun(folder, data):
        if (folder / "model").is_dir():
            return
        if time.monotonic() - started > _PATIENCE:
            raise OutputError(f"{folder}: the first process has begun no fit there")
        time.sleep(0.2)
    fit_model(data.fit, data.codebook, config, work=folder / WORK)
