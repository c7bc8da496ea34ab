from dataclasses import replace

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import Section
from stancekit.reporting.verdicts import compare_with, summarise, verdicts_of


@pytest.mark.parametrize(
    ("difference", "outcome", "words"),
    [
        pytest.param(Score(0.2, 0.1, 0.3), "better", "Beats name-only by 0.200", id="above 0"),
        pytest.param(Score(0.1, 0.0, 0.2), "open", "Not shown to beat", id="touches 0"),
        pytest.param(Score(0.1, -0.1, 0.3), "open", "Not shown to beat", id="around 0"),
        pytest.param(Score(-0.2, -0.3, -0.1), "worse", "Worse than name-only", id="below 0"),
        pytest.param(
            Score(0.4, note="too few groups (3)"),
            "open",
            "without interval (too few groups (3))",
            id="no interval",
        ),
        pytest.param(Score(None, note="no gold"), "open", "Cannot be compared", id="no value"),
    ],
)
def test_only_a_whole_interval_above_zero_beats_a_baseline(difference, outcome, words):
    verdict = compare_with("name-only", difference)
    assert verdict.outcome == outcome
    assert words in verdict.sentence


def test_the_summary_counts_axes_that_beat_every_baseline(report):
    assert summarise(report, n_cautions=1) == [
        "Beats every baseline on 1 of 1 axis: posture.",
        "1 reason for doubt, listed under the scores.",
    ]
    open_too = {"posture": {**report.differences["posture"], "name-only": Score(0.1, -0.1, 0.3)}}
    assert summarise(replace(report, differences=open_too), n_cautions=0) == [
        "Beats every baseline on 0 of 1 axis.",
        "0 reasons for doubt, listed under the scores.",
    ]


def test_verdicts_that_speak_against_the_model_come_first():
    differences = {
        "majority": Score(0.2, 0.1, 0.3),
        "keywords": Score(0.1, -0.1, 0.3),
        "name-only": Score(0.3, 0.2, 0.4),
        "tf-idf": Score(-0.2, -0.3, -0.1),
    }
    assert [one.sentence.split(":")[0] for one in verdicts_of(differences)] == [
        "Worse than tf-idf",
        "Not shown to beat keywords",
        "Beats majority by 0.200 (0.100 to 0.300).",
        "Beats name-only by 0.300 (0.200 to 0.400).",
    ]


def test_the_summary_names_a_baseline_that_is_better(report):
    worse = {"posture": {**report.differences["posture"], "tf-idf": Score(-0.2, -0.3, -0.1)}}
    assert summarise(replace(report, differences=worse), n_cautions=1) == [
        "Beats every baseline on 0 of 1 axis.",
        "The baseline tf-idf is better than the model on posture.",
        "1 reason for doubt, listed under the scores.",
    ]


def test_a_model_without_baselines_beats_none(report):
    first = summarise(replace(report, differences={}), n_cautions=0)[0]
    assert first == "Beats every baseline on 0 of 1 axis."


def test_without_scores_the_summary_is_what_the_sections_found(report):
    sections = (Section(key="a", title="Tests", lead="2 of 3 passed."), Section(key="b"))
    assert summarise(replace(report, evaluations=(), sections=sections), n_cautions=2) == [
        "No labelled passage was scored.",
        "Tests: 2 of 3 passed.",
        "2 reasons for doubt, listed below.",
    ]
