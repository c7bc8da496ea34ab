"""Personal names where they stand in a sentence, with the words that describe their bearers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import (
    TITLES,
    bare_start,
    is_holder,
    is_office,
    is_organisation,
    is_place_word,
    is_surname,
    is_time,
    is_title,
)
from stancekit.articles.roles import role_of
from stancekit.articles.tokens import Token

_IN_TITLES: Final = frozenset({"word", "name", "possessive"})
_JOINS: Final = frozenset({"of", "at", "from", "with"})
_OPENS_APPOSITION: Final = frozenset({"determiner", "word", "name", "relative", "adverb"})
_BEFORE_APPOSITION: Final = frozenset({",", "(", "\u2014", "--", "-"})
_IN_ORGANISATIONS: Final = frozenset({"for", "of", "on", "&"})
_IN_PLACES: Final = frozenset({"preposition", "determiner", "name", "conjunction", "possessive"})
_STOPS: Final = frozenset({",", ".", ";", ":", ")", "\u2014", "--"})
_COPULAS: Final = frozenset({"is", "was"})
_STUDYING: Final = word_groups("offices")["studying"]
_COLLEAGUES: Final = frozenset({"colleague", "supervisor", "co-author"})
_OWNERS: Final = word_groups("function_words")["owner"]
GOVERNS: Final = "administration"
"""What stands behind the name of a head of government: "the Farraday administration"."""
_SAYING: Final = frozenset({"said", "says", "told"})
_REGIONS: Final = word_groups("organisations")["regions"]
_TAGGED: Final = re.compile(r"[RDI]-[A-Z]")
_MOST_NAMES: Final = 5
_LONGEST_TITLE: Final = 10
_LONGEST_DESCRIPTION: Final = 30
_WHO: Final = Token("who", "who", 0, 0, "relative")


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
    i = 0
    while i < len(sentence):
        if sentence[i].tag == "name":
            end = _run_end(sentence, i)
            found = _sighting(sentence, i, end)
            if found is not None:
                yield found
            i = end
        i += 1


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
        _text(_title(sentence, start, begin, end)) or _workplace(sentence, begin),
        _text(_description(sentence, end)),
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


def _title(sentence: Sequence[Token], start: int, begin: int, end: int) -> Sequence[Token]:
    """Give the title right before a name with what belongs to it; nothing if no title is there.

    A comma may stand between them where another closes the name: "the envoy, Colm Farraday, left".
    """
    if begin > 1 and sentence[begin - 1].text == "," and _ends_description(sentence, end):
        stop = _before_place(sentence, begin - 1)
        office = _title(sentence, stop, stop, stop)
        return office if office and is_holder(office[-1].lower) else ()
    stop = _before_post(sentence, start, begin)
    if stop < begin:
        return _title(sentence, stop, stop, stop)
    last = sentence[begin - 1] if begin else None
    if last is None or not _may_end_title(begin, last):
        return ()
    left = min(start, begin - 1)
    while left > 0 and begin - left < _LONGEST_TITLE and _is_in_title(sentence[left - 1]):
        left -= 1
    if left and last.lower in _COLLEAGUES and sentence[left - 1].lower in _OWNERS:
        left -= 1
    if left > 1 and sentence[left - 1].lower == "of" and is_title(sentence[left - 2].lower):
        left -= 2
        while left > 0 and begin - left < _LONGEST_TITLE and _is_in_title(sentence[left - 1]):
            left -= 1
    return sentence[left:begin]


def _before_post(sentence: Sequence[Token], start: int, begin: int) -> int:
    """Leave out the place in "former ambassador to Ferrow Colm Farraday"."""
    joined = 1 < start < begin and sentence[start - 1].lower in ("to", "of", "in")
    joined = joined and all(is_place_word(word.lower) for word in sentence[start:begin])
    return start - 1 if joined and is_holder(sentence[start - 2].lower) else begin


def _before_place(sentence: Sequence[Token], end: int) -> int:
    """Leave out the place in "the governor of Ferrow, Colm Farraday,"."""
    start = end
    while start > 0 and sentence[start - 1].tag == "name":
        start -= 1
    joined = 1 < start < end and sentence[start - 1].lower in ("of", "for")
    return start - 1 if joined and is_holder(sentence[start - 2].lower) else end


def _workplace(sentence: Sequence[Token], begin: int) -> str:
    """Give the place before a name: "At the Hangang Forum in Seoul, Ines Oduya said"."""
    comma = begin - 1
    if comma < 2 or sentence[comma].text != "," or sentence[0].text != "At":
        return ""
    if any(word.tag not in _IN_PLACES for word in sentence[:comma]):
        return ""
    place = f"at {_text(sentence[1:comma])}"
    return place if role_of(place) == "expert" else ""


def _is_in_title(word: Token) -> bool:
    return word.tag in _IN_TITLES and word.lower not in _SAYING


def _ends_description(sentence: Sequence[Token], end: int) -> bool:
    return end < len(sentence) and sentence[end].text in (",", ".")


def _may_end_title(begin: int, last: Token) -> bool:
    if last.tag == "possessive" or is_title(last.lower) or last.lower in _COLLEAGUES:
        return True
    return begin >= 2 and last.lower in TITLES["departments"]


def _description(sentence: Sequence[Token], end: int) -> Sequence[Token]:
    """Give the words that describe a name right behind it."""
    if end + 1 >= len(sentence):
        return ()
    token = sentence[end]
    if token.lower in _JOINS:
        following = sentence[end + 1]
        named = following.lower in ("the", "a") or following.tag == "name"
        return [*_until_stop(sentence, end), *_second(sentence, end)] if named else ()
    if token.tag == "relative":
        return _until_stop(sentence, end)
    if token.lower == GOVERNS:
        return [token]
    if token.lower in _COPULAS:
        return _predicate(sentence, end)
    if token.lower in _STUDYING:
        studies = [_WHO, *_until_stop(sentence, end)]
        return studies if role_of(_text(studies)) == "expert" else ()
    if token.text not in _BEFORE_APPOSITION:
        return ()
    begin = _behind_age(sentence, end + 1)
    words = _without_clause(_until_stop(sentence, begin))
    age = [token for token in sentence[end + 1 : begin + 1] if token.tag == "number"]
    return [*age[:1], *words] if _is_apposition(words) else age[:1]


def _without_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Leave the cue out of "a researcher at the Forum told the Ledger"; no comma precedes it."""
    if not words or words[0].lower not in ("a", "an"):
        return words
    return list(takewhile(lambda word: word.lower not in _SAYING, words))


