from __future__ import annotations

from stancekit.cli.scores import print_assessment
from stancekit.evaluation import Score
from stancekit.evaluation.repeated import RepeatedScore
from stancekit.training import Assessment
from stancekit.training.repeated_axis import RepeatedAxis
from stancekit.training.repeated_splits import RepeatedSplit, RepeatedSplits


def repeated(score, note=None):
    over = {"majority": RepeatedScore((0.2, 0.3), Score(0.25, 0.1, 0.4), 0.05)}
    return RepeatedSplits(
        asked=2,
        test_size=0.2,
        splits=(RepeatedSplit(1, 80, 20), RepeatedSplit(2, 80, 20)),
        axes={"outlook": RepeatedAxis(metrics={"macro_f1": score}, over_baselines=over)},
        note=note,
    )


def test_repeated_splits_are_printed_with_their_spread(capsys):
    score = RepeatedScore((0.6, 0.7), Score(0.65, 0.5, 0.8), 0.071)
    print_assessment(Assessment(repeated_splits=repeated(score)))
    head, told = capsys.readouterr().out.splitlines()[-2:]
    assert head == "2 further random splits of the rows to fit"
    assert told == (
        "  outlook: macro_f1 0.650 (0.500 to 0.800), sd 0.071, from 0.600 to 0.700, over majority "
        "0.250 (0.100 to 0.400)"
    )


def test_a_single_score_has_no_spread_and_says_why(capsys):
    score = RepeatedScore((0.6, None), Score(0.6, note="a single division has a score"), None)
    print_assessment(Assessment(repeated_splits=repeated(score, "only 2 divisions differ")))
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == [
        "2 further random splits of the rows to fit: only 2 divisions differ",
        "  outlook: macro_f1 0.600: a single division has a score",
    ]


def test_repeated_splits_that_were_not_made_say_why(capsys):
    found = RepeatedSplits(asked=5, test_size=0.2, note="there are no labelled rows")
    print_assessment(Assessment(repeated_splits=found))
    assert "repeated splits: not made: there are no labelled rows" in capsys.readouterr().out
