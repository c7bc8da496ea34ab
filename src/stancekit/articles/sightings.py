"""Personal names where they stand in a sentence, with the words that describe their bearers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stancekit.articles.descriptions_behind import description_behind
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import (
    TITLES,
    bare_start,
    is_office,
    is_organisation,
    is_surname,
    is_time,
    is_title,
)
from stancekit.articles.roles import role_of
from stancekit.articles.title_phrases import LONGEST_TITLE, is_plural_title, title_before
from stancekit.articles.tokens import Token, as_text

_IN_ORGANISATIONS: Final = frozenset({"for", "of", "on", "&"})
_IN_PLACES: Final = frozenset({"preposition", "determiner", "name", "conjunction", "possessive"})
_REGIONS: Final = word_groups("organisations")["regions"]
_TAGGED: Final = re.compile(r"[RDI]-[A-Z]")
_MOST_NAMES: Final = 5


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text: its bare words, where it stands and what is said around it."""

    name: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str


def sightings(sentence: Sequence[Token]) -> Iterator[Sighting]:
    """Give the personal names of a sentence in order."""
    i = last_end = 0
    last: Sighting | None = None
    while i < len(sentence):
        if sentence[i].tag != "name":
            i += 1
            continue
        end = _run_end(sentence, i)
        found = _sighting(sentence, i, end)
        if found is not None:
            if last is not None and not found.before and _shares_title(sentence, last_end, i, last):
                found = replace(found, before=last.before)
            yield found
            if found.before or len(found.name) > 1:
                last, last_end = found, end
        i = end + 1


def _shares_title(sentence: Sequence[Token], start: int, end: int, last: Sighting) -> bool:
    """Tell "and Ines Oduya" behind "senators Colm Farraday of Ferrow", who are both senators."""
    between = sentence[start:end]
    if not between or between[-1].lower != "and" or not is_plural_title(last.before):
        return False
    return len(between) <= LONGEST_TITLE and all(
        word.tag == "name" or word.lower in ("of", ",", "and", "(", ")") for word in between
    )


def _run_end(sentence: Sequence[Token], start: int) -> int:
    """Give where a run of capitalised words ends, particles between them included."""
    end = start
    while end < len(sentence):
        behind = end
        while start < behind < len(sentence) and sentence[behind].lower in TITLES["particles"]:
            behind += 1
        if behind == len(sentence) or sentence[behind].tag != "name":
            break
        end = behind + 1
    return end


def _sighting(sentence: Sequence[Token], start: int, end: int) -> Sighting | None:
    end = _before_time(sentence, start, end)
    begin = bare_start(sentence, _behind_department(sentence, start, end), end)
    name = sentence[begin:end]
    surname = len(name) == 1 and is_surname(sentence, begin)
    if len(name) > _MOST_NAMES or (is_organisation(name) and not surname):
        return None
    if begin == start and not surname and is_organisation(sentence[start:end]):
        return None
    if len(name) == 1 and is_title(name[0].lower):
        return None
    if _is_thing(sentence, start, begin, end) or _is_region(name):
        return None
    return Sighting(
        tuple(word.text for word in name),
        sentence[begin].start,
        sentence[end - 1].end,
        as_text(title_before(sentence, start, begin, end)) or _workplace(sentence, begin),
        as_text(description_behind(sentence, end)),
    )


def _before_time(sentence: Sequence[Token], start: int, end: int) -> int:
    """Leave the day out of "ousted Colm Farraday Tuesday"."""
    while end - 1 > start and is_time(sentence[end - 1].lower):
        end -= 1
    return end


def _is_thing(sentence: Sequence[Token], start: int, begin: int, end: int) -> bool:
    """Tell "the Harbour Peace Archive" and "Ferrow Women's University" from people."""
    joined = start > 1 and sentence[start - 1].lower in _IN_ORGANISATIONS
    office = sentence[begin - 1].lower if begin > start and end - begin > 1 else ""
    titled = is_office(office) and role_of(office) != "unknown"
    if joined and not titled and _ends_thing(sentence, start):
        return True
    article = begin > 0 and end - begin > 1 and sentence[begin - 1].lower == "the"
    owned = sentence[end + 1 : end + 2]
    owns = end < len(sentence) and sentence[end].tag == "possessive" and end - begin > 1
    return article or (
        owns and owned[0:1] != [] and owned[0].tag == "name" and is_organisation(owned)
    )


def _is_region(name: Sequence[Token]) -> bool:
    """Tell "Ferrow County", "Ferrow Republican" and a tag like "R-Harborton" from people."""
    tagged = len(name) == 1 and _TAGGED.match(name[0].text) is not None
    last = name[-1].lower
    return tagged or (len(name) > 1 and (last in _REGIONS or last in TITLES["party"]))


def _ends_thing(sentence: Sequence[Token], begin: int) -> bool:
    """Tell "Ferrow Centre for" before a name: it goes on with the organisation's."""
    run = begin - 1
    while run > 0 and sentence[run - 1].tag == "name":
        run -= 1
    return run < begin - 1 and is_organisation(sentence[run : begin - 1])


def _behind_department(sentence: Sequence[Token], start: int, end: int) -> int:
    """Leave the department out of "Director of National Intelligence Colm Farraday"."""
    if start == 0 or sentence[start - 1].lower != "of":
        return start
    i = start
    while i < end - 1 and sentence[i].lower in TITLES["departments"]:
        i += 1
    return i


def _workplace(sentence: Sequence[Token], begin: int) -> str:
    """Give the place before a name: "At the Hangang Forum in Seoul, Ines Oduya said"."""
    comma = begin - 1
    if comma < 2 or sentence[comma].text != "," or sentence[0].text != "At":
        return ""
    if any(word.tag not in _IN_PLACES for word in sentence[:comma]):
        return ""
    place = f"at {as_text(sentence[1:comma])}"
    return place if role_of(place) == "expert" else ""
