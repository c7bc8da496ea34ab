"""The ensemble family: the mean of saved models' calibrated probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.utils.validation import check_is_fitted

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.ensemble.members import Member, open_members
from stancekit.models.ensemble.options import EnsembleOptions
from stancekit.models.ensemble.scorer import EnsembleScorer, log_proba
from stancekit.models.ensemble.storage import member_name, write_ensemble
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.passages import PassageColumns
from stancekit.models.seen import find_seen
from stancekit.models.shrinkage import calibrate, cross_calibrated
from stancekit.models.task import Task


class EnsembleStanceClassifier(StanceClassifier[EnsembleOptions]):
    """The weighted mean of the calibrated probabilities of saved models.

    Parameters and attributes are those of `StanceClassifier`; `codebook` is needed, and `options`
    is an `EnsembleOptions`.

    Notes
    -----
    The members stay as they are. The mean of calibrated models is too little sure of itself
    (Rahaman and Thiery 2021); where there are labelled rows that no member saw, a temperature an
    axis mends that. Rows that a member was trained on would say that it is surer than it is.
    """

    family = "ensemble"
    options_type = EnsembleOptions
    fewest_labels = 0

    def write_weights(self, folder: Path) -> None:
        """Write a copy of each member, and what each counts."""
        check_is_fitted(self, "scorer_")
        write_ensemble(self.scorer_, self.members_, folder)

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: EnsembleOptions,
        around: Surroundings,
    ) -> None:
        members = open_members(options.models, self._required_codebook())
        scorer = EnsembleScorer(
            [member.scorer for member in members],
            weights=options.weights or (1.0,) * len(members),
            axes=task.labels,
            temperatures=dict.fromkeys(task.labels, 1.0),
        )
        seen = _seen(members, columns.texts)
        rows = task.labelled_anywhere()
        rows = rows[~seen[rows]] if options.calibrate else rows[:0]
        proba = scorer.mean_proba(columns.select(rows.tolist()), around.progress)
        shared = {"members": _described(members, scorer.weights)}
        logits, choices = {}, {}
        for axis in task.labels:
            own, scores = _labelled(task, axis, rows, log_proba(proba[axis]))
            targets = task.targets[axis][own]
            temperature = calibrate(scores, targets, with_biases=False).temperature
            scorer.temperatures[axis] = temperature
            logits[axis] = _held_out(task, axis, own, scores)
            n_seen = int(seen[task.labelled(axis)].sum())
            choices[axis] = {
                "temperature": temperature,
                "calibration": _in_words(len(own), n_seen, asked=options.calibrate),
                **shared,
            }
        self.members_ = members
        self._set_fitted(scorer, choices, task.held_out(logits))


def _seen(members: list[Member], texts: list[str]) -> npt.NDArray[np.bool_]:
    """Tell of each text whether any member was trained on it."""
    each = [find_seen(member.folder, texts) for member in members]
    return np.array([any(one) for one in zip(*each, strict=True)], dtype=bool)


def _labelled(
    task: Task, axis: str, rows: IntArray, scores: FloatArray
) -> tuple[IntArray, FloatArray]:
    """Take those of some rows, and of their scores, that have a label on the axis."""
    known = ~np.isnan(task.targets[axis][rows, 0])
    return rows[known], scores[known]


def _held_out(task: Task, axis: str, rows: IntArray, scores: FloatArray) -> FloatArray:
    groups = None if task.groups is None else [task.groups[row] for row in rows]
    found: FloatArray = np.full(task.targets[axis].shape, np.nan)
    found[rows] = cross_calibrated(
        scores, task.targets[axis][rows], groups, seed=task.seed, with_biases=False
    )
    return found


def _in_words(n: int, n_seen: int, *, asked: bool) -> str:
    """Say what the temperature was fitted to."""
    if not asked:
        return "none: not asked for"
    if n:
        return f"on {n} labelled rows that no member saw"
    if n_seen:
        return f"none: members were trained on all {n_seen} labelled rows"
    return "none: no row is labelled"


def _described(members: list[Member], weights: tuple[float, ...]) -> dict[str, Any]:
    return {
        member_name(number): {**member.describe(), "weight": weight}
        for number, (member, weight) in enumerate(zip(members, weights, strict=True))
    }
