from __future__ import annotations

from dataclasses import replace

from stancekit.evaluation import Score
from stancekit.evaluation.end_to_end import AxisEndToEnd, EndToEnd, Finding
from stancekit.reporting import end_to_end_sections


def finding(f1):
    return Finding(precision=Score(0.8), recall=Score(0.7), f1=Score(f1, f1 - 0.1, f1 + 0.1))


OUTLOOK = AxisEndToEnd(
    axis="outlook",
    all_labels=finding(0.5),
    expressed=finding(0.4),
    gold_attribution_f1=Score(0.65),
    gold_attribution_expressed_f1=Score(0.55),
    lost=Score(0.15, 0.1, 0.2),
)
FOUND = EndToEnd(
    n_articles=1,
    n_gold=12,
    n_found=11,
    n_paired=9,
    attribution=finding(0.75),
    axes={"outlook": OUTLOOK},
)


def test_the_score_with_gold_statements_stands_beside_that_end_to_end():
    (section,) = end_to_end_sections(FOUND)
    plot, table, told = section.parts
    assert [(name, score.value) for name, score in plot.rows] == [
        ("speakers alone", 0.75),
        ("outlook, gold statements", 0.65),
        ("outlook, end to end", 0.5),
    ]
    rows = table.to_dict()["rows"]
    assert [row["what"] for row in rows] == [
        "speakers alone",
        "outlook, all labels",
        "outlook, expressed alone",
    ]
    assert rows[1]["lost"]["value"] == 0.15
    assert told.lines == ("1 article with 12 gold statements; 11 were found, 9 of them gold ones.",)


def test_an_axis_whose_labels_all_express_something_is_told_once():
    axis = replace(OUTLOOK, expressed=OUTLOOK.all_labels)
    (section,) = end_to_end_sections(replace(FOUND, axes={"outlook": axis}))
    assert len(section.parts[1].rows) == 2


def test_articles_that_were_not_given_are_warned_of():
    assert end_to_end_sections(FOUND)[0].cautions == ()
    (section,) = end_to_end_sections(replace(FOUND, n_articles_missing=2))
    assert section.cautions[0].startswith("The texts of 2 articles")


def test_without_articles_there_is_no_section():
    assert end_to_end_sections(None) == ()
