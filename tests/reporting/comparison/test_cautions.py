from dataclasses import replace

from stancekit.evaluation import Score
from stancekit.reporting.comparison.cautions import comparison_cautions
from stancekit.reporting.comparison.slices_section import compared_slices


def test_doubts_known_before_stand_first(report):
    assert comparison_cautions(report, ())[0] == report.doubts[0]


def test_models_trained_on_different_rows_are_told(report):
    def trained_on(*digests):
        models = zip(report.models, digests, strict=True)
        return replace(report, models=tuple(replace(m, trained_on=d) for m, d in models))

    words = "The models were trained on different rows"
    assert any(words in one for one in comparison_cautions(trained_on("a", "b", "b"), ()))
    for alike in (("a", "a", "a"), ("a", None, "a")):
        assert not any(words in one for one in comparison_cautions(trained_on(*alike), ()))


def test_a_best_model_that_does_not_beat_a_baseline_is_told(report):
    assert not any("majority" in one for one in comparison_cautions(report, ()))
    level = {"outlook": {"first": {"majority": Score(0.1, -0.1, 0.3)}}}
    told = comparison_cautions(replace(report, differences=level), ())
    assert any(one.startswith("outlook, first: not shown to beat majority") for one in told)
    bare = comparison_cautions(replace(report, differences={}), ())
    assert any(one.startswith("outlook, first: compared with no baseline") for one in bare)


def test_an_untested_axis_is_told(untested):
    told = comparison_cautions(untested, ())
    assert (
        "outlook: nothing was tested (too few groups (9)), so any difference may be chance." in told
    )


def test_slices_that_errors_go_with_are_told_with_the_models(report):
    sections = compared_slices(report.slices)
    told = [one for one in comparison_cautions(report, sections) if "errors go with" in one]
    # only the model that always says none errs on two labels and not on the third
    assert len(told) == 1
    assert told[0].startswith("outlook: errors go with label (those of dull, corrected p 0.0")
