from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import accuracy_score, f1_score, matthews_corrcoef

from stancekit.codebook import Codebook
from stancekit.errors import ModelError
from stancekit.training.repeated_splits import measure_repeated_splits
from stancekit.training.rows import Rows

LABELS = ["for", "against"]


def rows_of(n_articles=40, labels=None):
    """Four rows an article, one speaker each; the labels take turns."""
    n = n_articles * 4
    labels = [LABELS[row % 2] for row in range(n)] if labels is None else labels
    known = pd.DataFrame(
        {
            "text": [" ".join(f"w{row}x{i}" for i in range(8)) for row in range(n)],
            "speaker": [f"Speaker {row // 4}" for row in range(n)],
        },
        dtype=object,
    )
    y = pd.DataFrame({"posture": labels}, dtype=object)
    groups = tuple(f"a{row // 4}" for row in range(n))
    return Rows(known, y, groups, tuple(map(str, range(n))), context=known)


def wrong_for_some(fit, test):
    """Wrong for the first row of every article but those whose number is even."""
    codes = []
    for gold, name in zip(test.y["posture"], test.ids, strict=True):
        row = int(name)
        is_wrong = row % 4 == 0 and (row // 4) % 2
        right = LABELS.index(gold) if gold is not None else 0
        codes.append(1 - right if is_wrong else right)
    return {"posture": np.eye(2)[codes] * 0.8 + 0.1}


@pytest.fixture(scope="module")
def codebook():
    return Codebook.from_labels({"posture": LABELS}, name="talks")


def measure(codebook, model=wrong_for_some, n_splits=5, rows=None, **options):
    rows = rows_of() if rows is None else rows
    known = {"test_size": 0.2, "seed": 3, **options}
    return measure_repeated_splits(rows, codebook, model, n_splits, **known)


def test_each_division_is_scored_as_scikit_learn_scores_it(codebook):
    seen = []

    def model(fit, test):
        proba = wrong_for_some(fit, test)
        seen.append((list(test.y["posture"]), [LABELS[i] for i in proba["posture"].argmax(axis=1)]))
        return proba

    found = measure(codebook, model).axes["posture"]
    expected = {
        "macro_f1": [f1_score(gold, said, average="macro") for gold, said in seen],
        "accuracy": [accuracy_score(gold, said) for gold, said in seen],
        "mcc": [matthews_corrcoef(gold, said) for gold, said in seen],
    }
    for metric, values in expected.items():
        assert found.metrics[metric].values == pytest.approx(values, abs=1e-12)
        assert found.metrics[metric].mean.value == pytest.approx(np.mean(values), abs=1e-12)
    assert len(set(expected["macro_f1"])) > 1


def test_the_family_is_fitted_on_the_other_rows_of_each_division(codebook):
    parts = []

    def model(fit, test):
        parts.append((set(fit.ids), set(test.ids)))
        return wrong_for_some(fit, test)

    found = measure(codebook, model)
    assert [(len(fit), len(test)) for fit, test in parts] == [(128, 32)] * 5
    assert all(fit.isdisjoint(test) and len(fit | test) == 160 for fit, test in parts)
    assert [(one.n_fit, one.n_test) for one in found.splits] == [(128, 32)] * 5
    assert found.n_groups == 40
    # Whole articles: the four rows of one are on one side.
    assert all(
        {int(row) // 4 for row in test}.isdisjoint({int(row) // 4 for row in fit})
        for fit, test in parts
    )


def test_the_interval_takes_the_shares_of_the_rows_with_a_label(codebook):
    rows = rows_of()
    found = measure(codebook, rows=rows).axes["posture"].metrics["macro_f1"]
    # 32 rows to test on by 128 to fit on; t of 4 degrees of freedom 2.7764451
    reach = 2.7764451 * found.sd * np.sqrt(1 / 5 + 32 / 128)
    assert found.mean.high == pytest.approx(min(1.0, found.mean.value + reach), abs=1e-7)
    assert found.mean.low == pytest.approx(found.mean.value - reach, abs=1e-7)


def test_differences_are_to_the_baselines_of_the_same_divisions(codebook):
    found = measure(codebook).axes["posture"]
    assert list(found.over_baselines) == ["majority", "name-only"]
    own = found.metrics["macro_f1"].values
    over = found.over_baselines["majority"].values
    # Of two labels that are as frequent, one for all rows has an F1 of 2/3 and the other of 0.
    assert [one - other for one, other in zip(own, over, strict=True)] == pytest.approx([1 / 3] * 5)
    assert found.over_baselines["majority"].mean.low > 0


def test_one_seed_gives_one_result(codebook):
    first, again, other = measure(codebook), measure(codebook), measure(codebook, seed=4)
    assert first == again
    assert [one.seed for one in first.splits] != [one.seed for one in other.splits]


def test_a_label_that_is_on_one_side_alone_is_told(codebook):
    rare = ["for"] * 156 + ["against"] * 4  # all in the last article
    found = measure(codebook, rows=rows_of(labels=rare)).axes["posture"]
    note = found.metrics["macro_f1"].mean.note
    assert "have no row of against to" in note
    assert found.metrics["macro_f1"].mean.value is not None


def test_a_division_that_cannot_be_fitted_says_why_and_the_others_count(codebook):
    calls = []

    def fails_once(fit, test):
        calls.append(len(fit))
        if len(calls) == 2:
            raise ModelError("found one label, expected two")
        return wrong_for_some(fit, test)

    found = measure(codebook, fails_once)
    assert [one.note for one in found.splits] == [
        None,
        "found one label, expected two",
        *[None] * 3,
    ]
    score = found.axes["posture"].metrics["macro_f1"]
    assert score.values[1] is None
    assert len(score.known) == 4
    assert score.mean.low is not None


def test_rows_of_a_single_article_are_no_crash(codebook):
    found = measure(codebook, rows=rows_of(1))
    assert "found 0 divisions that differ" in found.note
    assert (found.splits, found.axes) == ((), {})


def test_few_articles_have_scores_and_no_interval(codebook):
    found = measure(codebook, n_splits=40, rows=rows_of(4), test_size=0.25)
    assert found.note == f"only {len(found.splits)} divisions differ"
    assert "too few groups (4)" in found.axes["posture"].metrics["macro_f1"].mean.note


def test_an_axis_without_labels_in_some_rows_counts_those_that_have_one(codebook):
    rows = rows_of()
    rows.y.loc[::2, "posture"] = None
    rows.y.loc[1::4, "posture"] = "for"
    found = measure(codebook, rows=rows)
    content = found.to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert found.axes["posture"].metrics["accuracy"].mean.value == 1.0  # only first rows are wrong
