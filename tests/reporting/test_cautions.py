from dataclasses import replace

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import Section
from stancekit.reporting.cautions import cautions


def with_metric(report, **scores):
    (evaluation,) = report.evaluations
    metrics = {**evaluation.metrics, **scores}
    return replace(report, evaluations=(replace(evaluation, metrics=metrics),))


def with_label(report, label, f1, *, support=30):
    (evaluation,) = report.evaluations
    scores = replace(evaluation.per_label[label], f1=f1, support=support)
    per_label = {**evaluation.per_label, label: scores}
    return replace(report, evaluations=(replace(evaluation, per_label=per_label),))


def test_sound_numbers_raise_no_doubt(report):
    sound = with_metric(report, calibration_error=Score(0.04, 0.02, 0.06))
    assert cautions(sound) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(
            lambda r: with_metric(r, macro_f1=Score(0.6, 0.45, 0.7)),
            "posture: the interval of macro F1 is wide (0.450 to 0.700)",
            id="wide interval",
        ),
        pytest.param(
            lambda r: with_metric(r, macro_f1=Score(0.6, note="too few groups (4)")),
            "no interval for macro F1 (too few groups (4))",
            id="no interval",
        ),
        pytest.param(
            lambda r: with_metric(r, macro_f1=Score(1.0, 1.0, 1.0, "every resample is alike")),
            "no interval for macro F1 (every resample is alike)",
            id="interval without width",
        ),
        pytest.param(
            lambda r: with_metric(r, macro_f1=Score(None, note="no gold")),
            "posture: no score (no gold).",
            id="no score",
        ),
        pytest.param(
            lambda r: with_metric(r, calibration_error=Score(0.15, 0.1, 0.2)),
            "probabilities are off by 0.150",
            id="calibration",
        ),
        pytest.param(
            lambda r: with_label(r, "for", Score(0.31, 0.2, 0.4)),
            "weak on for (F1 0.310)",
            id="weak",
        ),
        pytest.param(
            lambda r: with_label(r, "for", Score(None), support=1),
            "too few gold rows to score for (1 gold row)",
            id="refused",
        ),
        pytest.param(
            lambda r: replace(r, differences={"posture": {"name-only": Score(0.1, -0.1, 0.3)}}),
            "posture: not shown to beat name-only",
            id="no better than names",
        ),
        pytest.param(
            lambda r: replace(r, differences={}), "compared with no baseline", id="no baseline"
        ),
        pytest.param(
            lambda r: replace(r, facts=replace(r.facts, split_warning="A random split flatters.")),
            "A random split flatters.",
            id="split",
        ),
        pytest.param(
            lambda r: replace(r, evaluations=(replace(r.evaluations[0], n_missing=2),)),
            "2 rows without a gold label",
            id="missing gold",
        ),
    ],
)
def test_a_weak_spot_is_named(report, change, words):
    sound = with_metric(report, calibration_error=Score(0.04, 0.02, 0.06))
    (found,) = cautions(change(sound))
    assert words in found


def test_what_sections_warn_of_stands_behind_what_the_numbers_show(report):
    inner = Section(key="outlet", cautions=("posture: errors go with the outlet.",))
    outer = Section(key="slices", cautions=("Two slices are small.",), sections=(inner,))
    assert cautions(replace(report, sections=(outer,))) == [
        *cautions(report),
        "Two slices are small.",
        "posture: errors go with the outlet.",
    ]


def test_further_doubts_stand_before_those_of_sections(report):
    sections = (Section(key="a", title="a", cautions=("Of a section.",)),)
    found = cautions(replace(report, doubts=("One division.",), sections=sections))
    assert found[-2:] == ["One division.", "Of a section."]
