"""A configuration to what is frozen of it, before anything is fitted or scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.errors import ConfigError, nearest
from stancekit.prediction.caution import Caution
from stancekit.reporting.metrics import METRICS
from stancekit.training.config import ExperimentConfig, to_config
from stancekit.training.data import ExperimentData, load_data
from stancekit.training.frozen import (
    Abstention,
    Division,
    Frozen,
    FrozenCodebook,
    FrozenConfiguration,
    check_new,
    digest_of_content,
)
from stancekit.training.frozen_rows import FrozenFitRows, FrozenRows
from stancekit.training.looks import look_at
from stancekit.training.provenance import package_versions
from stancekit.training.rows import Rows

_USUAL: Final = "macro_f1"


def freeze(
    config: ExperimentConfig | Mapping[str, Any] | str | Path,
    *,
    overrides: Sequence[str] = (),
    output: str | Path | None = None,
    threshold: float | None = None,
    precision: float | None = None,
    primary: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
) -> Frozen:
    """Fix an experiment before its test rows are scored; nothing is fitted.

    What is fixed of the test rows are ids, texts, groups and other inputs, not their labels: these
    may be collected afterwards. The rows to fit are fixed with their labels. Paths of the data are
    kept on record, and nobody is held to them; an option of a model that is a path counts as it is
    written. Tracking is no part of it.

    Parameters
    ----------
    config, overrides
        As for `train`.
    output
        The file to write; ``None`` writes none.
    threshold, precision
        When the model will abstain, as for `evaluate`.
    primary
        The measure that an axis is judged by, such as ``{"outlook": "mcc"}``; macro F1 for each
        axis that is not named.
    notes
        Hypotheses, comparisons and whatever else is to be on record.

    Raises
    ------
    ConfigError
        If no row will be scored, an axis or a measure of `primary` is unknown, or there is a file
        at `output`.
    CorpusError, CodebookError, ModelError
        If the data cannot be loaded, or threshold and precision do not go together.
    """
    if output is not None:
        check_new(Path(output))
    Caution(threshold, precision).check()
    config = to_config(config, overrides)
    data = load_data(config)
    scored = _rows_to_score(data)
    # Where a run is recorded changes nothing of it, and an address is not for others to read.
    content = {name: one for name, one in config.to_dict().items() if name != "tracking"}
    frozen = Frozen(
        name=config.name,
        stancekit=package_versions()["stancekit"],
        frozen_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        notes=tuple(notes),
        primary=_measures(primary or {}, data.codebook),
        codebook=FrozenCodebook.of(data.codebook),
        axes={name: axis.label_names for name, axis in data.codebook.axes.items()},
        division=division_of(data),
        abstention=Abstention(threshold=threshold, precision=precision),
        resamples=config.evaluation.resamples,
        seed=config.seed,
        earlier_looks=look_at(scored, config.evaluation.purpose, uri=config.tracking.uri).earlier,
        configuration=FrozenConfiguration(sha256=digest_of_content(content), content=content),
    ).sealed()
    if output is not None:
        frozen.save(output)
    return frozen


def division_of(data: ExperimentData) -> Division:
    """Give which rows an experiment fits and scores, as they are frozen."""
    return Division(
        by=data.split,
        fit=FrozenFitRows.of(data.fit),
        test=None if data.test is None else FrozenRows.of(data.test),
    )


def _rows_to_score(data: ExperimentData) -> Rows:
    if data.test is not None:
        return data.test
    if data.folds:
        return data.fit
    raise ConfigError(
        "data.split: found null and no data.test, so that no row will be scored, expected rows to "
        "freeze. Set data.test, data.split or evaluation.cross_validation"
    )


def _measures(asked: Mapping[str, str], codebook: Codebook) -> dict[str, str]:
    known = [metric.name for metric in METRICS]
    for axis, measure in asked.items():
        if axis not in codebook.axes:
            raise ConfigError(f"primary: no axis {axis!r}; {nearest(axis, codebook.axes)}")
        if measure not in known:
            raise ConfigError(f"primary: no measure {measure!r}; {nearest(measure, known)}")
    return {axis: asked.get(axis, _USUAL) for axis in codebook.axes}
