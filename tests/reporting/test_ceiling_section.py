from __future__ import annotations

from stancekit.evaluation import AnnotatorScores, HumanCeiling, Score
from stancekit.reporting import ceiling_sections

MODEL = Score(0.6, 0.5, 0.7)


def annotator(name, macro_f1, model=MODEL):
    return AnnotatorScores(
        annotator=name,
        n=40,
        n_groups=12,
        macro_f1=Score(macro_f1),
        accuracy=Score(0.9),
        model_macro_f1=model,
        model_accuracy=Score(0.65),
        difference=Score(-0.3, -0.4, -0.2),
    )


def ceiling(*annotators, alpha=0.9):
    return {
        "outlook": HumanCeiling(axis="outlook", annotators=annotators, alpha=Score(alpha, 0.5, 1.0))
    }


def drawn(ceilings):
    (section,) = ceiling_sections(ceilings)
    return [name for name, _ in section.sections[0].parts[0].rows]


def test_annotators_and_model_are_drawn_on_one_scale():
    kim, lee = annotator("Kim", 0.9), annotator("Lee", 0.8)
    assert drawn(ceiling(kim, lee)) == ["Kim", "Lee", "model"]
    # annotators of other rows have the model's score on these beside them
    other = annotator("Lee", 0.8, model=Score(0.5))
    assert drawn(ceiling(kim, other)) == [
        "Kim",
        "Lee",
        "model, rows of Kim",
        "model, rows of Lee",
    ]


def test_the_table_has_the_difference_to_each_annotator():
    (section,) = ceiling_sections(ceiling(annotator("Kim", 0.9)))
    (row,) = section.sections[0].parts[1].to_dict()["rows"]
    assert (row["annotator"], row["n"], row["n_groups"]) == ("Kim", 40, 12)
    assert row["difference"]["value"] == -0.3


def test_labels_that_carry_no_conclusion_are_warned_of():
    (sound,) = ceiling_sections(ceiling(annotator("Kim", 0.9), alpha=0.667))
    (weak,) = ceiling_sections(ceiling(annotator("Kim", 0.9), alpha=0.66))
    assert sound.cautions == ()
    assert "alpha 0.660, under 0.667" in weak.cautions[0]


def test_without_annotators_there_is_no_section():
    assert ceiling_sections({}) == ()
