import json

import pytest

from stancekit.evaluation.end_to_end import evaluate_end_to_end
from stancekit.evaluation.statement_pairs import PlacedStatement


def at(paragraph, speaker, label, article="a"):
    return PlacedStatement(article, paragraph, speaker, {"posture": label})


GOLD = [at(0, "Noh", "for"), at(1, "Baek", "against"), at(2, "Seo", "none"), at(3, "Rao", "for")]
FOUND = [
    at(0, "Noh", "for"),  # right
    at(1, "Baek", "for"),  # another label
    at(2, "Seo", "none"),  # right, and expresses nothing
    at(4, "Rao", "for"),  # another paragraph
    at(5, None, "none"),  # made up
]
PREDICTED = [{"posture": label} for label in ("for", "against", "none", "against")]


def score(gold=GOLD, found=FOUND, predicted=PREDICTED, absent="none", **options):
    options = {"resamples": 100, **options}
    return evaluate_end_to_end(gold, found, predicted, absent={"posture": absent}, **options)


def values(finding):
    return [one.value for one in (finding.precision, finding.recall, finding.f1)]


def test_scores_are_those_worked_out_by_hand():
    result = score()
    assert (result.n_gold, result.n_found, result.n_paired, result.n_articles) == (4, 5, 3, 1)
    assert values(result.attribution) == pytest.approx([3 / 5, 3 / 4, 6 / 9])
    posture = result.axes["posture"]
    assert values(posture.all_labels) == pytest.approx([2 / 5, 2 / 4, 4 / 9])
    # expressed: 3 in gold, 3 found, 1 right
    assert values(posture.expressed) == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert posture.gold_attribution_f1.value == 3 / 4
    assert posture.gold_attribution_expressed_f1.value == pytest.approx(2 / 3)
    assert posture.lost.value == pytest.approx(3 / 4 - 4 / 9)


def test_without_an_absent_label_every_label_expresses_something():
    posture = score(absent=None).axes["posture"]
    assert values(posture.expressed) == values(posture.all_labels)


def test_a_gold_statement_without_a_label_counts_nowhere_on_that_axis_nor_does_its_pair():
    gold = [*GOLD[:3], at(3, "Rao", None)]
    posture = score(gold=gold, found=[*FOUND[:3], at(3, "Rao", "for")]).axes["posture"]
    assert values(posture.all_labels) == pytest.approx([2 / 3, 2 / 3, 2 / 3])
    assert posture.gold_attribution_f1.value == 1.0


def test_an_abstention_is_found_and_answers_nothing():
    found = [at(0, "Noh", None), *FOUND[1:]]
    result = score(found=found)
    assert result.n_paired == 3
    assert values(result.axes["posture"].all_labels) == pytest.approx([1 / 4, 1 / 4, 1 / 4])


def test_perfect_attribution_and_labels_score_one_and_lose_nothing():
    result = score(found=GOLD, predicted=[one.labels for one in GOLD])
    assert values(result.attribution) == [1.0] * 3
    assert result.axes["posture"].lost.value == 0


def test_intervals_draw_articles_or_what_goes_with_them():
    gold = [at(0, "Noh", "for", article=f"a{i}") for i in range(24)]
    found = [one for i, one in enumerate(gold) if i % 2]
    predicted = [{"posture": "for"}] * 24
    alone = score(gold, found, predicted, resamples=500)
    assert alone.attribution.recall.low < 0.5 < alone.attribution.recall.high
    stories = {f"a{i}": i // 12 for i in range(24)}
    together = score(gold, found, predicted, groups=stories)
    assert together.attribution.recall.note == "too few groups (2)"


def test_the_result_is_plain_data():
    content = score(n_articles_missing=2).to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["n_articles_missing"] == 2
