"""The fewshot family: an encoder tuned on pairs of labelled passages, and regressions on it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.checkpoints import checkpoint_digest, open_checkpoint
from stancekit.models.contract import Progress
from stancekit.models.encoder.embedding import Embedder, Network
from stancekit.models.encoder.features import embedding_columns
from stancekit.models.encoder.scorer import EncoderParts, EncoderScorer
from stancekit.models.encoder.storage import write_encoder
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.fewshot.drawing import draw_steps
from stancekit.models.fewshot.options import FewshotOptions
from stancekit.models.fewshot.planning import count_held_out, count_steps, passes_over
from stancekit.models.fewshot.tuning import Passages, Tuning, tune
from stancekit.models.folds import make_folds
from stancekit.models.linear.learning import Fold, describe_fit, fit_axes, held_out
from stancekit.models.loading import load_encoder
from stancekit.models.passages import PassageColumns
from stancekit.models.task import Task
from stancekit.models.wording import read_passages
from stancekit.models.working import work_folder
from stancekit.output import whole_folder


class FewshotStanceClassifier(StanceClassifier[FewshotOptions]):
    """Logistic regression on the embeddings of an encoder that was tuned on pairs of passages.

    Parameters and attributes are those of `StanceClassifier`; `options` is a `FewshotOptions`.

    Notes
    -----
    Contrastive tuning before the regression is SetFit's way (Tunstall et al. 2022), here over all
    axes at once and over every pair among the passages of a step.

    A tuned encoder lays its own training passages apart, so that their embeddings say nothing of
    how sure the model may be of others. The temperatures (Guo et al. 2017), the strengths and
    `held_out_` therefore rest on folds, whole groups each, that are kept from a tuning and a
    regression of their own. With few labels every fold is, since one alone would be a handful of
    passages; with more, one fold has enough of them, and the cost is one more tuning. The model
    that is kept is tuned on all passages.
    """

    family = "fewshot"
    options_type = FewshotOptions

    def write_weights(self, folder: Path) -> None:
        """Write the tuned encoder and the weights on its embeddings."""
        check_is_fitted(self, "scorer_")
        write_encoder(self.scorer_, self.checkpoint_, folder, tuned=self.encoder_)

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: FewshotOptions,
        around: Surroundings,
    ) -> None:
        _check_pairs(task)
        with work_folder(around.work) as work:
            fitting = _Fitting(columns, task, options, work, around)
            folds = [fitting.fold(*rows) for rows in enumerate(fitting.divisions())]
            encoder = fitting.encoder("tune", "encoder", fitting.everything)
        # In full precision on the CPU, where it may be the one that is run, too.
        self.encoder_ = encoder.cpu()
        embedder = fitting.base.with_encoder(_to_run(encoder, fitting.base))
        embeddings = embedder.embed(fitting.encoded, around.progress)
        centre: FloatArray = embeddings[fitting.everything].mean(axis=0, dtype=np.float64)
        known = embedding_columns(embeddings, columns.targets, centre=centre, scale=1.0)
        # One thread, whatever the machine: sums in another order would be another model.
        with threadpool_limits(1, user_api="blas"):
            fits = fit_axes(known, task, options, folds=folds, progress=around.progress)
        parts = EncoderParts(
            axes=dict(task.labels),
            weights=np.concatenate([fit.coefficients for fit in fits.values()]),
            centre=centre,
            targets=(),
            scale=1.0,
            intercepts=np.concatenate([fit.intercepts for fit in fits.values()]),
            temperatures={axis: fit.temperature for axis, fit in fits.items()},
            linear=None,
            reading=fitting.reading,
        )
        shared = {
            "checkpoint": checkpoint_digest(fitting.checkpoint),
            "truncated_share": fitting.encoded.truncated_share,
        }
        choices = {axis: {**describe_fit(fit), **shared} for axis, fit in fits.items()}
        self.checkpoint_ = fitting.checkpoint
        self._set_fitted(EncoderScorer(parts, embedder), choices, held_out(fits, task))


class _Fitting:
    """One fit: its checkpoint, its passages, and its encoders one after the other."""

    def __init__(
        self,
        columns: PassageColumns,
        task: Task,
        options: FewshotOptions,
        work: Path,
        around: Surroundings,
    ) -> None:
        self._task = task
        self._options = options
        self._work = work
        self._keeps = around.work is not None
        self._progress: Progress | None = around.progress
        self.reading = options.reading
        self.checkpoint = open_checkpoint(options.checkpoint)
        self.base = Embedder.load(self.checkpoint, Network.of(options))
        self.encoded = self.base.encode(read_passages(columns, self.reading))
        self.everything: IntArray = np.unique(
            np.concatenate([task.labelled(axis) for axis in task.labels])
        )

    def divisions(self) -> list[tuple[IntArray, IntArray]]:
        """Give the training and validation rows of each fold that is held out.

        All axes share them, stratified by the axis with the rarest label, as each costs a tuning.
        """
        options = self._options
        codes = self._task.rarest_codes()
        groups = self._task.groups
        own = None if groups is None else [groups[row] for row in self.everything.tolist()]
        folds = make_folds(codes[self.everything], own, options.folds, self._task.seed)
        return [
            (self.everything[train], self.everything[validation])
            for train, validation in folds[: count_held_out(self._most(self.everything), options)]
        ]

    def fold(self, number: int, rows: tuple[IntArray, IntArray]) -> Fold:
        """Embed all passages with an encoder that was tuned on a fold's training rows."""
        train, validation = rows
        encoder = self.encoder(f"tune without fold {number + 1}", f"fold-{number}", train)
        embeddings = self.base.with_encoder(encoder).embed(self.encoded)
        centre: FloatArray = embeddings[train].mean(axis=0, dtype=np.float64)
        features = np.asarray(embeddings - centre, np.float64)
        return Fold(features=features, train=train, validation=validation)

    def encoder(self, step: str, name: str, rows: IntArray) -> Any:
        """Tune an encoder, or read it, where a run that was cut off had finished it."""
        finished = self._work / name
        if finished.is_dir():
            return load_encoder(finished)
        encoder = tune(self._passages(), self._steps(rows), self._tuning(step, name))
        if self._keeps:
            with whole_folder(finished) as temporary:
                encoder.save_pretrained(temporary)
        return encoder

    def _passages(self) -> Passages:
        targets = self._task.targets.values()
        return Passages(
            encoded=self.encoded,
            labels=np.concatenate(list(targets), axis=1),
            widths=[each.shape[1] for each in targets],
            pad=self.base.pad,
        )

    def _steps(self, rows: IntArray) -> IntArray:
        options = self._options
        # A fold is read as often as all rows are, of which it is a part.
        passes = passes_over(self._most(self.everything), options)
        return draw_steps(
            self._task,
            rows,
            n_steps=count_steps(self._most(rows), passes, options),
            n_passages=options.batch_size,
            class_weight=options.class_weight,
        )

    def _most(self, rows: IntArray) -> int:
        """Give how many of the rows have a label, on the axis that has most."""
        return max(
            len(np.intersect1d(self._task.labelled(axis), rows)) for axis in self._task.labels
        )

    def _tuning(self, step: str, name: str) -> Tuning:
        return Tuning(
            checkpoint=self.checkpoint,
            pooling=self.base.pooling,
            options=self._options,
            seed=self._task.seed,
            folder=self._work / f"checkpoints-{name}",
            keeps=self._keeps,
            step=step,
            progress=self._progress,
        )


def _to_run(encoder: Any, base: Embedder) -> Any:
    is_same = base.device.type == "cpu" and base.dtype == encoder.dtype
    return encoder if is_same else copy.deepcopy(encoder)


def _check_pairs(task: Task) -> None:
    """Raise unless each label that occurs has two passages, of which a pair can be made."""
    for axis, names in task.labels.items():
        counts = (np.nan_to_num(task.targets[axis]) > 0).sum(axis=0)
        alone = [name for name, n in zip(names, counts.tolist(), strict=True) if n == 1]
        if alone:
            raise ModelError(
                f"axis {axis!r}: found one passage alone labelled {', '.join(map(repr, alone))}, "
                "expected at least two, as the fewshot family learns from pairs of one label. "
                "Label more, or take the family linear or encoder"
            )
