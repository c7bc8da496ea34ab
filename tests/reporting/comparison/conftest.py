from __future__ import annotations

import numpy as np
import pytest

from stancekit.evaluation import (
    compare_models,
    evaluate_axis,
    evaluate_models_slices,
    paired_difference,
)
from stancekit.reporting import (
    Answer,
    ComparedModel,
    ComparisonReport,
    DifferingRow,
    RunFacts,
)

LABELS = ["up", "down", "none"]
ADDRESSES = {"first": "runs/first/model", "second": "runs/second/model", "dull": "runs/dull/model"}


def sure(labels):
    return np.eye(3)[[LABELS.index(label) for label in labels]] * 0.7 + 0.1


def makes_errors(gold, places):
    """Give the gold labels, those at `places` wrong."""
    return [
        LABELS[(LABELS.index(label) + 1) % 3] if place in places else label
        for place, label in enumerate(gold)
    ]


def compared(n=120, per_group=4):
    """Two models that err on a few other rows, and one that always says none."""
    gold = LABELS * (n // 3)
    said = {
        "first": makes_errors(gold, {1, 14, 27}),
        "second": makes_errors(gold, {2, 15, 28, 41}),
        "dull": ["none"] * n,
    }
    groups = (np.arange(n) // per_group).tolist()
    options = {"groups": groups, "resamples": 100, "seed": 1}
    proba = {name: sure(labels) for name, labels in said.items()}

    def evaluate(one):
        return evaluate_axis(gold, one, axis="outlook", labels=LABELS, absent="none", **options)

    majority = np.full((n, 3), 1 / 3)
    return ComparisonReport(
        title="3 models on ferries.jsonl",
        facts=RunFacts(name="comparison", data="ferries.jsonl", n_test=n, seed=1),
        comparison=compare_models(
            {"outlook": gold},
            {ADDRESSES[name]: {"outlook": one} for name, one in proba.items()},
            labels={"outlook": LABELS},
            **options,
        ),
        models=tuple(
            ComparedModel(name=name, address=address, family="linear", n_train=480)
            for name, address in ADDRESSES.items()
        ),
        evaluations={"outlook": {name: evaluate(one) for name, one in proba.items()}},
        baselines={"outlook": {"majority": evaluate(majority)}},
        differences={
            "outlook": {
                name: {"majority": paired_difference(gold, one, majority, labels=LABELS, **options)}
                for name, one in proba.items()
            }
        },
        slices=evaluate_models_slices(
            {"outlook": gold},
            {name: {"outlook": one} for name, one in proba.items()},
            {"label": gold},
            labels={"outlook": LABELS},
            **options,
        ),
        differing={
            "outlook": (
                DifferingRow(
                    id="r1",
                    text="Baek said the ferries would sail.",
                    gold="down",
                    answers=(
                        Answer("first", "none", 0.8, is_right=False),
                        Answer("second", "down", 0.8, is_right=True),
                    ),
                ),
            )
        },
        notes=("Plumbing check, not field accuracy.",),
        doubts=("first was trained on 2 of 120 texts: they flatter it beside the other models.",),
    )


@pytest.fixture(scope="session")
def report():
    return compared()


@pytest.fixture(scope="session")
def untested():
    """Nine groups are too few to test anything."""
    return compared(n=36)
