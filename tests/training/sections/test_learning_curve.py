from __future__ import annotations

from stancekit.evaluation import Score
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.sections.learning_curve import learning_curve_sections


def test_the_curve_is_drawn_over_groups_and_tabled_with_its_gains(evaluate):
    points = (
        LearningPoint(
            share=0.5, n_fit=30, n_groups=6, evaluations={"outlook": evaluate(macro_f1=Score(0.4))}
        ),
        LearningPoint(
            share=1.0,
            n_fit=64,
            n_groups=12,
            evaluations={"outlook": evaluate()},
            gain={"outlook": Score(0.2, 0.1, 0.3)},
        ),
    )
    (section,) = learning_curve_sections(points)
    ((pair,),) = (one.sections for one in section.sections)
    assert pair.is_pair
    drawn, tabled = pair.sections
    ((curve,),) = (part.curves for part in drawn.parts)
    assert [(x, score.value) for x, score in curve.points] == [(6.0, 0.4), (12.0, 0.6)]
    rows = tabled.parts[0].to_dict()["rows"]
    assert [(row["share"], row["n_groups"], row["n_fit"]) for row in rows] == [
        (0.5, 6, 30),
        (1.0, 12, 64),
    ]
    assert [row["gain"] and row["gain"]["value"] for row in rows] == [None, 0.2]


def test_unasked_there_is_no_section():
    assert learning_curve_sections(()) == ()
