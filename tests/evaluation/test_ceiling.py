import json

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score

from stancekit.evaluation import EvaluationError, HumanCeiling, Score, score_annotators

LABELS = ["for", "against", "none"]


def sure_of(labels):
    return np.eye(3)[[LABELS.index(label) for label in labels]]


def drawn(n, seed):
    return [LABELS[i] for i in np.random.default_rng(seed).integers(3, size=n)]


def score(gold, annotations, proba, **options):
    options = {"axis": "posture", "labels": LABELS, "resamples": 100, **options}
    return score_annotators(gold, annotations, proba, **options)


def test_annotators_and_the_model_are_scored_on_the_rows_of_both():
    gold, model, kim = drawn(200, 1), drawn(200, 2), drawn(200, 3)
    kim[:50] = [None] * 50
    gold[190:] = [None] * 10
    [found] = score(gold, {"Kim": kim}, sure_of(model))
    own = slice(50, 190)
    assert (found.annotator, found.n, found.n_groups) == ("Kim", 140, 140)
    for pair, macro, accuracy in (
        ((gold[own], kim[own]), found.macro_f1, found.accuracy),
        ((gold[own], model[own]), found.model_macro_f1, found.model_accuracy),
    ):
        assert macro.value == pytest.approx(f1_score(*pair, average="macro"), abs=1e-12)
        assert accuracy.value == pytest.approx(accuracy_score(*pair), abs=1e-12)
    gap = found.model_macro_f1.value - found.macro_f1.value
    assert found.difference.value == pytest.approx(gap, abs=1e-12)
    assert found.difference.low < found.difference.value < found.difference.high


def test_an_annotator_without_a_row_to_compare_is_left_out():
    assert score(["for", None], {"Kim": [None, "for"]}, sure_of(["for", "for"])) == ()


def test_a_label_that_the_axis_has_not_is_told():
    with pytest.raises(EvaluationError, match="labels of annotator 'Kim'"):
        score(["for"], {"Kim": ["fore"]}, sure_of(["for"]))


def test_a_ceiling_is_plain_data():
    annotators = score(["for"] * 12, {"Kim": ["for"] * 12}, sure_of(["for"] * 12))
    content = HumanCeiling(axis="posture", annotators=annotators, alpha=Score(0.7)).to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["annotators"][0]["macro_f1"]["value"] == 1.0
