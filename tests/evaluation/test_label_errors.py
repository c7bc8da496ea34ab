import numpy as np

from stancekit.evaluation.label_errors import find_label_errors

LABELS = ("up", "down", "none")


def planted(n=60, wrong=(5, 20)):
    """Rows of two labels told apart with .9, two of them under the other label."""
    truth = np.arange(n) % 2
    proba = np.full((n, 3), 0.05)
    proba[np.arange(n), truth] = 0.9
    codes = truth.copy()
    codes[list(wrong)] = 1 - codes[list(wrong)]
    return codes, proba


def find(codes, proba):
    ids = [f"r{row}" for row in range(len(codes))]
    return find_label_errors("outlook", LABELS, codes, proba, ids=ids, texts=ids)


def test_planted_errors_are_found_and_no_other():
    found = find(*planted())
    assert {one.id for one in found} == {"r5", "r20"}
    assert (found[0].label, found[0].suggested) in {("up", "down"), ("down", "up")}
    assert found[0].self_confidence == round(0.05 / 0.95, 4)


def test_rows_without_label_or_prediction_are_left_out():
    codes, proba = planted()
    codes[5] = -1
    proba[20] = np.nan
    assert find(codes, proba) == []


def test_one_label_alone_has_no_errors():
    assert find(np.zeros(10, dtype=np.int64), np.full((10, 3), 1 / 3)) == []
