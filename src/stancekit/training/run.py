"""One configuration to one run: load, fit, save, evaluate, report, track.

The model is on disk before it is evaluated, and the whole run before it is tracked, so that
whatever fails later costs nothing that took long: the same run in the same folder goes on from
there.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from stancekit.errors import CorpusError, OutputError
from stancekit.evaluation import AxisEvaluation, HumanCeiling, Slice
from stancekit.models import load_model, read_manifest
from stancekit.models.contract import Progress, StanceScorer
from stancekit.output import write_text
from stancekit.training.config import ExperimentConfig, to_config
from stancekit.training.data import ExperimentData, load_data
from stancekit.training.dates import TrainingDates
from stancekit.training.fitting import (
    fit_model,
    fold_predictor,
    predict_and_explain,
    truncated_shares,
    write_model,
    write_scored_card,
)
from stancekit.training.further import further_scores
from stancekit.training.generalisation import SchemeScores
from stancekit.training.helping import check_together
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.looks import TEST_TAG, Looks
from stancekit.training.members import count_seen_by_members
from stancekit.training.plan import Plan, make_plan
from stancekit.training.problems import describe_new_labels
from stancekit.training.record import RunRecord
from stancekit.training.recording import record_run, without_secrets
from stancekit.training.run_folder import (
    WORK,
    begin_work,
    end_work,
    leave_work,
    open_run_folder,
)
from stancekit.training.run_report import ExplainPassage, write_run_report
from stancekit.training.scoring import FitPredict, score
from stancekit.training.tracking import track_saved

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False, kw_only=True)
class TrainingResult:
    """What a training run left behind.

    Parameters
    ----------
    folder
        Of the run: model, report, configuration and record.
    test
        Each axis' evaluation on held-out rows; empty where none were held out.
    slices
        Scores on parts of these rows, by axis and column.
    dates
        How their dates stand to those of the training rows, where both have dates.
    generalisation
        Scores where the articles, experts, outlets or times are new, by scheme.
    learning_curve
        Scores of fits on shares of the training groups.
    human_ceiling
        By axis, what the annotators of the scored rows reach.
    looks
        How often the scored rows were looked at before; ``None`` where nothing was scored.
    """

    run_id: str
    model_uri: str
    model_path: Path
    report: Path | None
    folder: Path
    test: Mapping[str, AxisEvaluation]
    slices: tuple[Slice, ...] = ()
    dates: TrainingDates | None = None
    generalisation: tuple[SchemeScores, ...] = ()
    learning_curve: tuple[LearningPoint, ...] = ()
    human_ceiling: Mapping[str, HumanCeiling] = field(default_factory=dict)
    looks: Looks | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit train --json``."""
        return {
            "run_id": self.run_id,
            "model_uri": self.model_uri,
            "model_path": str(self.model_path),
            "report": None if self.report is None else str(self.report),
            "test": {axis: evaluation.to_dict() for axis, evaluation in self.test.items()},
            "slices": [one.to_dict() for one in self.slices],
            "dates": None if self.dates is None else self.dates.to_dict(),
            "generalisation": {one.scheme: one.to_dict() for one in self.generalisation},
            "learning_curve": [point.to_dict() for point in self.learning_curve],
            "human_ceiling": {axis: one.to_dict() for axis, one in self.human_ceiling.items()},
            "looks": None if self.looks is None else self.looks.to_dict(),
        }


def train(
    config: ExperimentConfig | Mapping[str, Any] | str | Path,
    *,
    overrides: Sequence[str] = (),
    output: str | Path | None = None,
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
    announce
        Told of the plan once the data is loaded, before anything is fitted.

    Raises
    ------
    ConfigError, CorpusError, OutputError
        Before anything is fitted, if the experiment cannot be run as it is asked for.
    OutputError
        If the disk is full, too; once the model is saved, the same call with the run's folder as
        `output` finishes the run.
    TrackingError
        If the store cannot be reached or written; the run's folder is then complete, and
        :func:`~stancekit.training.track_saved` logs it later.
    """
    tell = progress or _nobody
    started = _now()
    config = to_config(config, overrides)
    check_together(config, output)
    tell("load", 0, 1)
    data = _loaded(config)
    if announce is not None:
        announce(make_plan(config, data))
    folder = open_run_folder(None if output is None else Path(output), config, data)
    if not (folder / "model").is_dir():
        _fit_and_save(folder, data, config, tell)
    if not (folder / "run.json").is_file():
        tell("evaluate", 0, 1)
        with _nothing_lost(folder):
            _evaluate(folder, data, config, started)
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
        slices=record.slices,
        dates=record.dates,
        generalisation=record.generalisation,
        learning_curve=record.learning_curve,
        human_ceiling=record.human_ceiling,
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
    folder: Path, data: ExperimentData, config: ExperimentConfig, tell: Progress
) -> None:
    """Fit the model and save it, from where a run that was cut off in this folder stood.

    A run that fails here leaves no folder behind, unless there is work to go on from.
    """
    # The configuration first: what a fit leaves without it could not be gone on with.
    write_text(folder / "config.yaml", without_secrets(config).to_yaml())
    begin_work(folder, data)
    try:
        model = fit_model(data.fit, data.codebook, config, tell, work=folder / WORK)
        write_model(folder / "model", model, data, config)
    except BaseException:
        if not (folder / "model").exists() and not leave_work(folder):
            with contextlib.suppress(OSError):
                (folder / "config.yaml").unlink()
                folder.rmdir()
        raise
    end_work(folder)
    _LOGGER.info("the model is saved in %s", folder / "model")


def _evaluate(folder: Path, data: ExperimentData, config: ExperimentConfig, started: int) -> None:
    """Score the saved model, and write report, card and, last, the record."""
    data = _with_seen(folder / "model", data)
    scorer = load_model(folder / "model")
    predict, explain = _scored_model(scorer, data, config)
    scores = score(
        data,
        predict,
        resamples=config.evaluation.resamples,
        seed=config.seed,
        slices=config.evaluation.slices,
    )
    further = further_scores(data, config, scores)
    truncated = truncated_shares(scorer, data)
    choices = read_manifest(folder / "model")["choices"]
    write_run_report(
        folder, config, data, scores, truncated=truncated, explain=explain, choices=choices
    )
    write_scored_card(folder / "model", data, config, scores)
    shown = without_secrets(config)
    times = {"started": started, "finished": _now()}
    record = record_run(shown, data, choices, scores, further, truncated=truncated, **times)
    record.save(folder)


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


def _scored_model(
    scorer: StanceScorer, data: ExperimentData, config: ExperimentConfig
) -> tuple[FitPredict, ExplainPassage | None]:
    """Give what was saved, as it will be used, or, in cross-validation, a model for each fold."""
    return predict_and_explain(scorer) if data.test else (fold_predictor(data, config), None)


def _with_seen(model: Path, data: ExperimentData) -> ExperimentData:
    """Note where a member of an ensemble was trained on rows that are to be scored."""
    scored = data.test if data.test is not None else data.fit if data.folds else None
    texts = [] if scored is None else scored.X["text"].tolist()
    n_seen = count_seen_by_members(model, texts)
    if not n_seen:
        return data
    warning = (
        f"{n_seen} of {len(texts)} texts are texts that a member of the ensemble was trained on: "
        "the scores flatter it"
    )
    _LOGGER.warning(warning)
    known = "" if data.warning is None else f"{data.warning}; "
    return replace(data, warning=known + warning, audit=(*data.audit, warning))


def _now() -> int:
    return int(time.time() * 1000)


def _nobody(step: str, done: int, total: int) -> None:
    """Tell nobody of the progress."""
