from __future__ import annotations

from stancekit.evaluation import Score, Slice, SliceValue
from stancekit.training.dates import TrainingDates
from stancekit.training.sections.dates import date_sections


def dates(n_after):
    days = {"first": "2023-01-05", "last": "2023-06-30"}
    return TrainingDates(**days, n=40, n_before=0, n_after=n_after, n_undated=2)


def by(name):
    value = SliceValue("2024 Q1", 20, 12, Score(0.7), Score(0.5, 0.4, 0.6))
    return Slice(axis="outlook", name=name, values=(value,), n_missing=0, n_pooled=0, p_value=None)


def test_rows_from_outside_the_training_dates_are_warned_of():
    (within,), (outside,) = (date_sections(dates(n), []) for n in (0, 30))
    assert within.cautions == ()
    assert outside.cautions[0].startswith("30 of 40 rows are outside the dates of the training")
    assert outside.cautions[0].endswith(".")
    (row,) = outside.parts[0].to_dict()["rows"]
    assert (row["first"], row["n_after"], row["n_undated"]) == ("2023-01-05", 30, 2)


def test_scores_by_period_are_drawn():
    (section,) = date_sections(dates(30), [by("speaker"), by("period")])
    (period,) = section.sections[0].sections
    assert period.title == "outlook by period"
    assert [(name, score.value) for name, score in period.parts[0].rows] == [
        ("2024 Q1 (n 20)", 0.5)
    ]


def test_without_dates_there_is_no_section():
    assert date_sections(None, [by("period")]) == ()
