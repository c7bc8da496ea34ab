"""A saved model and labelled passages to scores and a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus
from stancekit.evaluation import AxisEvaluation, HumanCeiling, Slice
from stancekit.evaluation.end_to_end import EndToEnd
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.records import StanceExplanation
from stancekit.reporting import Report, RunFacts, check_report_place, slice_sections, write_report
from stancekit.training.ceilings import human_ceilings
from stancekit.training.dates import TrainingDates, compare_dates
from stancekit.training.looks import Looks, look_at
from stancekit.training.options import Purpose
from stancekit.training.provenance import package_versions
from stancekit.training.rows import Rows
from stancekit.training.run_report import EXPLAINED_SPANS, MACHINE_WRITTEN, error_cases
from stancekit.training.saved_baselines import NO_NAME_BASELINE, saved_baselines
from stancekit.training.scoring import Proba, Scores, score_rows
from stancekit.training.tagging import score_articles
from stancekit.training.unseen import count_seen


@dataclass(frozen=True, eq=False, kw_only=True)
class EvaluationResult:
    """Each axis' evaluation, and the report that tells of them.

    `n_seen_in_training` counts the rows whose text the model was trained on; each flatters it.
    `slices` are its scores on parts of the rows, by axis and column; `dates` tells how many rows
    are from outside the dates of the training rows, where both have dates;
    `human_ceiling` is what the annotators of the rows reach on each axis, where they are known;
    `end_to_end` is what becomes of the rows' articles, tagged as a whole, where these are given;
    `looks` tells how often the rows were scored before, where that was to be counted.
    """

    model_uri: str
    report: Path | None
    test: Mapping[str, AxisEvaluation]
    n_seen_in_training: int
    slices: tuple[Slice, ...] = ()
    dates: TrainingDates | None = None
    human_ceiling: Mapping[str, HumanCeiling] = field(default_factory=dict)
    end_to_end: EndToEnd | None = None
    looks: Looks | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit evaluate --json``."""
        return {
            "model_uri": self.model_uri,
            "report": None if self.report is None else str(self.report),
            "n_seen_in_training": self.n_seen_in_training,
            "test": {axis: evaluation.to_dict() for axis, evaluation in self.test.items()},
            "slices": [one.to_dict() for one in self.slices],
            "dates": None if self.dates is None else self.dates.to_dict(),
            "human_ceiling": {axis: one.to_dict() for axis, one in self.human_ceiling.items()},
            "end_to_end": None if self.end_to_end is None else self.end_to_end.to_dict(),
            "looks": None if self.looks is None else self.looks.to_dict(),
        }


def evaluate(
    model: Predictor | str | Path,
    data: str | Path,
    *,
    codebook: Codebook | str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    axes: Mapping[str, str] | None = None,
    resamples: int = 2000,
    seed: int = 0,
    report: str | Path | None = None,
    slices: Sequence[str] = (),
    articles: str | Path | None = None,
    threshold: float | None = None,
    precision: float | None = None,
    purpose: Purpose = "exploratory",
    count_looks: bool = False,
    progress: Progress | None = None,
) -> EvaluationResult:
    """Score a model on labelled passages that it never saw.

    Parameters
    ----------
    model
        A loaded predictor, a model folder, or an MLflow model address.
    data, columns, axes
        As for `stancekit.corpus.load_corpus`; by default the model's axes are columns of their
        own names. Axes that the data does not label are left out.
    codebook
        Fails unless the model was trained with it; by default the model's own is used.
    report
        Where to write the HTML report; the same is written beside it as ``.md`` and ``.json``.
        ``None`` writes none.
    slices
        Columns to score parts of the rows by, beside speaker, outlet, role, mode, length, subject
        and period, which are taken where the data has them.
    articles
        A folder or file of the articles that the rows are statements of, to score what is found
        in them end to end. The rows are then all statements of their articles, and tell
        ``article_id``, ``paragraph`` and ``speaker``.
    threshold, precision
        When the model abstains, as for `Predictor.predict`; scores then count that both ways, over
        the rows answered and as errors.
    purpose
        ``exploratory`` while choices are made by the scores, else ``confirmatory``.
    count_looks
        Record that the rows were scored in the MLflow store in force, where there is one, and tell
        how often they were before.

    Raises
    ------
    ModelError, CodebookError, CorpusError
        If the model or the data cannot be used, or the model was trained on every text in the data.
    OutputError
        If the report cannot be written, or would replace what is no report.
    """
    if report is not None:
        check_report_place(Path(report))
    if isinstance(codebook, str | Path):
        codebook = Codebook.load(codebook)
    predictor = model if isinstance(model, Predictor) else Predictor.load(model, codebook=codebook)
    if codebook is not None:
        predictor.codebook.require_same(codebook, where=str(predictor.info.uri))
    corpus = load_corpus(data, codebook=predictor.codebook, columns=columns, axes=axes)
    rows = Rows.of(corpus)
    n_seen = count_seen(predictor, corpus)
    asked = {"threshold": threshold, "precision": precision}
    proba, abstained = _predicted(predictor, rows, corpus, asked, progress)
    baselines = saved_baselines(predictor, corpus.codebook, len(rows))
    options = {"resamples": resamples, "seed": seed}
    scores = score_rows(
        rows, corpus.codebook, proba, baselines, slices=slices, abstained=abstained, **options
    )
    end_to_end = None
    if articles is not None:
        end_to_end = score_articles(
            predictor,
            articles,
            scores,
            corpus.codebook,
            source=corpus.source,
            asked=asked,
            **options,
        )
    looks = None
    if count_looks:
        looks = look_at(rows, purpose, model=predictor.info.uri)
    path = None
    if report is not None:
        path = write_report(Path(report), _report(predictor, corpus, scores, seed, n_seen))
    return EvaluationResult(
        model_uri=predictor.info.uri,
        report=path,
        test=scores.evaluations,
        n_seen_in_training=n_seen,
        slices=scores.slices,
        dates=compare_dates(predictor.info.training.get("dates"), rows),
        human_ceiling=human_ceilings(corpus, scores, **options),
        end_to_end=end_to_end,
        looks=looks,
    )


