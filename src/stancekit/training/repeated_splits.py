"""How much the scores move with the division of the rows: the family fitted anew on several.

The rows that the model was fitted on are divided again, so that no test row is looked at: at
random, whole articles and what is nearly the same text on one side. One score is one draw of what a
division gives.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.corpus.repeated import repeated_divisions
from stancekit.errors import StancekitError
from stancekit.evaluation import AxisEvaluation, evaluate_axis
from stancekit.training.baselines import known_baselines
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.repeated_axis import MODEL, AxisDivisions, Evaluations, RepeatedAxis
from stancekit.training.rows import FitPredict, Proba, Rows

_LOGGER = logging.getLogger(__name__)

COMPARED: Final[tuple[str, ...]] = ("majority", "name-only")
"""The baselines that are fitted on each division, too. Others read texts masked for them."""


@dataclass(frozen=True, slots=True)
class RepeatedSplit:
    """One division: its seed, its rows, and why it has no scores, where it has none."""

    seed: int
    n_fit: int
    n_test: int
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RepeatedSplits:
    """What a family scores on several random divisions of the rows that its model was fitted on.

    Parameters
    ----------
    asked
        How many divisions were asked for.
    test_size
        The part of the rows that each leaves out to score.
    n_groups
        Groups that were kept whole.
    note
        Why there are no scores, or fewer divisions than were asked for.
    """

    asked: int
    test_size: float
    n_groups: int = 0
    splits: tuple[RepeatedSplit, ...] = ()
    axes: Mapping[str, RepeatedAxis] = field(default_factory=dict)
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "asked": self.asked,
            "test_size": self.test_size,
            "n_groups": self.n_groups,
            "splits": [asdict(one) for one in self.splits],
            "axes": {axis: one.to_dict() for axis, one in self.axes.items()},
            "note": self.note,
        }


def why_not_repeated(data: ExperimentData, config: ExperimentConfig) -> str | None:
    """Say why further divisions of the rows would say nothing, ``None`` where they would.

    A family that needs no training rows may have none.
    """
    if not data.is_labelled:
        return "an axis has no labelled row that the model was fitted on, and so none to divide"
    if config.model.options.get("models"):
        return (
            "the saved members of the ensemble are not fitted anew, and may have been trained on "
            "the rows that a division leaves out"
        )
    return None


def measure_repeated_splits(
    rows: Rows,
    codebook: Codebook,
    model: FitPredict,
    n_splits: int,
    *,
    test_size: float,
    seed: int,
) -> RepeatedSplits:
    """Fit a family, and the baselines, on each of several divisions, and score the rows left out.

    Rows that cannot be divided, and a division that cannot be fitted, say so in their notes.
    """
    frame = rows.known.assign(**{axis: rows.y[axis] for axis in codebook.axes})
    try:
        divisions = repeated_divisions(
            frame,
            groups=rows.groups,
            axes=list(codebook.axes),
            n_divisions=n_splits,
            test_size=test_size,
            seed=seed,
        )
    except StancekitError as error:
        _LOGGER.warning("repeated splits: %s", error)
        return RepeatedSplits(asked=n_splits, test_size=test_size, note=str(error))
    known = known_baselines(codebook, rows)
    baselines = {name: known[name] for name in COMPARED if name in known}
    parts = [(rows.select(fit), rows.select(test)) for fit, test in divisions.sides]
    done = [_scored(fit, test, codebook, model, baselines) for fit, test in parts]
    fewer = f"only {len(parts)} divisions differ" if len(parts) < n_splits else None
    return RepeatedSplits(
        asked=n_splits,
        test_size=test_size,
        n_groups=divisions.n_groups,
        splits=tuple(
            RepeatedSplit(own, len(fit), len(test), found if isinstance(found, str) else None)
            for own, (fit, test), found in zip(divisions.seeds, parts, done, strict=True)
        ),
        axes={
            axis: AxisDivisions(
                axis, known_axis.label_names, parts, done, divisions.n_groups
            ).scores(list(baselines))
            for axis, known_axis in codebook.axes.items()
        },
        note=fewer,
    )


def _scored(
    fit: Rows,
    test: Rows,
    codebook: Codebook,
    model: FitPredict,
    baselines: Mapping[str, FitPredict],
) -> Evaluations | str:
    """Give the scores on one division, or why there are none."""
    try:
        return {
            name: _evaluated(test, codebook, one(fit, test))
            for name, one in {MODEL: model, **baselines}.items()
        }
    except StancekitError as error:
        _LOGGER.warning("repeated splits, one of them: %s", error)
        return str(error)


def _evaluated(test: Rows, codebook: Codebook, proba: Proba) -> dict[str, AxisEvaluation]:
    return {
        name: evaluate_axis(
            test.y[name].tolist(),
            proba[name],
            axis=name,
            labels=axis.label_names,
            absent=axis.absent,
            resamples=0,
        )
        for name, axis in codebook.axes.items()
    }
