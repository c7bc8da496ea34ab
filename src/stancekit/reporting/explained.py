"""What drove a prediction, in words."""

from __future__ import annotations

from stancekit.records import StanceExplanation
from stancekit.reporting.numbers import signed

_SHOWN = 6
_LONGEST = 40
_METHODS = {
    "contributions": "What each word adds to the predicted label, on the scale of its logit.",
    "occlusion": (
        "By how much the log-odds of the predicted label fall where the words are left out."
    ),
}


def explained_by(method: str) -> str:
    """Say what the weights of words are."""
    return _METHODS[method]


def weighed_words(explanation: StanceExplanation) -> list[tuple[str, str]]:
    """Give the words that counted most, each with its weight, then what no word has."""
    words = [(_short(span.text), signed(span.weight)) for span in explanation.largest(_SHOWN)]
    if explanation.intercept is not None:
        words.append(("before any word", signed(explanation.intercept)))
    if explanation.rest:
        words.append(("from the target", signed(explanation.rest)))
    return words


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
