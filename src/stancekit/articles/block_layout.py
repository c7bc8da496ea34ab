"""Signs that lie in where a line stands: titles, decks, section headings, other headlines."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_dates import is_date
from stancekit.articles.block_signs import Place, letters
from stancekit.articles.lexicon import word_groups

_ENDS: Final = re.compile(r"[.!?\u2026:][\"'\u201d\u2019)\]]*\Z")
_ENDS_CLAUSE: Final = re.compile(r"[.!:,;][\"'\u201d\u2019)\]]*\Z")
_SPOKEN: Final = re.compile(r"[,.?!][\"\u201d]")
_CAPITALS: Final = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})*|[A-Z]{2,}[a-z]+")
_BYLINE: Final = re.compile(
    r"(?:\w+ )?[Bb]y [A-Z]|BY [A-Z]|[A-Z][\w.'\u2019-]*(?:,? (?:and )?[A-Z][\w.'\u2019-]*){1,5}\Z"
)
_NUMBERED: Final = re.compile(r"\d{1,2}[.)] \w")
_SEPARATED: Final = re.compile(r"\s+[\u00b7\u2022|\u203a\u00bb>/]\s+|\s{2,}")
_OPEN_ENDS: Final = ",;-\u2014\u2013"
_LONGEST_CAPTION: Final = 60
_PAGE_WORDS: Final = frozenset().union(
    *(word_groups("boilerplate")[group] for group in ("advertisement", "page alone", "label"))
)


def is_given_title(place: Place) -> bool:
    """Tell the line that is the title known from elsewhere."""
    return place.title is not None and place.letters == letters(place.title) != ""


def heads_article(place: Place) -> bool:
    """Tell a headline that opens the text from a first sentence."""
    if place.index or place.n_lines < 3 or place.n_words > 30 or len(place.text) < 8:
        return False
    if not _ENDS.search(place.text):
        return place.n_words >= 4
    words = [word for word in place.text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.75 * len(words)


def is_deck(place: Place) -> bool:
    """Tell the line under a headline that sums the article up, with a stop only above a byline."""
    if not (place.follows_title and place.before_body and 6 <= place.n_words <= 45):
        return False
    return not _ENDS.search(place.text) or _opens_byline(place.following)


def _opens_byline(line: str) -> bool:
    return _BYLINE.match(line) is not None or is_date(line)


def is_outlet(place: Place) -> bool:
    """Tell the name of the outlet on a line of its own."""
    if place.outlet is None or place.n_words > 8:
        return False
    return place.letters.removeprefix("specialfor") == letters(place.outlet) != ""


def is_outlet_in_capitals(place: Place) -> bool:
    """Tell a name in capitals above the text, which is an outlet's."""
    if not place.before_body or place.n_words > 3 or place.text.lower() in _PAGE_WORDS:
        return False
    return _CAPITALS.fullmatch(place.text) is not None


def is_trail(place: Place) -> bool:
    """Tell the names of outlet and section above the headline: "THE REVIEW · DIGEST · TRADE"."""
    if not place.before_body or place.n_words > 14 or place.follows_title:
        return False
    parts = _SEPARATED.split(place.text)
    return len(parts) > 2 and all(part[:1].isupper() for part in parts)


def is_outlets_note(place: Place) -> bool:
    """Tell a line in brackets that names the outlet: "(The Ferrow Post, with a wire service)"."""
    if place.outlet is None or place.n_words > 14 or place.text[0] + place.text[-1] != "()":
        return False
    return letters(place.outlet) in place.letters


def is_credited_to_outlet(place: Place) -> bool:
    """Tell a caption by the outlet's name in its closing bracket or behind its last mark."""
    if place.outlet is None or place.n_words > _LONGEST_CAPTION:
        return False
    credit = re.split(r"[(|/\]\[]|[.] ", place.text.rstrip(").]"))[-1]
    return credit != place.text and letters(credit).startswith(letters(place.outlet))


def is_heading(place: Place) -> bool:
    """Tell a short line without a stop, inside the text, that heads a section."""
    if place.n_lines == 1 or place.n_words > 14 or _SPOKEN.search(place.text):
        return False
    if _ENDS_CLAUSE.search(place.text):
        return False
    if _NUMBERED.match(place.text):
        return True
    quoted = place.text[0] in "'\u2018" and place.text[-1] in "'\u2019"
    if quoted or place.text.endswith("?"):
        return True
    return (place.n_words <= 6 or place.text.isupper()) and not _ENDS.search(place.text)


def is_other_headline(place: Place) -> bool:
    """Tell another article's headline: longer than a heading, and it ends without a stop."""
    if place.n_lines == 1 or not 7 <= place.n_words <= 20 or _SPOKEN.search(place.text):
        return False
    return not _ENDS.search(place.text) and place.text[-1] not in _OPEN_ENDS
