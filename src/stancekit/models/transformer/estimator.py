"""The transformer family: a pretrained encoder fine-tuned on all axes at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import torch
from sklearn.utils.validation import check_is_fitted
from transformers import AutoConfig

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.batching import pad_id
from stancekit.models.calibration import fit_temperature
from stancekit.models.checkpoints import checkpoint_digest, open_checkpoint
from stancekit.models.contract import Progress
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.folds import make_folds
from stancekit.models.loading import load_tokenizer
from stancekit.models.passages import PassageColumns
from stancekit.models.processes import is_first, wait_for_all
from stancekit.models.side_by_side import split_axes
from stancekit.models.task import Task
from stancekit.models.transformer.examples import Examples, joint_labels, label_weights
from stancekit.models.transformer.network import StanceNetwork, build_network
from stancekit.models.transformer.options import TransformerOptions
from stancekit.models.transformer.planning import FEWEST_FOLDS
from stancekit.models.transformer.pretraining import pretrain, read_texts
from stancekit.models.transformer.scorer import Running, TransformerScorer
from stancekit.models.transformer.storage import write_transformer
from stancekit.models.transformer.tuning import Tuning, fine_tune
from stancekit.models.windows import encode_readings, longest_input
from stancekit.models.wording import read_passages
from stancekit.models.working import work_folder
from stancekit.output import whole_folder


class TransformerStanceClassifier(StanceClassifier[TransformerOptions]):
    """A fine-tuned encoder with one head an axis; or several, whose probabilities are averaged.

    Parameters and attributes are those of `StanceClassifier`; `options` is a `TransformerOptions`.

    Notes
    -----
    Each network is kept from one fold of the training rows; what it says of that fold stops it, and
    calibrates it (Guo et al. 2017).
    """

    family = "transformer"
    options_type = TransformerOptions

    def write_weights(self, folder: Path) -> None:
        """Write the networks and the tokenizer."""
        check_is_fitted(self, "scorer_")
        write_transformer(self.scorer_, folder)

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: TransformerOptions,
        around: Surroundings,
    ) -> None:
        with work_folder(around.work) as work:
            fitting = _Fitting(columns, task, options, work, around.progress)
            networks, logits = fitting.networks()
        held_out = task.held_out(split_axes(logits, task.labels))
        temperatures = {
            axis: fit_temperature(rows.logits, rows.targets) for axis, rows in held_out.items()
        }
        shared = {
            "checkpoint": fitting.digest,
            "truncated_share": fitting.examples.encoded.truncated_share,
            "n_models": len(networks),
        }
        choices = {axis: {"temperature": t, **shared} for axis, t in temperatures.items()}
        scorer = TransformerScorer(networks, fitting.tokenizer, fitting.running, temperatures)
        self._set_fitted(scorer, choices, held_out)


class _Fitting:
    """One fit: its checkpoint, its examples, and its networks one after the other."""

    def __init__(
        self,
        columns: PassageColumns,
        task: Task,
        options: TransformerOptions,
        work: Path,
        progress: Progress | None,
    ) -> None:
        self._task = task
        self._options = options
        self._work = work
        self._progress = progress
        self._checkpoint = open_checkpoint(options.checkpoint)
        self.digest = checkpoint_digest(self._checkpoint)
        self.tokenizer = load_tokenizer(self._checkpoint)
        config = AutoConfig.from_pretrained(self._checkpoint, local_files_only=True)
        self.running = Running(
            reading=options.reading,
            max_length=longest_input(config, self.tokenizer, options.max_length),
            on_long=options.on_long,
            device=options.device,
            precision=options.precision,
        )
        readings = read_passages(columns, self.running.reading)
        self._texts = [reading.text for reading in readings]
        encoded = encode_readings(
            readings,
            self.tokenizer,
            max_length=self.running.max_length,
            on_long=options.on_long,
        )
        labels = joint_labels(task, smoothing=options.label_smoothing)
        self.examples = Examples(encoded, labels)

    def networks(self) -> tuple[list[StanceNetwork], FloatArray]:
        """Give the fitted networks, and what each says of the rows that it was kept from.

        Returns
        -------
        Networks, and logits of shape (rows, labels of all axes), NaN in rows that none was kept
        from.
        """
        self._pretrain()
        logits: FloatArray = np.full(self.examples.labels.shape, np.nan)
        networks = []
        for number, (train, validation) in enumerate(self._folds()):
            network = self._network(number, train, validation)
            networks.append(network)
            if len(validation):
                alone = TransformerScorer([network], self.tokenizer, self.running, {})
                logits[validation] = alone.score(
                    network, self.examples.encoded.rows(validation.tolist())
                )
                network.float()
        return networks, logits

    def _pretrain(self) -> None:
        asked = self._options.pretraining
        if asked is None:
            return
        self._checkpoint = pretrain(
            self._checkpoint,
            self._texts if asked.texts == "train" else read_texts(asked.texts),
            asked,
            max_length=self.running.max_length,
            device=self._options.device,
            precision=self._options.precision,
            seed=self._task.seed,
            folder=self._work / "pretraining",
            progress=self._progress,
        )

    def _folds(self) -> list[tuple[IntArray, IntArray]]:
        """Give each network's training rows, and those it is kept from."""
        wanted = self._options.n_models
        codes = self._task.rarest_codes()
        folds = make_folds(codes, self._task.groups, max(wanted, FEWEST_FOLDS), self._task.seed)
        everything = np.arange(len(codes)), np.empty(0, np.int64)
        return [folds[number] if number < len(folds) else everything for number in range(wanted)]

    def _network(self, number: int, train: IntArray, validation: IntArray) -> StanceNetwork:
        """Fine-tune one network, or read it, where a run that was cut off had finished it."""
        finished = self._work / f"network-{number}"
        if finished.is_dir():
            return StanceNetwork.load(finished)
        weights = label_weights(self._task, train, self._options.class_weight)
        checkpoints = self._work / f"checkpoints-{number}"
        network = fine_tune(
            lambda: build_network(
                self._checkpoint,
                self._task.labels,
                dropout=self._options.dropout,
                attention_dropout=self._options.attention_dropout,
            ),
            self.examples.select(train),
            self.examples.select(validation) if len(validation) else None,
            Tuning(
                options=self._options,
                seed=self._task.seed + number,
                folder=checkpoints,
                pad=pad_id(self.tokenizer),
                weights=None if weights is None else torch.from_numpy(weights).float(),
                step=f"fine-tune {number + 1} of {self._options.n_models}",
                progress=self._progress,
            ),
        )
        if is_first():
            with whole_folder(finished) as temporary:
                network.save_pretrained(temporary)
            shutil.rmtree(checkpoints, ignore_errors=True)
        wait_for_all()
        # As a fit that goes on would read it: the same model to the last byte either way.
        return StanceNetwork.load(finished)
