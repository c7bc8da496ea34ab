"""A saved model and labelled passages to scores and a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus, load_corpus
from stancekit.errors import CorpusError
from stancekit.evaluation import AxisEvaluation
from stancekit.models import find_seen
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.records import StanceExplanation
from stancekit.reporting import Report, RunFacts, check_report_place, write_report
from stancekit.training.provenance import package_versions
from stancekit.training.rows import Rows
from stancekit.training.run_report import EXPLAINED_SPANS, MACHINE_WRITTEN, error_cases
from stancekit.training.scoring import Proba, Scores, score_rows

_NO_NAME_BASELINE = (
    "There is no name-only baseline here: it is learned from the training rows, which a saved "
    "model does not hold. The report of the training run has it."
)


@dataclass(frozen=True, eq=False, kw_only=True)
class EvaluationResult:
    """Each axis' evaluation, and the report that tells of them.

    `n_seen_in_training` counts the rows whose text the model was trained on; each flatters it.
    """

    model_uri: str
    report: Path | None
    test: Mapping[str, AxisEvaluation]
    n_seen_in_training: int

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit evaluate --json``."""
        return {
            "model_uri": self.model_uri,
            "report": None if self.report is None else str(self.report),
            "n_seen_in_training": self.n_seen_in_training,
            "test": {axis: evaluation.to_dict() for axis, evaluation in self.test.items()},
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
    n_seen = _count_seen(predictor, corpus)
    proba = _predicted(predictor, rows, corpus, progress)
    baselines = _baselines(predictor, corpus.codebook, len(rows))
    scores = score_rows(rows, corpus.codebook, proba, baselines, resamples=resamples, seed=seed)
    path = None
    if report is not None:
        path = write_report(Path(report), _report(predictor, corpus, scores, seed, n_seen))
    return EvaluationResult(
        model_uri=predictor.info.uri,
        report=path,
        test=scores.evaluations,
        n_seen_in_training=n_seen,
    )


def _count_seen(predictor: Predictor, corpus: Corpus) -> int:
    """Count the rows that the model was trained on; a test on nothing else is refused."""
    trained_on = predictor.info.training.get("data", {})
    if corpus.digest in (trained_on.get("train"), trained_on.get("validation")):
        raise CorpusError(
            f"{corpus.source}: the model was trained on this very file, so that scores here would "
            "flatter it. Its run's report scores what was held out; give other passages"
        )
    n_seen = sum(find_seen(Path(predictor.info.path), corpus.texts))
    if n_seen == len(corpus):
        raise CorpusError(
            f"{corpus.source}: the model was trained on every text in it, so that scores here "
            "would say nothing. Give passages that it never saw"
        )
    return n_seen


def _predicted(
    predictor: Predictor, rows: Rows, corpus: Corpus, progress: Progress | None
) -> Proba:
    if progress is not None:
        progress("predict", 0, len(rows))
    proba = predictor.predict_proba(rows.X)
    if progress is not None:
        progress("predict", len(rows), len(rows))
    return {axis: proba[axis] for axis in corpus.axes}


def _baselines(predictor: Predictor, codebook: Codebook, n: int) -> dict[str, Proba]:
    """Give the majority baseline, where the model saw labels and says how often it saw each."""
    counted = predictor.info.training.get("labels")
    if counted is None or not all(any(counted[axis].values()) for axis in codebook.axes):
        return {}
    return {"majority": _majority(counted, codebook, n)}


def _majority(counted: Mapping[str, Mapping[str, int]], codebook: Codebook, n: int) -> Proba:
    """Give the training rows' shares of each label, for every row."""
    shares = {
        axis: np.array([counted[axis][label] for label in codebook.axes[axis].labels], float)
        for axis in codebook.axes
    }
    return {axis: np.tile(values / values.sum(), (n, 1)) for axis, values in shares.items()}


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
        notes=(*((MACHINE_WRITTEN,) if corpus.is_machine_written else ()), _NO_NAME_BASELINE),
        errors=error_cases(corpus.codebook, scores, corpus, explain),
    )


def _seen_warning(n_seen: int, n_rows: int) -> str:
    if not n_seen:
        return "no text here is one that the model was trained on, case and punctuation aside"
    return (
        f"{n_seen} of {n_rows} texts are texts that the model was trained on: the scores flatter it"
    )
