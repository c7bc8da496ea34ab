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
_FEWEST: Final = 3

_LONGEST: Final = 300
_LONGEST_POST: Final = 450
"""Characters of a post with its links and who signs it; a longer line has the author's words."""
_PLAYED: Final = re.compile(r"\bListen \W ?\d{1,2}:\d\d(?: \d{1,2}:\d\d)?\Z")
_POST: Final = re.compile(
    r"[\u2014\u2013-]\s?[^()\u2014]{2,60} \(@\w{1,30}\) [A-Z][a-z]+ \d{1,2}, \d{4}\Z"
)
_POSTED: Final = re.compile(r"[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4} \(@\w{1,30}\) \S")

is_call: Final = both(has_any("SIGN", "SUBSCRIBE", "JOIN"), matches(_CALL))
is_offer: Final = matches(_OFFER)
is_ranking: Final = matches(r"(?:most (?:popular|read|viewed)|trending):?\s+1[.)] .{3,180}")
"""Tell "Most popular   1. Ferries stop   2. Rain to go on", the list of a page on one line."""
is_reading_time: Final = matches(_READING_TIME)


def is_played(place: Place) -> bool:
    """Tell another story's headline with a player: "Ferries Stop Ferries Stop Listen - 3:39"."""
    return len(place.text) < _LONGEST and _PLAYED.search(place.ending) is not None


def is_printed_twice(place: Place) -> bool:
    """Tell a headline that stands twice on one line."""
    half, odd = divmod(place.n_words, 2)
    if odd or not _FEWEST <= half <= _MOST_WORDS:
        return False
    words = place.text.split()
    return words[:half] == words[half:]


def is_signed_post(place: Place) -> bool:
    """Tell an embedded post by who signs it: "Ferries run! - Ines Oduya (@oduya) May 3, 2031".

    Its writer may stand before it too, inside a text.
    """
    if len(place.text) < _LONGEST_POST and _POST.search(place.ending) is not None:
        return True
    inside = not place.before_body and not place.behind_body
    return inside and _POSTED.match(place.text) is not None


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
