"""A saved model and labelled passages to scores and a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stancekit.codebook import Codebook
from stancekit.corpus import load_corpus
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.reporting import check_report_place, write_report
from stancekit.training.applied import apply_model, majority_baseline
from stancekit.training.ceilings import human_ceilings
from stancekit.training.dates import compare_dates
from stancekit.training.evaluation_report import evaluation_report
from stancekit.training.frozen import Frozen, to_frozen
from stancekit.training.held_to_frozen import check_evaluation
from stancekit.training.looks import look_at
from stancekit.training.metrics import metrics_of
from stancekit.training.options import Purpose
from stancekit.training.recorded_evaluation import record_evaluation
from stancekit.training.results import Assessment, EvaluationResult
from stancekit.training.rows import Rows
from stancekit.training.scoring import score_rows
from stancekit.training.tagging import score_articles
from stancekit.training.unseen import count_seen

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourReport


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
    frozen: Frozen | str | Path | None = None,
    behaviour: BehaviourReport | None = None,
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
        Record in the MLflow store in force, where there is one, that the rows were scored, with
        scores and report, and tell how often they were before.
    frozen
        What `freeze` fixed before, or its file: codebook, axes, rows, abstention, resamples, seed
        and what the model tells of its training are held against it before anything is scored. A
        confirmatory evaluation that deviates is an error, an exploratory one tells of it.
    behaviour
        What `evaluate_behaviour` found of the model: it is told in the report, too.

    Raises
    ------
    ModelError, CodebookError, CorpusError
        If the model or the data cannot be used, or the model was trained on every text in the data.
    OutputError
        If the report cannot be written, or would replace what is no report.
    ConfigError
        If the evaluation is confirmatory and not as it was frozen.
    """
    if report is not None:
        check_report_place(Path(report))
    frozen = to_frozen(frozen)
    if isinstance(codebook, str | Path):
        codebook = Codebook.load(codebook)
    predictor = model if isinstance(model, Predictor) else Predictor.load(model, codebook=codebook)
    if codebook is not None:
        predictor.codebook.require_same(codebook, where=str(predictor.info.uri))
    corpus = load_corpus(data, codebook=predictor.codebook, columns=columns, axes=axes)
    rows = Rows.of(corpus)
    n_seen = count_seen(predictor, corpus)
    asked = {"threshold": threshold, "precision": precision}
    options = {"resamples": resamples, "seed": seed}
    check = check_evaluation(
        frozen,
        purpose,
        predictor,
        corpus.codebook,
        rows,
        asked=asked,
        options=options,
        slices=slices,
    )
    proba, abstained = apply_model(predictor, rows, corpus, asked, progress)
    baselines = majority_baseline(predictor, corpus.codebook, len(rows))
    scores = score_rows(
        rows, corpus.codebook, proba, baselines, slices=slices, abstained=abstained, **options
    )
    assessment = Assessment(
        test=scores.evaluations,
        baselines=scores.baseline_scores(),
        slices=scores.slices,
        dates=compare_dates(predictor.info.training.get("dates"), rows),
        human_ceiling=human_ceilings(corpus, scores, **options),
        end_to_end=None
        if articles is None
        else score_articles(
            predictor,
            articles,
            scores,
            corpus.codebook,
            source=corpus.source,
            asked=asked,
            **options,
        ),
        looks=look_at(rows, purpose) if count_looks else None,
        behaviour=behaviour,
        frozen=check,
    )
    path = None
    if report is not None:
        page = evaluation_report(predictor, corpus, scores, assessment, seed=seed, n_seen=n_seen)
        path = write_report(Path(report), page)
    metrics = metrics_of(assessment, scores)
    record_evaluation(predictor, corpus, assessment, metrics, path, frozen=frozen)
    return EvaluationResult(
        model_uri=predictor.info.uri,
        report=path,
        n_seen_in_training=n_seen,
        **assessment.parts(),
    )
