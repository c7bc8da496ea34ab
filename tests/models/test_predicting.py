"""What every prediction of a fitted linear model must hold to, whatever it is given."""

from __future__ import annotations

import threading

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancekit.models import load_model
from stancekit.models.linear import scorer as scorer_file

# Any text: lone surrogates and NUL are drawn too, since no category is left out.
TEXTS = st.lists(st.text(st.characters(), max_size=60), max_size=8)
ODD = {
    "empty": "",
    "blank": " \t\n",
    "nul": "a \0 deal\0",
    "lone-surrogate": "a deal \ud83d is near",
    "private-use": "\ue000 \ue001 \ue002",
    "many-scripts": "交渉 переговоры μιλούν 🚢",
    "unseen-words": "zyx wvut qqqq",
    "one-long-word": "x" * 1_000_000,
    "a-million-characters": "a deal or doubt " * 62_500,
    "combining": "e\u0301" * 50,
}

quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def largest_difference(a, b):
    return max((np.abs(a[axis] - b[axis]).max(initial=0.0) for axis in a), default=0.0)


def test_predict_is_the_argmax_in_codebook_order(fitted, frames):
    X, _ = frames
    proba, predicted = fitted.predict_proba(X), fitted.predict(X)
    labels = {
        "outlook": ["optimistic", "pessimistic", "none"],
        "posture": ["firm", "yielding"],
    }
    assert list(proba) == list(predicted) == list(labels)
    for axis, names in labels.items():
        assert predicted[axis].tolist() == [names[code] for code in proba[axis].argmax(axis=1)]
    # each label is learned, so that an order turned round would be noticed
    y = frames[1]
    assert (predicted["outlook"] == y["outlook"]).mean() > 0.9


@quick
@given(TEXTS)
def test_probabilities_sum_to_one_for_any_text(fitted, texts):
    for proba in fitted.predict_proba(texts).values():
        assert proba.shape[0] == len(texts)
        assert np.isfinite(proba).all()
        assert (proba >= 0).all()
        np.testing.assert_allclose(proba.sum(axis=1), 1.0, rtol=1e-12)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_predicted_like_any_other(fitted, text):
    plain = "The crews will walk out once more."
    alone = fitted.predict_proba([plain])
    beside = fitted.predict_proba([text, plain])
    for axis, proba in beside.items():
        np.testing.assert_allclose(proba.sum(axis=1), 1.0, rtol=1e-12)
        np.testing.assert_allclose(proba[1], alone[axis][0], rtol=1e-9)


def test_no_rows_give_no_predictions(fitted):
    proba = fitted.predict_proba([])
    assert {axis: values.shape for axis, values in proba.items()} == {
        "outlook": (0, 3),
        "posture": (0, 2),
    }
    assert fitted.predict([]).shape == (0, 2)


@quick
@given(TEXTS, st.randoms(use_true_random=False))
def test_a_row_does_not_depend_on_its_neighbours_or_its_place(fitted, texts, random):
    together = fitted.predict_proba(texts)
    order = list(range(len(texts)))
    random.shuffle(order)
    shuffled = fitted.predict_proba([texts[place] for place in order])
    for axis, proba in together.items():
        np.testing.assert_allclose(shuffled[axis], proba[order], rtol=1e-9)
        for row, text in enumerate(texts[:2]):
            np.testing.assert_allclose(fitted.predict_proba([text])[axis][0], proba[row], rtol=1e-9)


def test_chunks_leave_no_seam(fitted, frames, monkeypatch):
    X, _ = frames
    whole = fitted.predict_proba(X)
    monkeypatch.setattr(scorer_file, "CHUNK", 7)
    assert largest_difference(fitted.predict_proba(X), whole) < 1e-12


@pytest.mark.parametrize(
    "to_form",
    [
        lambda rows: rows,
        pd.DataFrame,
        lambda rows: pd.DataFrame(rows, index=range(50, 90)),
        lambda rows: {key: [row[key] for row in rows] for key in ("text", "speaker")},
        lambda rows: tuple(rows),
    ],
    ids=["rows", "frame", "frame-with-another-index", "columns", "tuple"],
)
def test_each_form_of_input_says_the_same(fitted, rows, to_form):
    known = [{key: row[key] for key in ("text", "speaker")} for row in rows]
    expected = fitted.predict_proba(pd.DataFrame(known))
    assert largest_difference(fitted.predict_proba(to_form(known)), expected) == 0.0


@pytest.mark.parametrize(
    ("X", "error", "message"),
    [
        ("one text", TypeError, "found one string, expected a sequence"),
        (["a", None], TypeError, "row 1: text is None, expected a string"),
        ([{"text": "a"}, {"txt": "b"}], ValueError, "row 1: found .*expected a mapping"),
        (pd.DataFrame({"txt": ["a"]}), ValueError, "expected one named 'text'"),
    ],
    ids=["a-string", "a-missing-text", "a-row-without-text", "a-frame-without-text"],
)
def test_what_is_no_passage_is_refused(fitted, X, error, message):
    with pytest.raises(error, match=message):
        fitted.predict_proba(X)


def test_words_never_seen_leave_the_prior_of_the_spelling(fitted):
    # no n-gram of two characters or more in common with any training word
    unseen, empty = fitted.predict_proba(["日本"]), fitted.predict_proba([""])
    assert largest_difference(unseen, empty) == 0.0


def test_new_words_are_spelled_like_known_ones(fitted):
    """A new ending of a known word moves the probabilities its way."""
    proba = fitted.predict_proba(["worsening fearfulness", "improvement hopefulness"])["outlook"]
    assert proba[1, 0] > proba[0, 0]


def test_threads_share_a_scorer(saved_folder):
    texts = [f"a deal called zz{number} is near" for number in range(60)]
    expected = load_model(saved_folder).predict_proba(texts)["outlook"]
    shared = load_model(saved_folder)
    found, start = {}, threading.Barrier(4)

    def work(part):
        start.wait()
        for _ in range(5):
            found[part] = shared.predict_proba(texts[part::4])["outlook"]

    threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for part in range(4):
        np.testing.assert_allclose(found[part], expected[part::4], rtol=1e-9)


def test_words_met_since_training_are_dropped_when_there_are_too_many(saved_folder, monkeypatch):
    monkeypatch.setattr(scorer_file, "MOST_NEW_WORDS", 10)
    scorer = load_model(saved_folder)
    texts = [f"unheard{number} words{number} deal" for number in range(30)]
    expected = scorer.predict_proba(texts)
    known = len(scorer.parts.words)
    assert len(scorer._lexicon.words) == known + 60
    scorer.predict_proba(["oneword"])
    assert len(scorer._lexicon.words) == known + 1
    assert largest_difference(scorer.predict_proba(texts), expected) < 1e-12
