"""A page's own words: buttons, rows of them, and calls to sign up, to pay and to follow."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_signs import Place, both, has_any, matches
from stancekit.articles.lexicon import word_groups

_PAGE_WORDS: Final = re.compile(
    "|".join(
        rf"\b{re.escape(phrase)}\b"
        for phrase in sorted(word_groups("boilerplate")["page part"], key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_SEPARATED: Final = re.compile(r"\s+[\u00b7\u2022|/]\s+|\s{2,}")
_READING_TIME: Final = (
    r"(?:[\w ]{0,25}\W{0,3})?\d{1,3}(?::\d\d|[ -]?min(?:ute)?s?)\b(?:[^.]{0,40}\W?)"
)
_CALL: Final = r".{0,190}(?-i:SIGN (?:ME )?UP|SUBSCRIBE|JOIN)\W*"
_OFFER: Final = (
    r"get (?:the |our |\w+ ){1,6}(?:newsletter|briefing|brief|headlines|email|alerts)s?\b.{0,90}"
    r"|get .{3,90} in your inbox\b.{0,30}"
    r"|subscribe(?:(?:: | for | from )\D{0,3}\d.{0,40}| today\b.{0,40}| now\b.{0,40})"
    r"|(?:[\w' ]{3,60}\. )?subscribe (?:today|now|for \D{0,3}\d.{0,30})\.?"
    r"|support [\w&' ]{3,40}\. (?:your (?:gift|donation|support)|donate|become|give)\b.{0,90}"
    r"|become an? [\w&' ]{0,40}(?:sponsor|supporter|member|subscriber)\.?"
    r"|newsletter: .{3,90}"
    r"|follow [\w&.'\u2019 ]{3,60} (?:coverage|news) (?:at|on) .{3,60}"
)
_MOST_WORDS: Final = 20

is_call: Final = both(has_any("SIGN", "SUBSCRIBE", "JOIN"), matches(_CALL))
is_offer: Final = matches(_OFFER)
is_ranking: Final = matches(r"(?:most (?:popular|read|viewed)|trending):?\s+1[.)] .{3,180}")
"""Tell "Most popular   1. Ferries stop   2. Rain to go on", the list of a page on one line."""
is_reading_time: Final = matches(_READING_TIME)


def is_row_of_page_words(place: Place) -> bool:
    """Tell "Share · Save · Comments (12)": a short line of nothing but a page's own words.

    Between separators a part may go on behind such a word: "8 minute read · Share with a friend".
    """
    if place.n_words > _MOST_WORDS:
        return False
    if _holds_nothing_else(place.text):
        return True
    parts = _SEPARATED.split(place.text) if _opens(place.text) else ()
    return len(parts) > 1 and all(_opens(part) for part in parts)


def _holds_nothing_else(line: str) -> bool:
    """Tell a line whose letters are all in a page's words, the first one as well."""
    first = next((i for i, character in enumerate(line) if character.isalpha()), 0)
    if _PAGE_WORDS.match(line, first) is None:
        return False
    return not any(character.isalpha() for character in _PAGE_WORDS.sub("", line))


def _opens(part: str) -> bool:
    return _PAGE_WORDS.match(part) is not None or re.match(r"\d+ min", part) is not None
