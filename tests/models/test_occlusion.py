"""Leaving words out tells what they do, of a scorer of which nothing is known."""

from __future__ import annotations

import numpy as np
import pytest

from stancekit.models.occlusion import MOST_SPANS, occlude
from stancekit.models.passages import to_columns


class Counting:
    """The odds of "up" are e to the number of "rise" less that of "fall"; of "on", those of x."""

    def __init__(self):
        self.axes = {"trend": ("down", "up"), "switch": ("on", "off", "never")}
        self.calls = []

    def predict_proba(self, X):
        columns = to_columns(X)
        self.calls.append(columns)
        up = [text.lower().count("rise") - text.lower().count("fall") for text in columns.texts]
        on = [text.count("x") for text in columns.texts]
        p, q = (1 / (1 + np.exp(-np.array(odds, float))) for odds in (up, on))
        return {
            "trend": np.column_stack([1 - p, p]),
            "switch": np.column_stack([q, 1 - q, np.zeros(len(q))]),
        }


def explained(text, labels=None, **known):
    scorer = Counting()
    options = {"most_spans": known.pop("most_spans")} if "most_spans" in known else {}
    columns = to_columns([{"text": text, **known}])
    return occlude(scorer, columns, labels or {"trend": None}, **options), scorer


def test_a_weight_is_what_the_log_odds_fall_by():
    told, scorer = explained("Prices rise, wages fall and rents rise.")
    trend = told["trend"]
    assert (trend.label, trend.method) == ("up", "occlusion")
    assert (trend.intercept, trend.rest) == (None, None)
    assert trend.score == pytest.approx(1.0)  # two of "rise", one of "fall"
    weights = {(span.start, span.text): span.weight for span in trend.spans}
    assert weights == pytest.approx(
        {
            (0, "Prices"): 0.0,
            (7, "rise"): 1.0,
            (13, "wages"): 0.0,
            (19, "fall"): -1.0,
            (24, "and"): 0.0,
            (28, "rents"): 0.0,
            (34, "rise"): 1.0,
        },
        abs=1e-12,
    )
    assert [span.start for span in trend.largest()] == [7, 19, 34]
    # one call for the whole text and each of its seven words, and all axes at once
    [columns] = scorer.calls
    assert len(columns) == 8
    assert columns.texts[0] == "Prices rise, wages fall and rents rise."
    assert columns.texts[2] == "Prices , wages fall and rents rise."


def test_a_label_that_is_not_the_most_probable_is_explained_when_asked():
    told, _ = explained("rise x", {"trend": "down", "switch": "off"})
    assert [span.weight for span in told["trend"].spans] == pytest.approx([-1.0, 0.0])
    assert [span.weight for span in told["switch"].spans] == pytest.approx([0.0, -1.0])


def test_an_impossible_label_has_no_weights():
    told, _ = explained("rise x", {"switch": "never"})
    assert np.isfinite(told["switch"].score)
    assert [span.weight for span in told["switch"].spans] == [0.0, 0.0]


@pytest.mark.parametrize("text", ["", "  \n", "… “”"], ids=["empty", "blank", "marks"])
def test_a_text_without_a_word_has_no_spans_and_is_read_once(text):
    told, scorer = explained(text)
    assert told["trend"].spans == ()
    assert [len(columns) for columns in scorer.calls] == [1]


def test_what_a_model_hides_is_left_out_whole_and_offsets_are_of_the_untouched_text():
    text = "😀 Zoë Ångström’s “rise” — the Port  Office can’t e\u0301te\u0301"
    known = {"speaker": "Zoë Ångström", "affiliation": "Port Office", "target": "rise"}
    told, scorer = explained(text, **known)
    spans = told["trend"].spans
    assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
    words = [span.text for span in spans]
    assert words[0] == "Zoë Ångström"
    assert {"Port  Office", "can’t", "rise"} <= set(words)
    # who speaks stays known to the model
    [columns] = scorer.calls
    assert columns.speakers == ["Zoë Ångström"] * len(columns)
    assert columns.targets == ["rise"] * len(columns)


@pytest.mark.parametrize(
    "text",
    ["word " * 5000, "Prices rise, they say. " * 1250, "a\n" * 5000, "a. " * 4999 + "rise"],
    ids=["no-marks", "sentences", "lines", "a-word-a-sentence"],
)
@pytest.mark.parametrize("most", [None, 1, 7, 32])
def test_a_long_text_is_read_as_often_as_was_allowed_at_most(text, most):
    options = {} if most is None else {"most_spans": most}
    told, scorer = explained(text, **options)
    assert [len(columns) <= (most or MOST_SPANS) + 1 for columns in scorer.calls] == [True]
    spans = told["trend"].spans
    assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]
    # every word is in one of them
    assert sum(len(span.text.split()) for span in spans) == 5000 - (text.count(" ,"))


def test_long_texts_are_divided_where_phrases_end():
    text = "Prices rise again, they say. Nobody knows why, but wages fall."
    told, _ = explained(text, {"trend": "up"}, most_spans=5)
    # eleven words, three at least in each part, six at most
    assert [span.text for span in told["trend"].spans] == [
        "Prices rise again",
        "they say. Nobody knows why",
        "but wages fall",
    ]
    assert [span.weight for span in told["trend"].spans] == pytest.approx([1.0, 0.0, -1.0])
