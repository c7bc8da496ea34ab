from __future__ import annotations

import pytest

from stancekit.evaluation import Score
from stancekit.training.generalisation import SchemeScores
from stancekit.training.sections.generalisation import generalisation_sections

LARGE = Score(0.2, 0.1, 0.3)


@pytest.fixture
def schemes(evaluate):
    def _schemes(gap=LARGE, over_names=LARGE, n_fit=300.0):
        return (
            SchemeScores(
                scheme="expert",
                n_folds=5,
                n_fit=n_fit,
                n_rows=40,
                n_left_out=8,
                evaluations={"outlook": evaluate(macro_f1=Score(0.4, 0.3, 0.5))},
                over_name_only={"outlook": over_names},
                gap_to_random={"outlook": gap},
            ),
            SchemeScores(
                scheme="random",
                n_folds=5,
                n_fit=320.0,
                n_rows=48,
                evaluations={"outlook": evaluate()},
            ),
        )

    return _schemes


def test_each_scheme_is_drawn_beside_the_random_split(schemes):
    (section,) = generalisation_sections(schemes())
    plot, table = section.sections[0].parts
    assert [(name, score.value) for name, score in plot.rows] == [
        ("new experts", 0.4),
        ("random rows", 0.6),
    ]
    assert plot.reference == 0.6
    first, bound = table.to_dict()["rows"]
    assert first["gap"] == {"value": 0.2, "low": 0.1, "high": 0.3}
    assert first["verdict"] == {"flag": "yes", "is": "good"}
    assert (bound["gap"], bound["verdict"]) == (None, None)


def test_a_large_gap_is_warned_of_with_what_explains_a_part_of_it(schemes):
    told = "On new experts, macro F1 is lower than with a random split: outlook by 0.200 (0.100 to"
    (caution,) = generalisation_sections(schemes())[0].cautions
    assert caution == f"{told} 0.300)."
    (caution,) = generalisation_sections(schemes(n_fit=80.0))[0].cautions
    assert caution == f"{told} 0.300); its fits had 80 rows instead of 320."


@pytest.mark.parametrize(
    "gap",
    [Score(0.2, -0.1, 0.4), Score(0.04, 0.01, 0.08), Score(-0.2, -0.3, -0.1), Score(0.2)],
    ids=["may be chance", "small", "better", "no interval"],
)
def test_other_gaps_are_not_warned_of(schemes, gap):
    assert generalisation_sections(schemes(gap=gap))[0].cautions == ()


def test_no_evidence_of_stance_learning_is_warned_of(schemes):
    (section,) = generalisation_sections(schemes(gap=Score(0.0), over_names=Score(0.1, -0.1, 0.3)))
    assert section.cautions[0].startswith("outlook: no evidence of stance learning")
    assert section.sections[0].parts[2].lines == ("New experts: no evidence of stance learning.",)
    row = section.sections[0].parts[1].to_dict()["rows"][0]
    assert row["verdict"] == {"flag": "not shown", "is": "open"}


def test_a_scheme_that_could_not_be_followed_says_why(schemes):
    failed = SchemeScores(scheme="outlet", n_left_out=48, note="the rows have no outlets")
    (section,) = generalisation_sections((failed, *schemes()))
    assert section.parts[0].to_dict()["rows"][0]["means"] == "not scored: the rows have no outlets"
    assert len(section.sections[0].parts[0].rows) == 2


def test_unasked_there_is_no_section():
    assert generalisation_sections(()) == ()
