from __future__ import annotations

import pytest

from stancekit.evaluation import AnnotatorScores, HumanCeiling, Score, Slice, SliceValue
from stancekit.evaluation.behaviour import BehaviourCheck, BehaviourReport
from stancekit.evaluation.end_to_end import AxisEndToEnd, EndToEnd, Finding
from stancekit.evaluation.repeated import RepeatedScore
from stancekit.training import Assessment
from stancekit.training.dates import TrainingDates
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.looks import Looks
from stancekit.training.metrics import metrics_of
from stancekit.training.repeated_axis import RepeatedAxis
from stancekit.training.repeated_splits import RepeatedSplit, RepeatedSplits

SCORE = Score(0.5, 0.4, 0.6)
FINDING = Finding(precision=SCORE, recall=SCORE, f1=SCORE)


def behaved(axis, measure, outcome):
    return BehaviourCheck(
        test="B4",
        kind="INV",
        checks="quotes",
        measure=measure,
        axis=axis,
        source="articles",
        n=9,
        n_clusters=9,
        score=SCORE,
        bar=1.0,
        direction="at least",
        outcome=outcome,
    )


@pytest.mark.parametrize(
    ("assessment", "expected"),
    [
        pytest.param(
            {"dates": TrainingDates("2023-01-05", "2023-06-30", 9, 1, 2, 3)},
            {"dates.n_outside": 3, "dates.n_before": 1, "dates.n_after": 2, "dates.n_undated": 3},
            id="dates",
        ),
        pytest.param({"looks": Looks("ab", "exploratory", 2)}, {"looks.earlier": 2}, id="looks"),
        pytest.param({"looks": Looks("ab", "exploratory", None)}, {}, id="looks not counted"),
        pytest.param(
            {
                "human_ceiling": {
                    "outlook": HumanCeiling(
                        axis="outlook",
                        annotators=(AnnotatorScores("Kim", 9, 3, *[Score(0.5)] * 5),),
                        alpha=Score(0.8),
                    )
                }
            },
            {
                "outlook.annotators.alpha": 0.8,
                "outlook.annotator.Kim.macro_f1": 0.5,
                "outlook.annotator.Kim.accuracy": 0.5,
                "outlook.annotator.Kim.difference.macro_f1": 0.5,
            },
            id="ceiling",
        ),
        pytest.param(
            {"learning_curve": (LearningPoint(share=0.5, n_fit=8, n_groups=2, evaluations={}),)},
            {"learning_curve.0.5.n_fit": 8, "learning_curve.0.5.n_groups": 2},
            id="curve",
        ),
    ],
)
def test_each_number_has_its_name(assessment, expected):
    assert metrics_of(Assessment(**assessment), None) == expected


@pytest.mark.parametrize(("name", "has_values"), [("period", True), ("speaker", False)])
def test_periods_are_named_and_values_of_other_columns_are_not(name, has_values):
    value = SliceValue("2024 Q1", 20, 12, Score(0.7), Score(0.5))
    one = Slice(
        axis="outlook",
        name=name,
        values=(value,),
        n_missing=0,
        n_pooled=0,
        p_value=0.02,
        adjusted_p=0.04,
    )
    found = metrics_of(Assessment(slices=(one,)), None)
    tested = {f"outlook.slice.{name}.p": 0.02, f"outlook.slice.{name}.corrected_p": 0.04}
    values = {
        "outlook.slice.period.2024 Q1.accuracy": 0.7,
        "outlook.slice.period.2024 Q1.macro_f1": 0.5,
    }
    assert found == (tested | values if has_values else tested)


def test_the_behavioural_tests_are_named_by_test_axis_source_and_measure():
    checks = (behaved("outlook", "label stays", "passes"), behaved(None, "holder right", "fails"))
    found = metrics_of(Assessment(behaviour=BehaviourReport(checks=checks)), None)
    assert found["behaviour.B4.outlook.articles.label_stays"] == 0.5
    assert found["behaviour.B4.attribution.articles.holder_right.low"] == 0.4
    counts = {name: found[f"behaviour.n_{name}"] for name in ("passes", "fails", "cannot_be_told")}
    assert counts == {"passes": 1, "fails": 1, "cannot_be_told": 0}


def test_from_article_to_stance_each_part_is_named():
    axis = AxisEndToEnd(
        axis="outlook",
        all_labels=FINDING,
        expressed=FINDING,
        gold_attribution_f1=SCORE,
        gold_attribution_expressed_f1=SCORE,
        lost=Score(0.1),
    )
    found = EndToEnd(
        n_articles=3,
        n_gold=9,
        n_found=8,
        n_paired=7,
        attribution=FINDING,
        axes={"outlook": axis},
    )
    names = metrics_of(Assessment(end_to_end=found), None)
    assert names["end_to_end.n_paired"] == 7
    assert names["end_to_end.attribution.f1.high"] == 0.6
    assert names["end_to_end.outlook.expressed.recall"] == 0.5
    assert names["end_to_end.outlook.lost"] == 0.1


def test_repeated_splits_are_named_by_axis_and_metric():
    score = RepeatedScore((0.4, 0.6), SCORE, 0.1)
    axis = RepeatedAxis(metrics={"macro_f1": score}, over_baselines={"name-only": score})
    splits = tuple(RepeatedSplit(seed, 8, 2) for seed in (1, 2))
    found = RepeatedSplits(asked=2, test_size=0.2, splits=splits, axes={"outlook": axis})
    told = {"": 0.5, ".low": 0.4, ".high": 0.6, ".sd": 0.1}
    assert metrics_of(Assessment(repeated_splits=found), None) == {
        "repeated_splits.n": 2,
        **{f"repeated_splits.outlook.macro_f1{end}": number for end, number in told.items()},
        **{
            f"repeated_splits.outlook.over_name-only.macro_f1{end}": number
            for end, number in told.items()
        },
    }
