"""How much the scores move with the division of the rows: the family fitted anew on several.

The rows that the model was fitted on are divided again, so that no test row is looked at: at
random, whole articles and what is nearly the same text on one side. One score is one draw of what a
division gives.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from stancekit.codebook import Codebook
from stancekit.corpus.repeated import repeated_divisions
from stancekit.errors import StancekitError
from stancekit.evaluation import AxisEvaluation, evaluate_axis
from stancekit.evaluation.repeated import RepeatedScore, repeated_score
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.rows import Rows
from stancekit.training.scoring import FitPredict, Proba, known_baselines

_LOGGER = logging.getLogger(__name__)

COMPARED: Final[tuple[str, ...]] = ("majority", "name-only")
"""The baselines that are fitted on each division, too."""

_SPANS: Final[Mapping[str, tuple[float, float]]] = {
    "macro_f1": (0.0, 1.0),
    "accuracy": (0.0, 1.0),
    "mcc": (-1.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class RepeatedSplit:
    """One division: its seed, its rows, and why it has no scores, where it has none."""

    seed: int
    n_fit: int
    n_test: int
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RepeatedAxis:
    """Scores on one axis over all divisions.

    Parameters
    ----------
    metrics
        ``macro_f1``, ``accuracy`` and ``mcc``.
    over_baselines
        By baseline: macro F1 minus its own, on the same divisions.
    """

    metrics: Mapping[str, RepeatedScore]
    over_baselines: Mapping[str, RepeatedScore] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            **{name: one.to_dict() for name, one in self.metrics.items()},
            "over_baselines": {name: one.to_dict() for name, one in self.over_baselines.items()},
        }


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
            "splits": [
                {"seed": one.seed, "n_fit": one.n_fit, "n_test": one.n_test, "note": one.note}
                for one in self.splits
            ],
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
            axis: _Axis(axis, codebook, parts, done, divisions.n_groups).scores(list(baselines))
            for axis in codebook.axes
        },
        note=fewer,
    )


_Evaluations = Mapping[str, Mapping[str, AxisEvaluation]]
"""By model and baselines, then by axis."""

_MODEL: Final = "model"


def _scored(
    fit: Rows,
    test: Rows,
    codebook: Codebook,
    model: FitPredict,
    baselines: Mapping[str, FitPredict],
) -> _Evaluations | str:
    """Give the scores on one division, or why there are none."""
    try:
        return {
            name: _evaluated(test, codebook, one(fit, test))
            for name, one in {_MODEL: model, **baselines}.items()
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


@dataclass(frozen=True, eq=False)
class _Axis:
    axis: str
    codebook: Codebook
    parts: Sequence[tuple[Rows, Rows]]
    done: Sequence[_Evaluations | str]
    n_groups: int

    def scores(self, baselines: Sequence[str]) -> RepeatedAxis:
        note = "; ".join(self._missing()) or None
        own = {metric: self._values(_MODEL, metric) for metric in _SPANS}
        return RepeatedAxis(
            metrics={
                metric: self._repeated(values, _SPANS[metric], note)
                for metric, values in own.items()
            },
            over_baselines={
                name: self._repeated(
                    _minus(own["macro_f1"], self._values(name, "macro_f1")), (-1.0, 1.0), note
                )
                for name in baselines
            },
        )

    def _values(self, name: str, metric: str) -> list[float | None]:
        return [
            None if isinstance(found, str) else found[name][self.axis].metrics[metric].value
            for found in self.done
        ]

    def _repeated(
        self, values: Sequence[float | None], span: tuple[float, float], note: str | None
    ) -> RepeatedScore:
        return repeated_score(
            values, test_to_fit=self._test_to_fit(), n_groups=self.n_groups, span=span, note=note
        )

    def _test_to_fit(self) -> float:
        """Give labelled rows to test by those to fit on, in the mean of the divisions."""
        counts = [(self._labelled(fit), self._labelled(test)) for fit, test in self.parts]
        return float(np.mean([test / fit for fit, test in counts if fit] or [np.inf]))

    def _labelled(self, rows: Rows) -> int:
        return int(rows.y[self.axis].notna().sum())

    def _missing(self) -> Iterator[str]:
        """Say which labels some divisions have on one side alone."""
        held = [
            (set(fit.y[self.axis].dropna()), set(test.y[self.axis].dropna()))
            for fit, test in self.parts
        ]
        lacking = [
            Counter(label for sides in held for label in (sides[0] | sides[1]) - sides[side])
            for side in (0, 1)
        ]
        for counts, words in zip(lacking, ("fit on", "score"), strict=True):
            for label in self.codebook.axes[self.axis].label_names:
                if counts[label]:
                    yield f"{counts[label]} of {len(held)} have no row of {label} to {words}"


def _minus(one: Sequence[float | None], other: Sequence[float | None]) -> list[float | None]:
    return [
        None if first is None or second is None else first - second
        for first, second in zip(one, other, strict=True)
    ]
