"""The words' shares add up to the score, to the last digits, and stand at the words."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd
import pytest

from stancekit.models.linear.bags import damped
from stancekit.models.linear.contributions import Occurrences, word_shares
from stancekit.models.linear.estimator import LinearStanceClassifier
from stancekit.typography import plain_text

TEXTS = {
    "seen": "Talks may collapse in May, Zoë Ångström said.",
    "new-words": "Unheard crews collapse; unheard, they COLLAPSE and collapse!",
    "curly": "“They won’t collapse,” Ångström’s aide said — it’s 5% of 1,200.5",
    "emoji": "😀 talks 😀😀 collapse 👩‍👩‍👧 e\u0301te\u0301",
    "growing-capital": "İstanbul: İİ talks collapse İ",
    "decomposed": "A\u030angstro\u0308m’s talks\u00a0\u00a0 collapse in nego\u00adtiation",
    "mask-in-the-text": "talks \ue000 collapse \ue004",
    "no-word": "… — “”",
    "empty": "",
    "one-word": "collapse",
    "repeated": "collapse " * 3000,
}


def made_up(n=48):
    """Rows in which one word, "collapse", decides of the outlook, and "must" of the posture."""
    rows, outlook, posture = [], [], []
    for number in range(n):
        verb = ("collapse", "resume")[number % 2]
        wish = ("must", "may")[number // 2 % 2]
        subject = ("Talks", "The owners", "Both ports")[number % 3]
        name = ("Zoë Ångström", "Mara Lind")[number // 4 % 2]
        rows.append(
            {
                "text": f"{subject} {wish} {verb} in May, {name} said.",
                "speaker": name,
                "target": ("talks", "the owners")[number % 2],
            }
        )
        outlook.append(("bad", "good")[number % 2])
        posture.append(("firm", "soft", "none")[number // 2 % 2 if number % 5 else 2])
    return rows, pd.DataFrame({"outlook": outlook, "posture": posture})


def fit(*, target, **options):
    rows, y = made_up()
    if not target:
        rows = [{**row, "target": None} for row in rows]
    model = LinearStanceClassifier(options={"C": [1.0], "folds": 2, **options})
    return model.fit(rows, y).scorer_


@pytest.fixture(scope="module")
def plain():
    return fit(target=False)


@pytest.fixture(scope="module", params=["plain", "targets", "names", "words-only"])
def scorer(request, plain):
    few = {"characters": None, "bigrams": False, "pairs": 0, "near": 0}
    return {
        "plain": lambda: plain,
        "targets": lambda: fit(target=True),
        "names": lambda: fit(target=True, mask_names=True, min_df=2),
        "words-only": lambda: fit(target=False, **few),
    }[request.param]()


def row_of(text):
    return {"text": text, "speaker": "Zoë Ångström", "target": "talks"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_shares_add_up_to_the_logit(scorer, text):
    logits = scorer.logits([row_of(text)])
    for axis, labels in scorer.axes.items():
        for code, label in enumerate(labels):
            told = scorer.explain([row_of(text)], {axis: label})[axis]
            total = told.intercept + told.rest + sum(span.weight for span in told.spans)
            assert total == pytest.approx(logits[axis][0, code], abs=1e-9)
            assert told.score == logits[axis][0, code]
            assert (told.label, told.method) == (label, "contributions")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_spans_are_words_of_the_untouched_text_in_order(scorer, text):
    spans = scorer.explain([row_of(text)], {"outlook": None})["outlook"].spans
    assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
    assert all(span.text for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    words = {span.text for span in spans}
    if text:
        assert ("collapse" in words) == ("collapse" in text)


TYPESET = {
    "curly": lambda text: text.replace('"', "“", 1).replace('"', "”").replace("'", "’"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hyphens": lambda text: text.replace("-", "\u2011"),
    "doubled": lambda text: text.replace(" ", "  "),
    "non-breaking": lambda text: text.replace(" ", "\u00a0"),
    "lines": lambda text: text.replace(" ", "\r\n"),
    "byte-order-mark": lambda text: f"\ufeff{text}",
    "soft-hyphens": lambda text: text.replace("collapse", "col\u00adlapse"),
}


@pytest.mark.parametrize("typeset", TYPESET.values(), ids=TYPESET)
def test_typesetting_moves_the_spans_and_nothing_else(scorer, typeset):
    text = '"Norvik\'s re-opened talks must collapse," said Zoë Ångström-Lind in May Råby of 2019.'
    row = {"text": text, "speaker": "Zoë Ångström-Lind", "target": "re-opened talks"}
    asked = {"outlook": None, "posture": None}
    plain = scorer.explain([row], asked)
    other = {name: typeset(value) for name, value in row.items()}
    for known in ({**row, "text": other["text"]}, other):
        assert same_proba(scorer, row, known)
        for axis, told in scorer.explain([known], asked).items():
            assert (told.label, told.score) == (plain[axis].label, plain[axis].score)
            for span, before in zip(told.spans, plain[axis].spans, strict=True):
                assert span.weight == before.weight
                assert span.text == other["text"][span.start : span.end]
                assert plain_text(span.text) == before.text


def same_proba(scorer, *rows):
    first, second = (scorer.predict_proba([row]) for row in rows)
    return all((first[axis] == second[axis]).all() for axis in scorer.axes)


def test_the_word_that_decides_has_the_largest_weight(plain):
    text = "Both ports must collapse in May, Zoë Ångström said."
    told = plain.explain([row_of(text)], {"outlook": None, "posture": None})
    assert told["outlook"].label == "bad"
    assert told["outlook"].largest(1)[0].text == "collapse"
    assert told["posture"].label == "firm"
    assert told["posture"].largest(1)[0].text == "must"
    against = plain.explain([row_of(text)], {"outlook": "good"})["outlook"].largest(1)[0]
    assert (against.text, against.weight < 0) == ("collapse", True)


def test_a_hidden_name_is_one_span_as_it_is_written(plain):
    text = "Zoë  Ångström’s talks: “ÅNGSTRÖM must collapse”"
    spans = plain.explain([row_of(text)], {"outlook": None})["outlook"].spans
    assert [span.text for span in spans] == [
        "Zoë  Ångström",
        "s",
        "talks",
        "ÅNGSTRÖM",
        "must",
        "collapse",
    ]
    assert spans[3].start == text.index("ÅNGSTRÖM")


def test_only_a_model_that_knows_targets_has_a_rest(plain):
    assert plain.explain([row_of("talks collapse")], {"outlook": None})["outlook"].rest == 0
    knows = fit(target=True)
    told = [
        knows.explain([{**row_of("talks collapse"), "target": t}], {"outlook": "bad"})
        for t in ("talks", "school meals")
    ]
    assert told[0]["outlook"].rest != told[1]["outlook"].rest


def test_shares_by_hand():
    """Words a b a, one pair (a, b): a counts twice, and is damped to 1 + log 2."""
    weights = np.array([[2.0, -1.0], [0.0, 4.0]], np.float32)  # two scores, two features
    squares = np.array([1.0, 9.0], np.float32)
    single = Occurrences(np.array([0, 1, 0]), np.array([[0], [1], [2]]))
    twice = 1 + np.log(2)
    length = np.sqrt(twice**2 * 1.0 + 1.0 * 9.0)
    expected = np.array([[twice, -1.0, twice], [0.0, 4.0, 0.0]]) / length
    np.testing.assert_allclose(word_shares(single, weights, squares, 3), expected)
    assert damped(np.array([2]))[0] == twice
    # the pair's share, weight / length = 2 / 1, is halved between its two words
    pair = Occurrences(np.array([0]), np.array([[0, 1]]))
    assert word_shares(pair, weights, squares, 3).tolist() == [[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    none = Occurrences(np.empty(0, int), np.empty((0, 2), int))
    assert word_shares(none, weights, squares, 3).tolist() == [[0.0] * 3] * 2


def test_a_long_text_is_read_once_not_once_a_word(plain, monkeypatch):
    read = []
    former = plain._read
    monkeypatch.setattr(plain, "_read", lambda columns: read.append(1) or former(columns))
    text = "Talks must collapse in May. " * 1000
    told = plain.explain([row_of(text)], {"outlook": None, "posture": None})
    assert len(told["outlook"].spans) == 5000
    assert len(read) <= 2


def test_a_label_without_a_training_row_is_told_as_impossible(codebook):
    y = pd.DataFrame(
        {"outlook": ["optimistic", "pessimistic"] * 4, "posture": ["firm", "yielding"] * 4}
    )
    model = LinearStanceClassifier(codebook, options={"C": [1.0], "folds": 2})
    scorer = model.fit(["a deal", "a strike"] * 4, y).scorer_
    told = scorer.explain(["a deal"], {"outlook": "none"})["outlook"]
    assert told.score == told.intercept == -np.inf
    assert [span.weight for span in told.spans] == [0.0, 0.0]
    assert told.largest() == ()
