"""Compared models to the report of their comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus
from stancekit.evaluation import AxisComparison, Comparison
from stancekit.prediction import Predictor
from stancekit.reporting import (
    ComparedModel,
    ComparisonReport,
    DifferingRow,
    RunFacts,
    Section,
    short_names,
)
from stancekit.training.comparison_result import answer_of
from stancekit.training.provenance import package_versions
from stancekit.training.rows import Proba, Rows
from stancekit.training.scoring_models import ModelScores

MOST_DIFFERING: Final = 20
"""Rows an axis that a page shows; ``compare --differing`` writes all."""


def comparison_report(
    comparison: Comparison,
    models: Sequence[ComparedModel],
    rows: Rows,
    proba: Mapping[str, Proba],
    scores: ModelScores,
    facts: RunFacts,
    *,
    notes: Sequence[str] = (),
    doubts: Sequence[str] = (),
    sections: Sequence[Section] = (),
) -> ComparisonReport:
    """Give the report of a comparison.

    Parameters
    ----------
    proba
        What was compared, by the model's address.
    scores
        By the model's name.
    """
    names = {model.address: model.name for model in models}
    answers = {names[address]: one for address, one in proba.items()}
    return ComparisonReport(
        title=f"{len(models)} models on {Path(facts.data or 'the same rows').name}",
        facts=facts,
        comparison=comparison,
        models=tuple(models),
        evaluations=scores.evaluations,
        baselines=scores.baselines,
        differences=scores.differences,
        slices=scores.slices,
        differing={
            name: differing_rows(axis, rows, answers) for name, axis in comparison.axes.items()
        },
        notes=tuple(notes),
        doubts=tuple(doubts),
        sections=tuple(sections),
    )


def differing_rows(
    axis: AxisComparison, rows: Rows, proba: Mapping[str, Proba]
) -> tuple[DifferingRow, ...]:
    """Give the rows on whose gold label the models' probabilities lie farthest apart, in order."""
    places = np.array(axis.differing, dtype=np.int64)
    if len(places) == 0:
        return ()
    gold = [rows.y[axis.axis].iloc[place] for place in places]
    codes = np.array([axis.labels.index(label) for label in gold])
    of_gold = np.stack([one[axis.axis][places, codes] for one in proba.values()])
    farthest = np.argsort(-np.ptp(of_gold, axis=0), kind="stable")[:MOST_DIFFERING]
    return tuple(
        DifferingRow(
            id=rows.ids[places[number]],
            text=str(rows.X["text"].iloc[places[number]]),
            gold=gold[number],
            answers=tuple(
                answer_of(model, one[axis.axis][places[number]], axis.labels, gold[number])
                for model, one in proba.items()
            ),
            group=rows.groups[places[number]],
        )
        for number in farthest
    )


def compared_models(
    rivals: Mapping[str, Predictor], n_seen: Mapping[str, int]
) -> tuple[ComparedModel, ...]:
    """Give what a report tells of each model."""
    names = short_names(list(rivals))
    found = []
    for address, rival in rivals.items():
        training = rival.info.training
        found.append(
            ComparedModel(
                name=names[address],
                address=address,
                family=rival.info.family,
                n_train=training.get("n_rows"),
                n_train_groups=training.get("n_groups"),
                trained_on=training.get("data", {}).get("train"),
                n_seen=n_seen[address],
            )
        )
    return tuple(found)


def comparison_facts(corpus: Corpus, codebook: Codebook, rows: Rows, *, seed: int) -> RunFacts:
    """Give where the numbers of a comparison come from."""
    return RunFacts(
        name="comparison",
        date=datetime.now().astimezone().date().isoformat(),
        data=corpus.source,
        data_digest=corpus.digest,
        split="a file that was given",
        n_test=len(rows),
        n_test_groups=len(set(rows.groups)),
        codebook_name=codebook.name,
        codebook_version=codebook.version,
        codebook_hash=codebook.hash,
        seed=seed,
        versions=package_versions(),
    )


def comparison_metrics(comparison: Comparison) -> dict[str, float]:
    """Give each score with its interval as metrics by name: ``AXIS.METRIC.MODEL``."""
    names = short_names(comparison.models)
    found: dict[str, float | None] = {}
    for name, axis in comparison.axes.items():
        for place in axis.leaderboard:
            key = f"{name}.{comparison.metric}.{names[place.model]}"
            score = place.score
            found |= {key: score.value, f"{key}.low": score.low, f"{key}.high": score.high}
    return {name: value for name, value in found.items() if value is not None}