def _predicted(
    predictor: Predictor,
    rows: Rows,
    corpus: Corpus,
    asked: Mapping[str, float | None],
    progress: Progress | None,
) -> tuple[Proba, dict[str, list[bool]] | None]:
    """Give the probabilities and, where it is asked when to abstain, where the model does."""
    if progress is not None:
        progress("predict", 0, len(rows))
    abstained = None
    if any(value is not None for value in asked.values()):
        frame = predictor.predict_frame(rows.X, **asked)
        columns = {
            axis: [f"{axis}.p_{label}" for label in predictor.axes[axis]] for axis in corpus.axes
        }
        proba = {axis: frame[columns[axis]].to_numpy() for axis in corpus.axes}
        abstained = {axis: frame[f"{axis}.abstained"].tolist() for axis in corpus.axes}
    else:
        every = predictor.predict_proba(rows.X)
        proba = {axis: every[axis] for axis in corpus.axes}
    if progress is not None:
        progress("predict", len(rows), len(rows))
    return proba, abstained


def _report(predictor: Predictor, corpus: Corpus, scores: Scores, seed: int, n_seen: int) -> Report:
    info = predictor.info

    def explain(passage: Mapping[str, Any], axis: str, label: str) -> StanceExplanation:
        return predictor.explain(passage, axis, label, most_spans=EXPLAINED_SPANS)[axis]

    return Report(
        title=f"{info.training.get('name', info.family)} on {Path(corpus.source).name}",
        facts=RunFacts(
            name=info.uri,
            family=info.family,
            date=datetime.now().astimezone().date().isoformat(),
            data=corpus.source,
            data_digest=corpus.digest,
            split="a file that was given",
            split_warning=_seen_warning(n_seen, len(corpus)) if n_seen else None,
            n_train=info.training.get("n_rows"),
            n_train_groups=info.training.get("n_groups"),
            n_test=len(scores.rows),
            n_test_groups=len(set(scores.rows.groups)),
            codebook_name=info.codebook["name"],
            codebook_version=info.codebook["version"],
            codebook_hash=info.codebook["hash"],
            seed=seed,
            versions=package_versions(),
        ),
        evaluations=tuple(scores.evaluations.values()),
        baselines=scores.baselines,
        differences=scores.differences,
        audit=(_seen_warning(n_seen, len(corpus)),),
        notes=(*((MACHINE_WRITTEN,) if corpus.is_machine_written else ()), NO_NAME_BASELINE),
        errors=error_cases(corpus.codebook, scores, corpus, explain),
        sections=slice_sections(scores.slices),
    )


def _seen_warning(n_seen: int, n_rows: int) -> str:
    if not n_seen:
        return "no text here is one that the model was trained on, case and punctuation aside"
    return (
        f"{n_seen} of {n_rows} texts are texts that the model was trained on: the scores flatter it"
    )
