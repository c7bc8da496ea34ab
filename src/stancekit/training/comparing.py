"""Saved models and labelled passages to who is better, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus
from stancekit.evaluation import Comparison, compare_models
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
from stancekit.training.looks import Looks, look_at
from stancekit.training.notes import MACHINE_WRITTEN, NO_NAME_BASELINE
from stancekit.training.options import Purpose
from stancekit.training.recorded_evaluation import record_comparison
from stancekit.training.rivals import load_rivals, shared_codebook, unshared_axes
from stancekit.training.rows import Rows
from stancekit.training.scoring import Proba
from stancekit.training.scoring_models import score_models
from stancekit.training.sections.looks import look_sections
from stancekit.training.unseen import count_seen


@dataclass(frozen=True, eq=False, kw_only=True)
class ComparisonResult:
    """Models compared on one data set.

    Parameters
    ----------
    n_seen_in_training
        For each model the rows whose text it was trained on; each flatters it beside the others.
    unshared_axes
        Axes that only some of the models have and nobody asked for: they were not compared.
    rows, proba
        What was predicted, and each model's probabilities.
    report
        Where the page was written; ``None`` where none was asked for.
    looks
        How often the rows were scored before, where that was to be counted.
    """

    data: str
    comparison: Comparison
    n_seen_in_training: Mapping[str, int]
    unshared_axes: tuple[str, ...]
    is_machine_written: bool
    rows: Rows
    proba: Mapping[str, Proba]
    report: Path | None = None
    looks: Looks | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader has to know before any number, one sentence each."""
        told = _doubts(self.n_seen_in_training, len(self.rows), self.unshared_axes)
        return (*told, MACHINE_WRITTEN) if self.is_machine_written else told

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit compare --json``."""
        return {
            "data": self.data,
            "report": None if self.report is None else str(self.report),
            "n_rows": len(self.rows),
            "n_seen_in_training": dict(self.n_seen_in_training),
            "warnings": list(self.warnings),
            "looks": None if self.looks is None else self.looks.to_dict(),
            **self.comparison.to_dict(),
        }

    def differing_rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows with a gold label that not all models label alike, axis by axis.

        Each has its id, group, axis and inputs, the gold label, and for each model its label, that
        label's probability, and whether it is right.
        """
        for axis, found in self.comparison.axes.items():
            gold = self.rows.y[axis].tolist()
            for place in found.differing:
                yield {
                    "id": self.rows.ids[place],
                    "group": self.rows.groups[place],
                    "axis": axis,
                    **self._inputs(place),
                    "gold": gold[place],
                    "models": {
                        model: _answer(proba[axis][place], found.labels, gold[place])
                        for model, proba in self.proba.items()
                    },
                }

    def _inputs(self, place: int) -> dict[str, Any]:
        known = self.rows.X.iloc[place].dropna()
        return {str(name): value for name, value in known.items()}


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

    Raises
    ------
    ModelError, CodebookError, CorpusError
        If a model or the data cannot be used, two models are the same or define an axis
        differently, or one was trained on every text in the data.
    OutputError
        If the report cannot be written, or would replace what is no report.
    """
    if report is not None:
        check_report_place(Path(report))
    if isinstance(codebook, str | Path):
        codebook = Codebook.load(codebook)
    rivals = load_rivals(models, codebook)
    shared = shared_codebook(rivals, axes)
    corpus = load_corpus(data, codebook=shared, columns=columns, axes=axes)
    n_seen = {name: count_seen(each, corpus, model=name) for name, each in rivals.items()}
    rows = Rows.of(corpus)
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
    )
    path = None
    if report is not None:
        path = write_report(Path(report), _report(result, rivals, corpus, slices))
    record_comparison(list(rivals), corpus, looks, comparison_metrics(comparison), path)
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
            *_doubts(seen, len(rows), result.unshared_axes),
            NO_NAME_BASELINE,
        ),
        sections=look_sections(result.looks),
    )


def _doubts(
    n_seen: Mapping[str, int], n_rows: int, unshared_axes: Sequence[str]
) -> tuple[str, ...]:
    """Give what flatters a model, and what was not compared."""
    told = [
        f"{model} was trained on {n} of {n_rows} texts: they flatter it beside the other models."
        for model, n in n_seen.items()
        if n
    ]
    if unshared_axes:
        axes = ", ".join(unshared_axes)
        told.append(f"Not compared, since only some of the models have it: {axes}.")
    return tuple(told)


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


def _answer(proba: Any, labels: Sequence[str], gold: str) -> dict[str, Any]:
    code = int(proba.argmax())
    return {
        "label": labels[code],
        "probability": float(proba[code]),
        "is_right": labels[code] == gold,
    }
