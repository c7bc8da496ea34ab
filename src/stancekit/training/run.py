"""One configuration to one run: load, fit, save, evaluate, report, track.

The model is on disk before it is evaluated, and the whole run before it is tracked, so that
whatever fails later costs nothing that took long: the same run in the same folder goes on from
there.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stancekit.errors import CorpusError, OutputError
from stancekit.models.contract import Progress
from stancekit.output import write_text
from stancekit.training.config import ExperimentConfig, to_config
from stancekit.training.data import ExperimentData, load_data
from stancekit.training.fitting import fit_model, write_model
from stancekit.training.frozen import Frozen, to_frozen
from stancekit.training.held_to_frozen import check_run
from stancekit.training.helping import check_together
from stancekit.training.looks import TEST_TAG, Looks
from stancekit.training.plan import Plan, make_plan
from stancekit.training.problems import describe_new_labels
from stancekit.training.record import RunRecord
from stancekit.training.recording import without_secrets
from stancekit.training.results import TrainingResult
from stancekit.training.run_folder import (
    FROZEN,
    WORK,
    begin_work,
    end_work,
    leave_work,
    open_run_folder,
)
from stancekit.training.scored_run import now, score_run
from stancekit.training.tracking import track_saved

_LOGGER = logging.getLogger(__name__)


def train(
    config: ExperimentConfig | Mapping[str, Any] | str | Path,
    *,
    overrides: Sequence[str] = (),
    output: str | Path | None = None,
    frozen: Frozen | str | Path | None = None,
    progress: Progress | None = None,
    announce: Callable[[Plan], None] | None = None,
) -> TrainingResult:
    """Train, save, evaluate and track one experiment.

    Parameters
    ----------
    config
        A configuration, its content, or the YAML file that holds it.
    overrides
        ``a.b=value`` each, as in :func:`~stancekit.training.load_config`.
    output
        Folder of the run; by default ``runs/<name>/<time>``. New or empty, or that of a run of
        this configuration and data. One that was cut off is gone on with, from the last epoch of a
        network that was being fine-tuned; of one that is finished, what it ended at is given.
    frozen
        What `freeze` fixed before, or its file: what is to be run is held against it. A
        confirmatory run that deviates is an error, an exploratory one tells of it.
    announce
        Told of the plan once the data is loaded, before anything is fitted.

    Raises
    ------
    ConfigError, CorpusError, OutputError
        Before anything is fitted, if the experiment cannot be run as it is asked for, or is
        confirmatory and not as it was frozen.
    OutputError
        If the disk is full, too; once the model is saved, the same call with the run's folder as
        `output` finishes the run.
    TrackingError
        If the store cannot be reached or written; the run's folder is then complete, and
        :func:`~stancekit.training.track_saved` logs it later.
    """
    tell = progress or _nobody
    started = now()
    config = to_config(config, overrides)
    frozen = to_frozen(frozen)
    check_together(config, output)
    tell("load", 0, 1)
    data = _loaded(config)
    check = check_run(frozen, config, data)
    if announce is not None:
        announce(make_plan(config, data))
    folder = open_run_folder(None if output is None else Path(output), config, data, frozen)
    if not (folder / "model").is_dir():
        _fit_and_save(folder, data, config, tell, frozen)
    if not (folder / "run.json").is_file():
        tell("evaluate", 0, 1)
        with _nothing_lost(folder):
            score_run(folder, data, config, started, check)
    tell("track", 0, 1)
    tracked = track_saved(folder, config.tracking.uri)
    report = folder / "report.html"
    record = RunRecord.load(folder)
    return TrainingResult(
        run_id=tracked.run_id,
        model_uri=tracked.model_uri,
        model_path=folder / "model",
        report=report if report.is_file() else None,
        folder=folder,
        test=record.evaluations(),
        baselines=record.baselines,
        slices=record.slices,
        dates=record.dates,
        generalisation=record.generalisation,
        learning_curve=record.learning_curve,
        repeated_splits=record.repeated_splits,
        human_ceiling=record.human_ceiling,
        frozen=record.frozen,
        looks=None
        if TEST_TAG not in record.tags
        else Looks(record.tags[TEST_TAG], config.evaluation.purpose, tracked.earlier_looks),
    )


def _loaded(config: ExperimentConfig) -> ExperimentData:
    try:
        return load_data(config)
    except CorpusError as error:
        first = config.data.train or config.data.validation or config.data.test
        summary = None if config.codebook else describe_new_labels(error, str(first))
        if summary is None:
            raise
        raise CorpusError(summary, error.problems) from error


def _fit_and_save(
    folder: Path,
    data: ExperimentData,
    config: ExperimentConfig,
    tell: Progress,
    frozen: Frozen | None,
) -> None:
    """Fit the model and save it, from where a run that was cut off in this folder stood.

    A run that fails here leaves no folder behind, unless there is work to go on from.
    """
    # The configuration first: what a fit leaves without it could not be gone on with.
    write_text(folder / "config.yaml", without_secrets(config).to_yaml())
    if frozen is not None:
        write_text(folder / FROZEN, frozen.to_yaml())
    begin_work(folder, data)
    try:
        model = fit_model(data.fit, data.codebook, config, tell, work=folder / WORK)
        write_model(folder / "model", model, data, config)
    except BaseException:
        if not (folder / "model").exists() and not leave_work(folder):
            with contextlib.suppress(OSError):
                (folder / "config.yaml").unlink()
                (folder / FROZEN).unlink(missing_ok=True)
                folder.rmdir()
        raise
    end_work(folder)
    _LOGGER.info("the model is saved in %s", folder / "model")


@contextlib.contextmanager
def _nothing_lost(folder: Path) -> Iterator[None]:
    """Tell where the model is, and how the run is finished, if the disk is full."""
    try:
        yield
    except OutputError as error:
        raise OutputError(
            f"{error}\nThe model is saved in {folder / 'model'}. The same command with "
            f"`--out {folder}` finishes the run without fitting it again"
        ) from error


def _nobody(step: str, done: int, total: int) -> None:
    """Tell nobody of the progress."""
