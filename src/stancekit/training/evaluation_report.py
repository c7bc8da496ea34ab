"""What an evaluation of a saved model tells its reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from stancekit.corpus import Corpus
from stancekit.prediction import Predictor
from stancekit.records import StanceExplanation
from stancekit.reporting import Report, RunFacts
from stancekit.training.notes import MACHINE_WRITTEN, NO_LEARNED_BASELINES
from stancekit.training.provenance import package_versions
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores
from stancekit.training.sections.assessment import assessment_sections
from stancekit.training.shown_errors import EXPLAINED_SPANS, error_cases


def evaluation_report(
    predictor: Predictor,
    corpus: Corpus,
    scores: Scores,
    assessment: Assessment,
    *,
    seed: int,
    n_seen: int,
) -> Report:
    """Give the report of a saved model on labelled passages.

    Parameters
    ----------
    assessment
        What was found out beside the scores on each axis: it makes the further sections.
    n_seen
        Rows whose text the model was trained on.
    """
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
        notes=(*((MACHINE_WRITTEN,) if corpus.is_machine_written else ()), NO_LEARNED_BASELINES),
        errors=error_cases(corpus.codebook, scores, corpus, explain),
        sections=assessment_sections(assessment),
    )


def _seen_warning(n_seen: int, n_rows: int) -> str:
    if not n_seen:
        return "no text here is one that the model was trained on, case and punctuation aside"
    return (
        f"{n_seen} of {n_rows} texts are texts that the model was trained on: the scores flatter it"
    )