def _predicate(sentence: Sequence[Token], copula: int) -> Sequence[Token]:
    """Give what a sentence says somebody is: "Ines Oduya is an economist with the Bank"."""
    words = _until_stop(sentence, copula + 1)
    if words and words[0].lower in ("at", "with", "in") and sentence[copula].lower == "is":
        return _place(sentence, copula + 1, words)
    if not words or words[0].lower not in ("a", "an"):
        return ()
    head = list(takewhile(lambda word: word.tag in _IN_TITLES, words[1:]))
    if not head or not is_holder(head[-1].lower):
        return ()
    return words if sentence[copula].lower == "is" else [_WHO, sentence[copula], *words]


def _place(sentence: Sequence[Token], start: int, words: Sequence[Token]) -> Sequence[Token]:
    """Give where somebody is: "at the Hangang Forum", "in Seoul, at the Hangang Forum"."""
    comma = start + len(words)
    if words[0].lower == "in" and sentence[comma : comma + 1] and sentence[comma].text == ",":
        words = _until_stop(sentence, comma + 1)
    return words if role_of(_text(words)) == "expert" else ()


def _second(sentence: Sequence[Token], end: int) -> Sequence[Token]:
    """Give the apposition behind "Oduya of the Harbour Council, a former envoy, "."""
    comma = end + len(_until_stop(sentence, end))
    if comma + 2 >= len(sentence) or sentence[comma].text != ",":
        return ()
    words = _until_stop(sentence, comma + 1)
    opened = words and words[0].lower in ("a", "an", "who", "the")
    return words if opened and _is_apposition(words) else ()


def _behind_age(sentence: Sequence[Token], start: int) -> int:
    """Give where a description goes on behind an age between commas."""
    if start + 1 < len(sentence) and sentence[start].tag == "number":
        return start + 2 if sentence[start + 1].text == "," else start
    return start


def _is_apposition(words: Sequence[Token]) -> bool:
    """Tell a description from a clause that follows a comma."""
    if not words:
        return False
    if words[0].lower in _JOINS:  # "Oduya, of the Harbour Institute, said"
        return any(word.tag == "name" for word in words[1:3])
    if words[0].tag not in _OPENS_APPOSITION and words[0].lower != "once":
        return False
    if any(word.tag == "relative" or word.lower == "whose" for word in words):
        return True
    return not any(_makes_clause(word) for word in words)


def _makes_clause(word: Token) -> bool:
    negates = word.tag == "negation" and word.lower != "not"
    return word.tag == "auxiliary" or negates or word.lower in _SAYING


def _until_stop(sentence: Sequence[Token], start: int) -> Sequence[Token]:
    end = start
    while end < min(len(sentence), start + _LONGEST_DESCRIPTION):
        if sentence[end].text in _STOPS or sentence[end].tag == "quotation":
            break
        end += 1
    return sentence[start:end]


def _text(words: Iterable[Token]) -> str:
    return " ".join([word.text for word in words])
