"""The zeroshot family: an entailment model tests the codebook's hypotheses, all axes at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.utils.validation import check_is_fitted

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.checkpoints import checkpoint_digest, open_checkpoint
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.passages import PassageColumns
from stancekit.models.reading import ReadingOptions
from stancekit.models.shrinkage import Calibration, calibrate, cross_calibrated
from stancekit.models.task import Task
from stancekit.models.windows import share_of
from stancekit.models.zeroshot.hypotheses import Hypotheses
from stancekit.models.zeroshot.kept import kept_log_odds
from stancekit.models.zeroshot.network import EntailmentNetwork
from stancekit.models.zeroshot.options import ZeroshotOptions
from stancekit.models.zeroshot.scorer import Reading, ZeroshotScorer
from stancekit.models.zeroshot.storage import write_zeroshot


class ZeroshotStanceClassifier(StanceClassifier[ZeroshotOptions]):
    """An entailment model with the hypotheses of a codebook; it needs no training row.

    Parameters and attributes are those of `StanceClassifier`; `codebook` is needed, and `options`
    is a `ZeroshotOptions`.

    Notes
    -----
    Yin, Hay and Roth (2019) test hypotheses so. Where rows are labelled, a temperature and a bias a
    label are fitted to them (`shrinkage`); held-out predictions are by calibrations of other folds.
    The network itself is never trained.
    """

    family = "zeroshot"
    options_type = ZeroshotOptions
    fewest_labels = 0

    def write_weights(self, folder: Path) -> None:
        """Write the checkpoint, the hypotheses and the calibration."""
        check_is_fitted(self, "scorer_")
        options = self._checked_options()
        write_zeroshot(
            self.scorer_,
            self.checkpoint_,
            folder,
            device=options.device,
            precision=options.precision,
        )

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: ZeroshotOptions,
        around: Surroundings,
    ) -> None:
        hypotheses = Hypotheses.read(self._required_codebook())
        checkpoint = open_checkpoint(options.checkpoint)
        network = EntailmentNetwork.load(
            checkpoint,
            entailment=options.entailment,
            device=options.device,
            precision=options.precision,
        )
        uncalibrated = ZeroshotScorer(network, hypotheses, _reading(options), {})
        truncated_share = share_of(uncalibrated.truncated(columns))
        digest = checkpoint_digest(checkpoint)
        rows = task.labelled_anywhere() if options.calibrate else np.empty(0, np.int64)
        log_odds = kept_log_odds(uncalibrated, columns.select(rows.tolist()), digest, around)
        fits = {
            axis: _fit_axis(task, axis, rows, scores)
            for axis, scores in uncalibrated.scores(log_odds).items()
        }
        shared = {
            "checkpoint": digest,
            "entailment": network.entailment,
            "truncated_share": truncated_share,
        }
        choices = {axis: {**_described(task, axis, fit), **shared} for axis, fit in fits.items()}
        calibrations = {axis: fit.calibration for axis, fit in fits.items()}
        self.checkpoint_ = checkpoint
        self._set_fitted(
            ZeroshotScorer(network, hypotheses, uncalibrated.how, calibrations),
            choices,
            task.held_out({axis: fit.held_out for axis, fit in fits.items()}),
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class _AxisFit:
    """One axis' calibration, on how many rows it was fitted, and held-out logits of all rows."""

    calibration: Calibration
    n_rows: int
    held_out: FloatArray


def _fit_axis(task: Task, axis: str, rows: IntArray, scores: FloatArray) -> _AxisFit:
    """Calibrate the scores of some rows, of which those count that have a label on the axis."""
    targets = task.targets[axis][rows]
    known = ~np.isnan(targets[:, 0])
    own, scores, targets = rows[known], scores[known], targets[known]
    groups = None if task.groups is None else [task.groups[row] for row in own]
    held_out: FloatArray = np.full(task.targets[axis].shape, np.nan)
    held_out[own] = cross_calibrated(scores, targets, groups, seed=task.seed)
    return _AxisFit(calibration=calibrate(scores, targets), n_rows=len(own), held_out=held_out)


def _described(task: Task, axis: str, fit: _AxisFit) -> dict[str, Any]:
    biases = dict(zip(task.labels[axis], fit.calibration.biases, strict=True))
    return {
        "temperature": fit.calibration.temperature,
        "biases": biases,
        "n_calibrated": fit.n_rows,
    }


def _reading(options: ZeroshotOptions) -> Reading:
    return Reading(
        reading=ReadingOptions(
            mask_speaker=options.mask_speaker, mask_names=options.mask_names, target="none"
        ),
        max_length=options.max_length,
        on_long=options.on_long,
        no_target=options.no_target,
    )
