"""Lines inside a text that head a section, and those that are other articles' headlines."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_signs import ENDS, Place

_ENDS_CLAUSE: Final = re.compile(r"[.!:,;][\"'\u201d\u2019)\]]*\Z")
_NUMBERED: Final = re.compile(r"\d{1,2}[.)] \w")
_OPEN_ENDS: Final = ",;-\u2014\u2013"
_OPENING_MARKS: Final = ('"', "\u201c", "\u2018")
_TWO_SENTENCES: Final = re.compile(r"[.!?] [A-Z]")
_MOST_WORDS_OF_A_HEADING: Final = 14
_MOST_WORDS_OF_A_LABEL: Final = 6
_MOST_WORDS_OF_A_LONE_QUESTION: Final = 8
_FEWEST_HEADINGS: Final = 3
_SPOKEN: Final = re.compile(
    r"[,.?!][\"\u201d]|\A[A-Z][\w'\u2019 -]{1,40}: ?[\"\u201c].*[\"\u201d]\Z"
)
"""A stop inside quotation marks, or a name and what is said: "Oduya: "Not today""."""
_PAST: Final = frozenset(
    {"said", "told", "asked", "had", "was", "were", "did", "didn't", "wasn't", "weren't", "hadn't"}
)
"""What a sentence has and a headline has not, which tells of today."""


def is_heading(place: Place) -> bool:
    """Tell a short line without a stop, inside the text, that heads a section."""
    if place.n_lines == 1 or place.n_words > _MOST_WORDS_OF_A_HEADING or _SPOKEN.search(place.text):
        return False
    if _ENDS_CLAUSE.search(place.text) or _is_own_question(place):
        return False
    if _NUMBERED.match(place.text):
        return True
    if _is_quoted(place) or place.text.endswith("?"):
        return True
    if ENDS.search(place.text):
        return False
    return place.n_words <= _MOST_WORDS_OF_A_LABEL or place.text.isupper()


def is_other_headline(place: Place) -> bool:
    """Tell another article's headline: longer than a heading, and it ends without a stop.

    Below the text a short line is one too, since there is no section to head; inside it a long
    question is, where it is neither one of several headings nor the reporter's own.
    """
    if place.n_lines == 1 or place.n_words > 20 or _SPOKEN.search(place.text):
        return False
    if place.text[-1] in _OPEN_ENDS or _is_quoted(place) or _leads_to_speech(place):
        return False
    if _NUMBERED.match(place.text):
        return place.previous_kind == "related_link" and place.behind_body
    if place.text.endswith("?"):
        return not place.before_body and (place.behind_body or _is_lone_long_question(place))
    fewest = 3 if place.behind_body and not place.before_body else _MOST_WORDS_OF_A_LABEL + 1
    return place.n_words >= fewest and not ENDS.search(place.text)


def _leads_to_speech(place: Place) -> bool:
    """Tell a sentence whose stop is lost and that leads to the quotation below it."""
    if place.before_body or place.following[:1] not in _OPENING_MARKS:
        return False
    return not _PAST.isdisjoint(place.text.lower().replace("\u2019", "'").split())


def _is_quoted(place: Place) -> bool:
    """Tell a line between single quotation marks."""
    return place.text[0] in "'\u2018" and place.text[-1] in "'\u2019"


def _is_lone_long_question(place: Place) -> bool:
    """Tell a question too long for a reporter's own, above words that do not open a section."""
    if place.page.n_questions >= _FEWEST_HEADINGS or _TWO_SENTENCES.search(place.text):
        return False
    if place.following[:1] not in _OPENING_MARKS:
        return False
    return _MOST_WORDS_OF_A_LONE_QUESTION < place.n_words <= _MOST_WORDS_OF_A_HEADING


def _is_own_question(place: Place) -> bool:
    """Tell the reporter's own question, which somebody's words answer at once."""
    if not place.text.endswith("?") or ":" in place.text or place.page.n_questions > 1:
        return False
    return place.following[:1] in _OPENING_MARKS
