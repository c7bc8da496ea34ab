import numpy as np
import pytest

from stancekit.codebook import Codebook
from stancekit.evaluation import evaluate_axis, paired_difference
from stancekit.records import StanceExplanation, WeighedSpan
from stancekit.reporting import CardFacts, ErrorCase, Report, RunFacts

LABELS = ["for", "against", "none"]
GOLD = (["for"] * 4 + ["against"] * 4 + ["none"] * 4) * 10
MODEL = [[0.7, 0.2, 0.1], [0.1, 0.7, 0.2], [0.1, 0.1, 0.8]]
PREDICTED = (["for"] * 4 + ["against"] * 4 + ["none"] * 3 + ["for"]) * 10


def proba_of(predicted):
    return np.array([MODEL[LABELS.index(label)] for label in predicted])


def evaluate(predicted, gold=GOLD, *, axis="posture", labels=LABELS, groups=None):
    return evaluate_axis(
        gold,
        proba_of(predicted),
        axis=axis,
        labels=labels,
        absent="none",
        groups=np.arange(len(gold)) // 4 if groups is None else groups,
        resamples=200,
    )


@pytest.fixture
def evaluation():
    return evaluate(PREDICTED)


@pytest.fixture
def facts():
    return RunFacts(
        name="talks-linear",
        family="linear",
        date="2026-03-01",
        data="talks",
        split="by article_id",
        n_train=480,
        n_test=120,
        n_test_groups=1,
        codebook_name="talks",
        codebook_version="1.0.0",
        codebook_hash="0123456789abcdef",
        seed=7,
        versions={"stancekit": "0.1.0"},
        others={"Looks at the test rows": "2"},
    )


@pytest.fixture
def report(evaluation, facts):
    always_none = ["none"] * len(GOLD)
    return Report(
        title="Evaluation of talks-linear",
        facts=facts,
        evaluations=(evaluation,),
        baselines={"posture": {"majority": evaluate(always_none)}},
        differences={
            "posture": {
                "majority": paired_difference(
                    GOLD, proba_of(PREDICTED), proba_of(always_none), labels=LABELS, resamples=200
                )
            }
        },
        audit=("No article is on both sides.",),
        notes=("Plumbing check, not field accuracy.",),
        errors=(
            ErrorCase(
                id="p7",
                text="“Keep the patrols,” said Baek Ro-eun.",
                axis="posture",
                gold="against",
                predicted="for",
                probability=0.7,
                explanation=StanceExplanation(
                    label="for",
                    method="contributions",
                    score=0.5,
                    spans=(
                        WeighedSpan(1, 5, "Keep", -0.2),
                        WeighedSpan(6, 9, "the", 0.01),
                        WeighedSpan(10, 17, "patrols", 0.61),
                    ),
                    intercept=0.08,
                    rest=0.0,
                ),
            ),
        ),
    )


@pytest.fixture
def codebook():
    return Codebook.from_mapping(
        {
            "name": "talks",
            "version": "1.0.0",
            "unit": "what one speaker says in one paragraph",
            "axes": {
                "posture": {
                    "question": "What does the speaker advise?",
                    "absent": "none",
                    "labels": {
                        "for": {"position": 1, "definition": "Talks | deals."},
                        "against": {"position": -1},
                        "none": None,
                    },
                    "rules": ["A wish is\nnot a forecast."],
                }
            },
        }
    )


@pytest.fixture
def card_facts():
    return CardFacts(
        name="talks-linear",
        family="linear",
        data="talks",
        data_digest="ab" * 32,
        n_rows=480,
        n_groups=90,
        group="article_id",
        licence="apache-2.0",
        version="0.1.0",
        options={"C": 0.5},
        limits=("Trained on bundled text.",),
    )
