"""The ensemble family: the mean of several models' calibrated probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.utils.validation import check_is_fitted

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.calibration import log_proba
from stancekit.models.ensemble.options import EnsembleOptions
from stancekit.models.ensemble.scorer import EnsembleScorer
from stancekit.models.ensemble.storage import write_ensemble
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.members.fitting import Asked, FittedMembers, fit_members
from stancekit.models.members.opening import Member, open_members
from stancekit.models.members.storage import member_name
from stancekit.models.passages import PassageColumns
from stancekit.models.seen import find_seen
from stancekit.models.shrinkage import calibrate, cross_calibrated
from stancekit.models.task import Task


class EnsembleStanceClassifier(StanceClassifier[EnsembleOptions]):
    """The weighted mean of the calibrated probabilities of several models.

    Parameters and attributes are those of `StanceClassifier`; `codebook` is needed, and `options`
    is an `EnsembleOptions`.

    Notes
    -----
    Saved members stay as they are; others are fitted first. The mean of calibrated models is too
    little sure of itself (Rahaman and Thiery 2021); a temperature an axis mends that, fitted to
    labelled rows that no saved member saw, or to what fitted members say of rows that they were
    kept from. Rows that a member was trained on would say that it is surer than it is.
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
        codebook = self._required_codebook()
        if options.members:
            asked = [Asked(options=member) for member in options.members]
            fitted = fit_members(columns, task, asked, codebook, around)
            members = fitted.members
        else:
            members = open_members(options.models, codebook)
        scorer = EnsembleScorer(
            [member.scorer for member in members],
            weights=options.weights or (1.0,) * len(members),
            axes=task.labels,
            temperatures=dict.fromkeys(task.labels, 1.0),
        )
        if not options.calibrate:
            known = _Known.nothing(task, "none: not asked for")
        elif options.members:
            known = _kept_from_members(fitted, task, scorer.weights)
        else:
            known = _unseen_by_members(members, scorer, columns, task, around)
        shared = {"members": _described(members, scorer.weights)}
        logits, choices = {}, {}
        for axis in task.labels:
            rows, scores = known.rows[axis], known.scores[axis]
            targets = task.targets[axis][rows]
            temperature = calibrate(scores, targets, with_biases=False).temperature
            scorer.temperatures[axis] = temperature
            logits[axis] = _held_out(task, axis, rows, scores)
            choices[axis] = {
                "temperature": temperature,
                "calibration": known.in_words[axis],
                **shared,
            }
        # Fitted members may lie in a folder that goes away with what holds it.
        self.fitted_ = fitted if options.members else None
        self.members_ = members
        self._set_fitted(scorer, choices, task.held_out(logits))


@dataclass(frozen=True, eq=False, kw_only=True)
class _Known:
    """For each axis, labelled rows, the logarithms of the mean for them, and what they are."""

    rows: Mapping[str, IntArray]
    scores: Mapping[str, FloatArray]
    in_words: Mapping[str, str]

    @classmethod
    def nothing(cls, task: Task, words: str) -> Self:
        return cls(
            rows=dict.fromkeys(task.labels, np.empty(0, np.int64)),
            scores={axis: np.empty((0, len(names))) for axis, names in task.labels.items()},
            in_words=dict.fromkeys(task.labels, words),
        )


def _kept_from_members(fitted: FittedMembers, task: Task, weights: Sequence[float]) -> _Known:
    """Take the rows that each member was kept from while it was fitted."""
    rows, scores, words = {}, {}, {}
    for axis in task.labels:
        rows[axis], proba = fitted.mean_held_out(axis, weights)
        scores[axis] = log_proba(proba)
        n = len(rows[axis])
        words[axis] = (
            f"on {n} rows that each member was kept from"
            if n
            else ("none: no row was kept from all members")
        )
    return _Known(rows=rows, scores=scores, in_words=words)


def _unseen_by_members(
    members: list[Member],
    scorer: EnsembleScorer,
    columns: PassageColumns,
    task: Task,
    around: Surroundings,
) -> _Known:
    """Take the labelled rows that no saved member was trained on."""
    seen = _seen(members, columns.texts)
    rows = task.labelled_anywhere()
    rows = rows[~seen[rows]]
    proba = scorer.mean_proba(columns.select(rows.tolist()), around.progress)
    own = {axis: _labelled(task, axis, rows, log_proba(proba[axis])) for axis in task.labels}
    return _Known(
        rows={axis: found for axis, (found, _) in own.items()},
        scores={axis: scores for axis, (_, scores) in own.items()},
        in_words={
            axis: _in_words(len(found), int(seen[task.labelled(axis)].sum()))
            for axis, (found, _) in own.items()
        },
    )


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


def _in_words(n: int, n_seen: int) -> str:
    """Say what the temperature was fitted to."""
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
