"""Saved models and labelled passages to who is better, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus
from stancekit.evaluation import Comparison, compare_models
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.training.notes import MACHINE_WRITTEN
from stancekit.training.rivals import load_rivals, shared_codebook, unshared_axes
from stancekit.training.rows import Rows
from stancekit.training.scoring import Proba
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
    """

    data: str
    comparison: Comparison
    n_seen_in_training: Mapping[str, int]
    unshared_axes: tuple[str, ...]
    is_machine_written: bool
    rows: Rows
    proba: Mapping[str, Proba]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader has to know before any number, one sentence each."""
        seen = [
            f"{model} was trained on {n} of {len(self.rows)} texts: they flatter it beside the "
            "other models."
            for model, n in self.n_seen_in_training.items()
            if n
        ]
        if self.unshared_axes:
            axes = ", ".join(self.unshared_axes)
            seen.append(f"Not compared, since only some of the models have it: {axes}.")
        if self.is_machine_written:
            seen.append(MACHINE_WRITTEN)
        return tuple(seen)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit compare --json``."""
        return {
            "data": self.data,
            "n_rows": len(self.rows),
            "n_seen_in_training": dict(self.n_seen_in_training),
            "warnings": list(self.warnings),
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

    Raises
    ------
    ModelError, CodebookError, CorpusError
        If a model or the data cannot be used, two models are the same or define an axis
        differently, or one was trained on every text in the data.
    """
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
    return ComparisonResult(
        data=corpus.source,
        comparison=comparison,
        n_seen_in_training=n_seen,
        unshared_axes=unshared_axes(rivals) if axes is None else (),
        is_machine_written=corpus.is_machine_written,
        rows=rows,
        proba=proba,
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


def _answer(proba: Any, labels: Sequence[str], gold: str) -> dict[str, Any]:
    code = int(proba.argmax())
    return {
        "label": labels[code],
        "probability": float(proba[code]),
        "is_right": labels[code] == gold,
    }
