"""Lines that name who wrote an article, who added to it, and who the writer is."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.block_signs import Place, both, has_any, matches

_WORD: Final = r"[A-Z][\w.'\u2019-]*"
NAME: Final = rf"{_WORD}(?: (?:de |van |von |al-|bin |da |el |la )?{_WORD}){{1,4}}"
_NAMES: Final = rf"{NAME}(?:(?:,|,? and) {NAME}){{0,4}}"
_BYLINE: Final = re.compile(
    r"(?:(?:(?!Reporting|Writing|Editing)[A-Z][a-z]+ )?[Bb]y|BY):? "
    rf"{NAME}.{{0,120}}(?<![.!?])"
)
_OF_THE_STAFF: Final = (
    r"(?:(?i:by (?:our |an? )(?:[\w&'\u2019.-]{1,20} ){0,3})|(?:[A-Z&][\w'\u2019.-]{0,20} ){0,4})"
    r"(?i:staff|staff (?:writer|reporter|correspondent)s?|(?:special )?correspondents?)"
)
_REPORTED: Final = (
    rf"(?:{NAME}|{_WORD}) reported from {_WORD}.*"
    rf"|.{{0,190}}\b[A-Z][\w-]*(?: in {_WORD}(?:,? {_WORD}){{0,4}},?)? contributed\.?"
)
_WRITER: Final = r"(?:writer|reporter|correspondent|columnist|editor|producer)s?"
_ABOUT: Final = (
    rf"\(?{NAME} (?:covers? [^.]{{3,90}}"
    rf"|(?:is|was) an? (?:[\w-]+ ){{0,5}}{_WRITER}\b[^.]{{0,90}}).*"
)
_NO_NAMES: Final = frozenset(
    {"a", "an", "and", "as", "for", "in", "it", "its", "of", "on", "that", "the", "to", "with"}
)
"""Words that are capitals in a headline and no part of a name."""
_MOST_WORDS_OF_NAMES: Final = 12
_MOST_WORDS_OF_A_PORTRAIT: Final = 8

_is_of_the_staff: Final = matches(_OF_THE_STAFF, flags=0)
is_reporters_credit: Final = both(
    has_any("reported from", "contributed"), matches(_REPORTED, flags=0)
)
_are_names: Final = matches(rf"{_NAMES}(?:, [A-Z][\w. ]{{2,40}})?", flags=0)
_is_about_a_writer: Final = matches(_ABOUT, flags=0)
_is_portrait: Final = matches(
    rf"[A-Z][a-z]{{1,4}}\. {_WORD} {_WORD}(?:, {NAME})?|{_WORD} {_WORD}, {NAME}"
    rf"|{_WORD} [A-Z]\w*-[a-z]\w*",
    flags=0,
)


def is_byline(line: str) -> bool:
    """Tell "By Ines Oduya, Harbour Ledger" on a line of its own, not "By Monday she had left."."""
    return _BYLINE.fullmatch(line) is not None


def is_staff_byline(place: Place) -> bool:
    """Tell "By our Asia correspondent" and "Staff writer" between a headline and the text."""
    return place.before_body and place.titled and _is_of_the_staff(place)


def are_names_above(place: Place) -> bool:
    """Tell names alone above the text."""
    if not place.before_body or place.n_words > _MOST_WORDS_OF_NAMES:
        return False
    words = {word.strip(",").lower() for word in place.text.split() if word[0].isupper()}
    return not words & _NO_NAMES and _are_names(place)


def is_name_below(place: Place) -> bool:
    """Tell the name under a portrait, inside the text."""
    inside = not place.before_body and not place.text.isupper() and place.text[-1] != "."
    return inside and place.n_words <= _MOST_WORDS_OF_A_PORTRAIT and _is_portrait(place)


def is_about_the_writer(place: Place) -> bool:
    """Tell "Ines Oduya covers ferries for the Ledger. Follow her @oduya" outside the text.

    Inside it the same words may be a sentence about a speaker.
    """
    outside = place.before_body or place.behind_body
    return outside and _is_about_a_writer(place)
