"""What an evaluation of a saved model tells its reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from stancekit.corpus import Corpus
from stancekit.prediction import ModelInfo, Predictor
from stancekit.records import StanceExplanation
from stancekit.reporting import Report, RunFacts, behaviour_sections
from stancekit.reporting.numbers import counted
from stancekit.training.notes import MACHINE_WRITTEN, NO_LEARNED_BASELINES
from stancekit.training.provenance import package_versions
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores
from stancekit.training.sections.assessment import assessment_sections
from stancekit.training.shown_errors import EXPLAINED_SPANS, error_cases

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourReport

_NO_ACCURACY: Final = (
    "No labelled passage was scored: the rates of the tests are no accuracy. stancekit evaluate "
    "MODEL DATA tells how often the model is right."
)


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


def behaviour_report(
    predictor: Predictor, behaviour: BehaviourReport, *, data: str | None = None
) -> Report:
    """Give the report of a saved model of which nothing but its behaviour was tested.

    Parameters
    ----------
    data
        The rows that cases were made from, beside our own sentences.
    """
    info = predictor.info
    return Report(
        title=f"{info.training.get('name', info.family)}: behavioural tests",
        facts=RunFacts(
            name=info.uri,
            family=info.family,
            date=datetime.now().astimezone().date().isoformat(),
            n_train=info.training.get("n_rows"),
            n_train_groups=info.training.get("n_groups"),
            codebook_name=info.codebook["name"],
            codebook_version=info.codebook["version"],
            codebook_hash=info.codebook["hash"],
            seed=behaviour.seed,
            versions=package_versions(),
            others=dict(_trained_on(info)),
        ),
        evaluations=(),
        notes=(_tested(predictor, behaviour, data),),
        doubts=(_NO_ACCURACY,),
        sections=behaviour_sections(behaviour),
    )


def _tested(predictor: Predictor, behaviour: BehaviourReport, data: str | None) -> str:
    """Say which tests ran, on what."""
    tests = dict.fromkeys(one.test for one in behaviour.checks)
    made_from = {
        "sentences": "our own sentences",
        "codebook": "the codebook's examples",
        "rows": f"the rows of {data}",
        "articles": "our own articles",
    }
    used = {one.source for one in behaviour.checks}
    sources = [words for source, words in made_from.items() if source in used]
    return (
        f"Tested: {counted(len(tests), 'behavioural test')} of the model's labels on "
        f"{', '.join(predictor.axes)} and of this package's attribution, with cases made from "
        f"{' and '.join(sources)}."
    )


def _trained_on(info: ModelInfo) -> Iterator[tuple[str, str]]:
    """Give what the model's card tells of its training, by the name that a reader shall see."""
    training = info.training
    if training.get("split") is not None:
        yield "Split in training", training["split"]
    for side, digest in training.get("data", {}).items():
        yield f"Digest of the {side} data", digest
    dates = training.get("dates")
    if dates:
        yield "Dates of the training rows", f"{dates['first']} to {dates['last']}"
    for axis, labels in training.get("labels", {}).items():
        told = ", ".join(f"{label} {n:,}" for label, n in labels.items())
        yield f"Training rows by {axis}", told


def _seen_warning(n_seen: int, n_rows: int) -> str:
    if not n_seen:
        return "no text here is one that the model was trained on, case and punctuation aside"
    return (
        f"{n_seen} of {n_rows} texts are texts that the model was trained on: the scores flatter it"
    )
