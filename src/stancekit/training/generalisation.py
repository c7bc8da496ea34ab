"""How far a family generalises: to articles, experts, outlets and times that it never saw.

The family is fitted again on parts of the rows that the model was fitted on and scored on the
others, so that no test row is looked at. Random folds are the optimistic bound; the gap to them is
what a model owes to having seen the article, the expert, the outlet or the time. Part of it may be
owed to fewer rows to fit: leaving out a speaker's articles leaves out what others say in them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from stancekit.codebook import Codebook
from stancekit.corpus.schemes import Folds, scheme_folds
from stancekit.errors import StancekitError
from stancekit.evaluation import AxisEvaluation, Score, evaluate_axis, paired_difference
from stancekit.training.baselines import known_baselines
from stancekit.training.options import Scheme
from stancekit.training.rows import FitPredict, Proba, Rows

_LOGGER = logging.getLogger(__name__)

NO_EVIDENCE = "no evidence of stance learning"
N_FOLDS = 5
_NAME_ONLY = "name-only"

WORDS: Mapping[str, str] = {
    "group": "whole articles left out",
    "expert": "leave-experts-out: whole speakers left out, at most 5 folds of them",
    "outlet": "leave-outlets-out: whole outlets left out, at most 5 folds of them",
    "time": "forward in time: each stretch of time scored by what came before it",
    "random": "single rows left out at random: an optimistic bound",
}


@dataclass(frozen=True, kw_only=True)
class SchemeScores:
    """What a family scores where one kind of thing is new to it.

    Parameters
    ----------
    scheme
        ``group``, ``expert``, ``outlet``, ``time`` or ``random``.
    n_folds, n_fit
        How often it was fitted, and on how many rows in the mean.
    n_rows, n_left_out
        Rows that were scored, and those that could not be: they have no speaker, outlet or date,
        or are of the first stretch of time.
    evaluations
        By axis, over the rows scored.
    over_name_only
        By axis: macro F1 minus that of the name-only baseline, fitted on the same rows.
    gap_to_random
        By axis: macro F1 with random folds minus that with this scheme, on the rows of both.
    note
        Why there are no scores, where there are none.
    """

    scheme: Scheme
    n_folds: int = 0
    n_fit: float = 0.0
    n_rows: int = 0
    n_left_out: int = 0
    evaluations: Mapping[str, AxisEvaluation] = field(default_factory=dict)
    over_name_only: Mapping[str, Score] = field(default_factory=dict)
    gap_to_random: Mapping[str, Score] = field(default_factory=dict)
    note: str | None = None

    @property
    def without_evidence(self) -> tuple[str, ...]:
        """Axes without evidence of stance learning.

        With whole experts left out, they do not beat the name-only baseline with an interval that
        excludes 0. Always empty for other schemes.
        """
        if self.scheme != "expert":
            return ()
        return tuple(
            axis
            for axis, score in self.over_name_only.items()
            if score.low is None or score.low <= 0
        )

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "scheme": self.scheme,
            "means": WORDS[self.scheme],
            "n_folds": self.n_folds,
            "n_fit": self.n_fit,
            "n_rows": self.n_rows,
            "n_left_out": self.n_left_out,
            "axes": {axis: one.to_dict() for axis, one in self.evaluations.items()},
            "over_name_only": {axis: one.to_dict() for axis, one in self.over_name_only.items()},
            "gap_to_random": {axis: one.to_dict() for axis, one in self.gap_to_random.items()},
            "verdicts": dict.fromkeys(self.without_evidence, NO_EVIDENCE),
            "note": self.note,
        }


def measure_generalisation(
    rows: Rows,
    codebook: Codebook,
    model: FitPredict,
    schemes: Sequence[Scheme],
    *,
    resamples: int,
    seed: int,
) -> tuple[SchemeScores, ...]:
    """Fit a family anew by each scheme, and score it on the rows left out.

    A scheme that cannot be followed, since the rows have no outlets for example, says so in its
    note.
    """
    run = _Run(rows, codebook, model, {"resamples": resamples, "seed": seed})
    # The random folds first: each other scheme is compared with them.
    bound = run.predict("random") if "random" in schemes else None
    return tuple(run.score(scheme, bound) for scheme in schemes)


@dataclass(frozen=True, eq=False)
class _Predictions:
    """Of the rows that were scored, in the order of `places`; of all rows where there are none."""

    folds: Folds
    places: npt.NDArray[np.int64]
    proba: Proba
    name_only: Proba | None


@dataclass(frozen=True, eq=False)
class _Run:
    rows: Rows
    codebook: Codebook
    model: FitPredict
    bootstrap: Mapping[str, int]

    def predict(self, scheme: Scheme) -> _Predictions | str:
        """Give the predictions for rows left out, or why there are none."""
        frame = self.rows.known.assign(**{axis: self.rows.y[axis] for axis in self.codebook.axes})
        axes = list(self.codebook.axes)
        seed = self.bootstrap["seed"]
        try:
            folds = scheme_folds(
                frame, scheme, groups=self.rows.groups, axes=axes, seed=seed, n_splits=N_FOLDS
            )
            parts = [(self.rows.select(fit), self.rows.select(left)) for fit, left in folds]
            proba = _joined([self.model(fit, left) for fit, left in parts])
            baseline = known_baselines(self.codebook, self.rows).get(_NAME_ONLY)
            names = baseline and _joined([baseline(fit, left) for fit, left in parts])
        except StancekitError as error:
            _LOGGER.warning("generalisation, %s: %s", scheme, error)
            return str(error)
        return _Predictions(folds, np.concatenate([left for _, left in folds]), proba, names)

    def score(self, scheme: Scheme, bound: _Predictions | str | None) -> SchemeScores:
        found = bound if scheme == "random" and bound is not None else self.predict(scheme)
        if isinstance(found, str):
            return SchemeScores(scheme=scheme, n_left_out=len(self.rows), note=found)
        own = self.rows.select(found.places)
        axes = self.codebook.axes
        gaps = {}
        if isinstance(bound, _Predictions) and scheme != "random":
            order = np.argsort(bound.places)[found.places]  # random folds score every row
            gaps = {
                axis: self._difference(own, axis, bound.proba[axis][order], found.proba[axis])
                for axis in axes
            }
        names = found.name_only
        return SchemeScores(
            scheme=scheme,
            n_folds=len(found.folds),
            n_fit=float(np.mean([len(fit) for fit, _ in found.folds])),
            n_rows=len(own),
            n_left_out=len(self.rows) - len(own),
            evaluations={axis: self._evaluate(own, axis, found.proba[axis]) for axis in axes},
            over_name_only={}
            if names is None
            else {
                axis: self._difference(own, axis, found.proba[axis], names[axis]) for axis in axes
            },
            gap_to_random=gaps,
        )

    def _evaluate(self, own: Rows, axis: str, proba: Any) -> AxisEvaluation:
        known = self.codebook.axes[axis]
        return evaluate_axis(
            own.y[axis].tolist(),
            proba,
            absent=known.absent,
            positions=known.positions,
            **self._shared(own, axis),
        )

    def _difference(self, own: Rows, axis: str, one: Any, other: Any) -> Score:
        return paired_difference(own.y[axis].tolist(), one, other, **self._shared(own, axis))

    def _shared(self, own: Rows, axis: str) -> dict[str, Any]:
        labels = self.codebook.axes[axis].label_names
        return {"axis": axis, "labels": labels, "groups": own.groups, **self.bootstrap}


def _joined(answers: Sequence[Proba]) -> Proba:
    return {axis: np.concatenate([answer[axis] for answer in answers]) for axis in answers[0]}
