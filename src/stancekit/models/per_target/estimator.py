"""The per_target family: a model for each frequent target, and one for all others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from sklearn.utils.validation import check_is_fitted

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.calibration import log_proba
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.members.fitting import Asked, FittedMembers, fit_members
from stancekit.models.passages import PassageColumns
from stancekit.models.per_target.options import PerTargetOptions
from stancekit.models.per_target.scorer import PerTargetScorer
from stancekit.models.per_target.storage import write_per_target
from stancekit.models.per_target.targets import rows_of_targets
from stancekit.models.task import Task


class PerTargetStanceClassifier(StanceClassifier[PerTargetOptions]):
    """Models that each learned one target, and one of all passages for the targets without one.

    Parameters and attributes are those of `StanceClassifier`; `codebook` is needed, and `options`
    is a `PerTargetOptions`.

    Notes
    -----
    With a few known targets of some hundred passages each, a model a target is the strongest of
    plain baselines (Mohammad et al. 2016, SemEval-2016 task 6). It learns nothing from one target
    of another: for many or new targets, one model that reads the target is better.
    """

    family = "per_target"
    options_type = PerTargetOptions

    def write_weights(self, folder: Path) -> None:
        """Write the model of each target, and that of all others."""
        check_is_fitted(self, "scorer_")
        write_per_target(list(self.scorer_.own), self.fitted_.members, folder)

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: PerTargetOptions,
        around: Surroundings,
    ) -> None:
        own = rows_of_targets(columns.targets, task, fewest=options.fewest)
        if not own:
            raise ModelError(
                f"target: found none with {options.fewest} labelled passages of two labels on "
                "each axis, which the per_target family needs; name the target column under "
                "data.columns, lower model.fewest, or take another family"
            )
        asked = [
            Asked(options=options.member, rows=rows, called=target) for target, rows in own.items()
        ]
        asked.append(Asked(options=options.member, called="all targets"))
        # Members may lie in a folder that goes away with what holds it.
        self.fitted_ = fit_members(columns, task, asked, self._required_codebook(), around)
        scorers = [member.scorer for member in self.fitted_.members]
        scorer = PerTargetScorer(dict(zip(own, scorers[:-1], strict=True)), scorers[-1])
        logits = _kept_from_members(self.fitted_, task, own)
        described = {
            str(each.called): member.describe()
            for each, member in zip(asked, self.fitted_.members, strict=True)
        }
        choices = {axis: {"members": described} for axis in task.labels}
        self._set_fitted(scorer, choices, task.held_out(logits))


def _kept_from_members(
    fitted: FittedMembers, task: Task, own: Mapping[str, IntArray]
) -> dict[str, FloatArray]:
    """Give what each row's model said of it while it was kept from it; NaN where it never was."""
    n_rows = len(next(iter(task.targets.values())))
    without = np.setdiff1d(np.arange(n_rows), np.concatenate(list(own.values())))
    logits = {}
    for axis in task.labels:
        found: FloatArray = np.full(task.targets[axis].shape, np.nan)
        for kept, answered in zip(fitted.kept_from, [*own.values(), without], strict=True):
            rows, proba = kept[axis]
            theirs = np.isin(rows, answered)
            found[rows[theirs]] = log_proba(proba[theirs])
        logits[axis] = found
    return logits
