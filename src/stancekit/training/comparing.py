"""Saved models and labelled passages to who is better, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus
from stancekit.evaluation import compare_models
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.reporting import ComparisonReport, check_report_place, write_report
from stancekit.training.applied import majority_baseline
from stancekit.training.comparison_report import (
    compared_models,
    comparison_facts,
    comparison_metrics,
    comparison_report,
)
from stancekit.training.comparison_result import ComparisonResult, comparison_doubts
from stancekit.training.frozen import Frozen, to_frozen
from stancekit.training.held_to_frozen import check_comparison
from stancekit.training.looks import look_at
from stancekit.training.notes import MACHINE_WRITTEN, NO_LEARNED_BASELINES
from stancekit.training.options import Purpose
from stancekit.training.recorded_evaluation import record_comparison
from stancekit.training.rivals import load_rivals, shared_codebook, unshared_axes
from stancekit.training.rows import Proba, Rows
from stancekit.training.scoring_models import score_models
from stancekit.training.sections.frozen import frozen_sections
from stancekit.training.sections.looks import look_sections
from stancekit.training.unseen import count_seen


def compare(
    models: Sequence[Predictor | str | Path],
    data: str | Path,
    *,
    codebook: Codebook | str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    axes: Mapping[str, str] | None = None,
    metric: str = "macro_f1",
    resamples: int = 2000,
    seed: int = 0,
    report: str | Path | None = None,
    slices: Sequence[str] = (),
    purpose: Purpose = "exploratory",
    count_looks: bool = False,
    frozen: Frozen | str | Path | None = None,
    progress: Progress | None = None,
) -> ComparisonResult:
    """Compare saved models on labelled passages that none of them saw.

    Parameters
    ----------
    models
        Two or more loaded predictors, model folders, or MLflow model addresses.
    data, columns, axes
        As for `stancekit.corpus.load_corpus`; by default the axes that all models have are columns
        of their own names.
    codebook
        Fails unless every model was trained with it.
    metric, resamples, seed
        As for `stancekit.evaluation.compare_models`.
    report
        Where to write the HTML report: who leads, every pair, each model's full scores and the rows
        that differ. The same is written beside it as ``.md`` and ``.json``. ``None`` writes none.
    slices, purpose, count_looks
        As for `evaluate`; slices are scored for the report alone, and one comparison is one look.
    frozen
        What `freeze` fixed before, or its file: codebook, axes, rows, primary measure, resamples
        and seed are held against it before anything is predicted, as `evaluate` does.

    Raises
    ------
    ModelError, CodebookError, CorpusError
        If a model or the data cannot be used, two models are the same or define an axis
        differently, or one was trained on every text in the data.
    OutputError
        If the report cannot be written, or would replace what is no report.
    ConfigError
        If the comparison is confirmatory and not as it was frozen.
    """
    if report is not None:
        check_report_place(Path(report))
    frozen = to_frozen(frozen)
    if isinstance(codebook, str | Path):
        codebook = Codebook.load(codebook)
    rivals = load_rivals(models, codebook)
    shared = shared_codebook(rivals, axes)
    corpus = load_corpus(data, codebook=shared, columns=columns, axes=axes)
    n_seen = {name: count_seen(each, corpus, model=name) for name, each in rivals.items()}
    rows = Rows.of(corpus)
    check = check_comparison(
        frozen,
        purpose,
        rivals,
        corpus.codebook,
        rows,
        metric=metric,
        options={"resamples": resamples, "seed": seed},
        slices=slices,
    )
    proba = _predicted(rivals, rows, corpus, progress)
    comparison = compare_models(
        {axis: rows.y[axis].tolist() for axis in corpus.axes},
        proba,
        labels={axis: corpus.codebook.axes[axis].label_names for axis in corpus.axes},
        groups=rows.groups,
        metric=metric,
        resamples=resamples,
        seed=seed,
    )
    looks = None
    if count_looks:
        looks = look_at(rows, purpose)
    result = ComparisonResult(
        data=corpus.source,
        comparison=comparison,
        n_seen_in_training=n_seen,
        unshared_axes=unshared_axes(rivals) if axes is None else (),
        is_machine_written=corpus.is_machine_written,
        rows=rows,
        proba=proba,
        looks=looks,
        frozen=check,
    )
    path = None
    if report is not None:
        path = write_report(Path(report), _report(result, rivals, corpus, slices))
    metrics = comparison_metrics(comparison)
    record_comparison(list(rivals), corpus, looks, metrics, path, check=check, frozen=frozen)
    return replace(result, report=path)


def _report(
    result: ComparisonResult,
    rivals: Mapping[str, Predictor],
    corpus: Corpus,
    slices: Sequence[str],
) -> ComparisonReport:
    rows, codebook, comparison = result.rows, corpus.codebook, result.comparison
    models = compared_models(rivals, result.n_seen_in_training)
    baselines = {
        model.name: majority_baseline(rivals[model.address], codebook, len(rows))
        for model in models
    }
    scores = score_models(
        rows,
        codebook,
        {model.name: result.proba[model.address] for model in models},
        {name: known["majority"] for name, known in baselines.items() if known},
        metric=comparison.metric,
        resamples=comparison.resamples,
        seed=comparison.seed,
        slices=slices,
    )
    seen = {model.name: model.n_seen for model in models}
    return comparison_report(
        comparison,
        models,
        rows,
        result.proba,
        scores,
        comparison_facts(corpus, codebook, rows, seed=comparison.seed),
        notes=(MACHINE_WRITTEN,) if result.is_machine_written else (),
        doubts=(
            *comparison_doubts(seen, len(rows), result.unshared_axes),
            NO_LEARNED_BASELINES,
        ),
        sections=(*look_sections(result.looks), *frozen_sections(result.frozen, result.looks)),
    )


def _predicted(
    rivals: Mapping[str, Predictor], rows: Rows, corpus: Corpus, progress: Progress | None
) -> dict[str, Proba]:
    predicted: dict[str, Proba] = {}
    for done, (name, rival) in enumerate(rivals.items()):
        if progress is not None:
            progress("models", done, len(rivals))
        proba = rival.predict_proba(rows.X)
        predicted[name] = {axis: proba[axis] for axis in corpus.axes}
    if progress is not None:
        progress("models", len(rivals), len(rivals))
    return predicted
