from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.training.generalisation import NO_EVIDENCE, measure_generalisation
from stancekit.training.rows import Rows

LABELS = ["for", "against"]


def rows_of(n_articles=40, *, speakers=20):
    """Four rows an article; the first word tells the label, and so, but for one row, who speaks."""
    n = n_articles * 4
    article = np.arange(n) // 4
    speaker = article % speakers
    label = [LABELS[(who + (row % 4 == 0)) % 2] for row, who in enumerate(speaker)]
    text = [
        f"{word} " + " ".join(f"w{row}x{i}" for i in range(6)) for row, word in enumerate(label)
    ]
    known = pd.DataFrame(
        {
            "text": text,
            "speaker": [f"Speaker {who}" for who in speaker],
            "date": [f"20{10 + one // 4}-01-{1 + one % 4:02d}" for one in article],
        },
        dtype=object,
    )
    y = pd.DataFrame({"posture": label}, dtype=object)
    groups = tuple(f"a{one}" for one in article)
    return Rows(known[["text", "speaker"]], y, groups, tuple(map(str, range(n))), context=known)


def learns(key):
    """Give a model that remembers the commonest label of what `key` gives of a row."""

    def fit_predict(fit, test):
        shares = pd.crosstab(key(fit.X), fit.y["posture"], normalize="index")
        shares = shares.reindex(columns=LABELS, fill_value=0.0)
        return {"posture": shares.reindex(key(test.X)).fillna(0.5).to_numpy()}

    return fit_predict


def the_word(X):
    return np.array([text.split()[0] for text in X["text"]])


def the_name(X):
    return X["speaker"].to_numpy()


@pytest.fixture(scope="module")
def codebook():
    return Codebook.from_labels({"posture": LABELS}, name="talks")


def measure(codebook, model, *schemes, rows=None, **options):
    rows = rows_of() if rows is None else rows
    options = {"resamples": 100, "seed": 3, **options}
    found = measure_generalisation(rows, codebook, model, schemes, **options)
    return {one.scheme: one for one in found}


def macro_f1(one):
    return one.evaluations["posture"].metrics["macro_f1"].value


def test_a_model_of_words_loses_nothing_with_new_speakers(codebook):
    found = measure(codebook, learns(the_word), "group", "expert", "time", "random")
    assert {scheme: macro_f1(one) for scheme, one in found.items()} == dict.fromkeys(found, 1.0)
    assert found["expert"].gap_to_random["posture"].value == 0
    assert found["expert"].over_name_only["posture"].low > 0
    assert found["expert"].without_evidence == ()
    assert found["random"].gap_to_random == {}


def test_a_model_of_names_falls_with_new_speakers_and_is_no_evidence(codebook):
    found = measure(codebook, learns(the_name), "expert", "random")
    assert macro_f1(found["random"]) > 0.6
    # of a speaker never seen it says the first label: F1 2/3 and 0
    assert macro_f1(found["expert"]) == pytest.approx(1 / 3, abs=0.01)
    gap = found["expert"].gap_to_random["posture"]
    assert gap.low > 0.2
    assert found["expert"].without_evidence == ("posture",)
    assert found["expert"].to_dict()["verdicts"] == {"posture": NO_EVIDENCE}


def test_the_gap_is_taken_on_the_rows_of_both(codebook):
    rows = rows_of()
    rows.context.loc[:79, "speaker"] = None
    found = measure(codebook, learns(the_word), "expert", "random", rows=rows)
    assert (found["expert"].n_rows, found["expert"].n_left_out) == (80, 80)
    assert found["random"].n_rows == 160
    assert found["expert"].gap_to_random["posture"].value == 0  # rows would be mixed up otherwise


def test_forward_in_time_leaves_the_first_stretch_unscored(codebook):
    found = measure(codebook, learns(the_word), "time")["time"]
    assert (found.n_folds, found.n_rows, found.n_left_out, found.n_fit) == (4, 128, 32, 80)


def test_what_the_rows_do_not_tell_is_no_failure(codebook):
    found = measure(codebook, learns(the_word), "outlet", "random")
    assert "no column 'outlet'" in found["outlet"].note
    assert found["outlet"].evaluations == {}
    assert macro_f1(found["random"]) == 1.0


def test_too_few_articles_for_an_interval_are_no_evidence(codebook):
    found = measure(codebook, learns(the_word), "expert", rows=rows_of(8))["expert"]
    assert found.over_name_only["posture"].low is None
    assert found.without_evidence == ("posture",)


def test_the_result_is_plain_data(codebook):
    found = measure(codebook, learns(the_word), "expert", "outlet", "random", resamples=0)
    for one in found.values():
        content = one.to_dict()
        assert json.loads(json.dumps(content, allow_nan=False)) == content
