from dataclasses import replace

from stancekit.reporting.comparison.verdicts import axis_verdicts, summarise_comparison


def test_who_is_not_told_from_the_best_is_named(report):
    *told, doubts = summarise_comparison(report, n_cautions=2)
    assert told == ["On outlook, first cannot be told from second."]
    assert doubts == "2 reasons for doubt, listed under the scores."


def test_each_model_behind_the_best_is_judged_by_the_corrected_test(report):
    axis = report.comparison.axes["outlook"]
    second, dull = axis_verdicts(report, axis)
    assert (second.outcome, dull.outcome) == ("open", "better")
    assert second.sentence.startswith("Not told from second: ahead by 0.008 (")
    assert dull.sentence.startswith("Better than dull by 0.")
    assert f"p {axis.pairs[1].p_holm:.3f} after correction." in dull.sentence


def test_a_model_told_from_all_others_is_best(report):
    axis = report.comparison.axes["outlook"]
    places = [
        replace(place, is_told_from_best=rank > 0) for rank, place in enumerate(axis.leaderboard)
    ]
    alone = replace(axis, leaderboard=tuple(places))
    changed = replace(report, comparison=replace(report.comparison, axes={"outlook": alone}))
    assert summarise_comparison(changed, n_cautions=0)[0] == "first is best on outlook."


def test_where_nothing_was_tested_nothing_is_claimed(untested):
    told = summarise_comparison(untested, n_cautions=1)
    assert told[0] == "Which is best cannot be told: nothing could be tested."
    (verdict,) = axis_verdicts(untested, untested.comparison.axes["outlook"])
    assert (verdict.outcome, verdict.sentence) == (
        "open",
        "Nothing was tested: too few groups (9).",
    )
