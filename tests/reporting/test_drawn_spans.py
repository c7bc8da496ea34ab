from __future__ import annotations

import pytest

from stancekit.records import WeighedSpan
from stancekit.reporting import draw_spans

TEXT = "“Talks <b>fail</b>” & 😀 end"


def span(words, weight, text=TEXT):
    start = text.index(words)
    return WeighedSpan(start, start + len(words), words, weight)


def test_the_text_comes_back_escaped_with_what_weighs_marked():
    drawn = draw_spans(TEXT, [span("fail", 0.5), span("Talks", -0.25), span("😀", 0.01)])
    assert drawn.count("<mark") == 2  # 0.01 is less than a fifth of 0.5
    assert "<b>" not in drawn
    assert drawn.replace("<mark", "\n<mark").count("&lt;b&gt;") == 1
    assert drawn.striptags() == TEXT
    assert '<mark title="−0.25"' in drawn
    assert '<mark title="+0.50"' in drawn


def test_signs_differ_in_line_and_colour_and_strength_follows_the_weight():
    weights = {"a": 1.0, "b": -1.0, "c": 0.5}
    drawn = draw_spans("a b c", [span(word, x, "a b c") for word, x in weights.items()])
    first, second, third = drawn.split("<mark")[1:]
    assert "2px solid" in first
    assert "2px dashed" in second
    assert "--for-rgb" in first
    assert "--against-rgb" in second
    assert [part.partition("),")[2][:3] for part in (first, second, third)] == [".50", ".50", ".29"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [("", []), ("no spans", []), ("nothing weighs", [WeighedSpan(0, 7, "nothing", 0.0)])],
    ids=["empty", "no-spans", "no-weight"],
)
def test_without_weights_it_is_the_text(text, spans):
    assert draw_spans(text, spans) == text


@pytest.mark.parametrize(
    "spans",
    [[span("Talks", 1.0), WeighedSpan(3, 6, TEXT[3:6], 1.0)], [WeighedSpan(0, 3, "abc", 1.0)]],
    ids=["overlapping", "of-another-text"],
)
def test_spans_that_are_not_of_the_text_are_refused(spans):
    with pytest.raises(ValueError, match="give the text that was explained"):
        draw_spans(TEXT, spans)
