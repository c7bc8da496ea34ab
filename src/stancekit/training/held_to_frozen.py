"""What is about to be run, held to what was frozen before anything is fitted or scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.errors import ConfigError
from stancekit.prediction import Predictor
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.deviations import (
    of_abstention,
    of_axes,
    of_codebook,
    of_model,
    of_options,
    of_rows,
    of_slices,
    of_values,
    of_version,
)
from stancekit.training.freezing import division_of
from stancekit.training.frozen import Frozen
from stancekit.training.frozen_check import Deviation, FrozenCheck
from stancekit.training.frozen_rows import FrozenRows
from stancekit.training.options import Purpose
from stancekit.training.rows import Rows

_NOT_IN_A_MODEL: Final = (
    "options of the model and the rows that it was fitted on: models saved by this version or a "
    "later one tell them"
)
_NOT_OF_SEVERAL: Final = (
    "family, options and rows to fit: what was frozen is one model, and several are compared"
)


def check_run(
    frozen: Frozen | None, config: ExperimentConfig, data: ExperimentData
) -> FrozenCheck | None:
    """Hold an experiment against what was frozen of it; ``None`` where there is nothing to tell.

    Raises
    ------
    ConfigError
        If a confirmatory run deviates.
    """
    purpose = config.evaluation.purpose
    if frozen is None:
        return _without_file(purpose)
    division = division_of(data)
    by = Deviation("division.by", frozen.division.by, division.by)
    found = [
        *of_codebook(frozen, data.codebook),
        *of_axes(frozen, data.codebook),
        *([] if by.frozen == by.found else [by]),
        *of_rows("division.fit", frozen.division.fit, division.fit),
        *of_rows("division.test", frozen.division.test, division.test),
        *of_values(frozen, {"resamples": config.evaluation.resamples, "seed": config.seed}),
        *of_options(frozen.configuration.content, config.to_dict()),
    ]
    return _checked(frozen, purpose, found, of_abstention(frozen, "a training run"))


def check_evaluation(
    frozen: Frozen | None,
    purpose: Purpose,
    predictor: Predictor,
    codebook: Codebook,
    rows: Rows,
    *,
    asked: Mapping[str, float | None],
    options: Mapping[str, Any],
    slices: Sequence[str],
) -> FrozenCheck | None:
    """Hold the evaluation of a saved model against what was frozen, as far as it can tell.

    Parameters
    ----------
    codebook
        The axes that are scored.
    asked
        Threshold and precision.
    options
        Resamples and seed.

    Raises
    ------
    ConfigError
        If a confirmatory evaluation deviates.
    """
    if frozen is None:
        return _without_file(purpose)
    found = [
        *of_codebook(frozen, predictor.codebook),
        *of_axes(frozen, codebook),
        *of_model(frozen, predictor),
        *of_rows("division.test", frozen.division.scored, FrozenRows.of(rows)),
        *of_values(frozen.abstention, asked, "abstention."),
        *of_values(frozen, options),
        *of_slices(frozen, slices),
    ]
    told = {"fit", "options_sha256"} <= predictor.info.training.keys()
    return _checked(frozen, purpose, found, [] if told else [_NOT_IN_A_MODEL])


def check_comparison(
    frozen: Frozen | None,
    purpose: Purpose,
    rivals: Mapping[str, Predictor],
    codebook: Codebook,
    rows: Rows,
    *,
    metric: str,
    options: Mapping[str, Any],
    slices: Sequence[str],
) -> FrozenCheck | None:
    """Hold a comparison of saved models against what was frozen, as far as it can tell.

    Raises
    ------
    ConfigError
        If a confirmatory comparison deviates.
    """
    if frozen is None:
        return _without_file(purpose)
    # One measure a comparison: the axes of another are for a comparison of their own.
    elsewhere = [
        axis
        for axis, measure in frozen.primary.items()
        if measure != metric and axis not in codebook.axes
    ]
    found = [
        *(
            each
            for name, rival in rivals.items()
            for each in of_codebook(frozen, rival.codebook, f"codebook of {name}")
        ),
        *of_axes(frozen, codebook, elsewhere),
        *of_rows("division.test", frozen.division.scored, FrozenRows.of(rows)),
        *of_values(frozen, options),
        *(
            Deviation(f"primary.{axis}", measure, metric)
            for axis, measure in frozen.primary.items()
            if axis in codebook.axes and measure != metric
        ),
        *of_slices(frozen, slices),
    ]
    unchecked = [
        _NOT_OF_SEVERAL,
        *(f"axis {axis}, which is judged by {frozen.primary[axis]}" for axis in elsewhere),
        *of_abstention(frozen, "a comparison"),
    ]
    return _checked(frozen, purpose, found, unchecked)


def _without_file(purpose: Purpose) -> FrozenCheck | None:
    return FrozenCheck(purpose=purpose) if purpose == "confirmatory" else None


def _checked(
    frozen: Frozen, purpose: Purpose, found: Sequence[Deviation], unchecked: Sequence[str]
) -> FrozenCheck:
    if purpose == "confirmatory" and found:
        n = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
        lines = "\n  ".join(one.in_words() for one in found)
        raise ConfigError(
            f"{n} not as {frozen.name!r} was frozen at {frozen.frozen_at}:\n  {lines}\n"
            "A confirmatory run has to be as it was frozen: nothing was fitted or scored. Run it "
            "as it was frozen, or as exploratory to have the deviations listed in its report"
        )
    return FrozenCheck(
        purpose=purpose,
        sha256=frozen.sha256,
        frozen_at=frozen.frozen_at,
        earlier_looks=frozen.earlier_looks,
        primary=frozen.primary,
        notes=frozen.notes,
        deviations=tuple(found),
        unchecked=(*unchecked, *of_version(frozen)),
    )
