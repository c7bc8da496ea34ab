"""Signs of what stands above and around a text: its title and deck, its outlet, its section."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_dates import is_date
from stancekit.articles.block_signs import ENDS, Place, letters
from stancekit.articles.lexicon import word_groups

_CAPITALS: Final = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})*|[A-Z]{2,}[a-z]+")
_BYLINE: Final = re.compile(
    r"(?:\w+ )?[Bb]y [A-Z]|BY [A-Z]|[A-Z][\w.'\u2019-]*(?:,? (?:and )?[A-Z][\w.'\u2019-]*){1,5}\Z"
)
_LETTER: Final = re.compile(r"[^\W_]")
_SEPARATED: Final = re.compile(r"\s+[\u00b7\u2022|\u203a\u00bb>/]\s+|\s{2,}")
_MOST_WORDS_OF_A_HEADLINE: Final = 30
_MOST_WORDS_OF_A_DECK: Final = 60
_MOST_WORDS_OF_A_LONE_DECK: Final = 45
_PAGE_WORDS: Final = frozenset().union(
    *(word_groups("boilerplate")[group] for group in ("advertisement", "page alone", "label"))
)


def is_given_title(place: Place) -> bool:
    """Tell the line that is the title known from elsewhere."""
    if place.title is None:
        return False
    title, first = letters(place.title), _LETTER.search(place.opening)
    same = first is not None and first.group().lower()[0] == title[:1]
    return same and place.letters == title  # the first letter tells most lines, and soon


def heads_article(place: Place) -> bool:
    """Tell a headline that opens the text from a first sentence.

    Above a byline or date there is no text, so what opens the head may end with a stop and may be
    several sentences; elsewhere only capitals tell such a headline.
    """
    if place.n_lines < 3 or place.n_words > _MOST_WORDS_OF_A_HEADLINE or len(place.text) < 8:
        return False
    if place.in_head and not place.titled:
        return _heads_head(place)
    if place.index:
        return False
    if not ENDS.search(place.text):
        return place.n_words >= 4
    if place.title is not None:
        return False
    words = [word for word in place.text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.75 * len(words)


def _heads_head(place: Place) -> bool:
    """Tell the first line of a head that is long enough; with a stop only if no title is known."""
    if place.title is not None and ENDS.search(place.text):
        return False
    return place.n_words >= (4 if place.index == 0 else 3)


def is_deck(place: Place) -> bool:
    """Tell the line under a headline that sums the article up.

    In a head every line that is nothing else is one. Elsewhere a deck is told by its missing stop,
    or by what looks like a name below it.
    """
    if not place.before_body or not 4 <= place.n_words <= _MOST_WORDS_OF_A_DECK:
        return False
    if place.in_head and (place.titled or place.title is not None):
        return True
    if not place.titled or not 6 <= place.n_words <= _MOST_WORDS_OF_A_LONE_DECK:
        return False
    if place.follows_title and _opens_byline(place.following):
        return True
    return not ENDS.search(place.text)


def _opens_byline(line: str) -> bool:
    return _BYLINE.match(line) is not None or is_date(line)


def is_outlet(place: Place) -> bool:
    """Tell the name of the outlet on a line of its own."""
    if place.outlet is None or place.n_words > 8:
        return False
    found = place.letters.removeprefix("specialfor").removeprefix("the")
    return found == letters(place.outlet).removeprefix("the") != ""


def is_outlet_in_capitals(place: Place) -> bool:
    """Tell a name in capitals above the text, which is an outlet's; above a title, a section's."""
    if place.in_head and not place.titled and place.title is None:
        return False
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
