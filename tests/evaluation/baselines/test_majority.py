import pytest

from stancekit.evaluation import EvaluationError, majority_proba

LABELS = ["hawkish", "dovish", "none"]


def test_it_gives_the_training_shares_in_label_order():
    proba = majority_proba(["none", "none", "dovish", None, "none"], LABELS, 3)
    assert proba.tolist() == [[0.0, 0.25, 0.75]] * 3


def test_training_without_any_label_is_refused():
    with pytest.raises(EvaluationError, match="all 2 rows are null"):
        majority_proba([None, None], LABELS, 1)
