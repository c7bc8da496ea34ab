from __future__ import annotations

from stancekit.evaluation import Score
from stancekit.evaluation.repeated import RepeatedScore
from stancekit.training.repeated_axis import RepeatedAxis
from stancekit.training.repeated_splits import RepeatedSplit, RepeatedSplits
from stancekit.training.sections.repeated_splits import repeated_sections


def splits(over=Score(0.2, 0.1, 0.3), note=None, mean_note=None, failed=None):  # noqa: B008
    score = RepeatedScore((0.62, 0.7, 0.66), Score(0.66, 0.5, 0.82, mean_note), 0.04)
    return RepeatedSplits(
        asked=3,
        test_size=0.2,
        n_groups=40,
        splits=tuple(RepeatedSplit(seed, 80, 20, failed) for seed in (11, 12, 13)),
        axes={
            "outlook": RepeatedAxis(
                metrics=dict.fromkeys(("macro_f1", "accuracy", "mcc"), score),
                over_baselines={"majority": RepeatedScore((0.2, 0.2, 0.2), over, 0.0)},
            )
        },
        note=note,
    )


def test_each_division_is_drawn_with_mean_and_interval(evaluate):
    (section,) = repeated_sections(splits(), {"outlook": evaluate()})
    plot, means, divisions, _ = section.parts
    assert plot.rows == (("outlook", Score(0.66, 0.5, 0.82)),)
    assert plot.rings == {"outlook": (0.62, 0.7, 0.66)}
    assert plot.scale() == (0.5, 0.9)  # the tenths around all of it
    (row,) = means.to_dict()["rows"]
    assert row["sd"] == {"value": 0.04, "note": "0.620 to 0.700"}
    assert row["over_majority"] == {"value": 0.2, "low": 0.1, "high": 0.3}
    assert row["test"] == {"value": 0.6, "low": 0.5, "high": 0.7}
    rows = divisions.to_dict()["rows"]
    assert [(one["seed"], one["outlook.macro_f1"]) for one in rows] == [
        ("11", 0.62),
        ("12", 0.7),
        ("13", 0.66),
    ]
    assert section.cautions == ()


def test_without_test_rows_there_is_no_column_for_them():
    (section,) = repeated_sections(splits(), {})
    assert "test" not in section.parts[1].to_dict()["columns"]


def test_a_baseline_that_is_not_beaten_is_warned_of():
    (section,) = repeated_sections(splits(over=Score(0.1, -0.1, 0.3)), {})
    (caution,) = section.cautions
    assert caution == (
        "outlook, over 3 random divisions: not shown to beat majority: the difference is 0.100 "
        "(−0.100 to 0.300)."
    )


def test_what_limits_the_scores_is_listed():
    (section,) = repeated_sections(
        splits(note="only 3 divisions differ", mean_note="1 of 3 have no row of up to score"), {}
    )
    notes = section.parts[3]
    assert notes.lines == (
        "3 divisions were asked for: only 3 divisions differ.",
        "outlook: 1 of 3 have no row of up to score.",
    )
    (section,) = repeated_sections(splits(failed="found one label"), {})
    assert section.parts[3].lines[0] == "Division 1 has no scores: found one label"


def test_what_could_not_be_made_says_why():
    found = RepeatedSplits(asked=5, test_size=0.2, note="there are no labelled rows")
    (section,) = repeated_sections(found, {})
    assert section.parts[0].lines == ("Not made: there are no labelled rows.",)


def test_unasked_there_is_no_section():
    assert repeated_sections(None, {}) == ()
