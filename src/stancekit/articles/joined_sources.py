"""Sources that name several: "Oduya and Pell", "Oduya, Pell, and Farraday", "Oduya and others"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import bare_start, is_office, is_organisation, is_role_noun
from stancekit.articles.phrases import Phrase
from stancekit.articles.tokens import Token

_GROUP_OPENS: Final = frozenset(
    {"other", "others", "his", "her", "their", "some", "many", "several"}
)
_COLLECTIVE: Final = frozenset({"others", "team", "staff", "band", "party", "cabinet", "camp"})
_OPENS_CLAUSE: Final = frozenset({"mark", "quotation", "subordinator"})
_BEFORE_PLACES: Final = frozenset({"of", "from", "at"})
_SEPARATORS: Final = frozenset({",", "\u2014", "\u2013", "--"})
_FLOATING: Final = frozenset({"all", "both", "each"})
_PLURALS: Final = word_groups("verb_forms")["plurals"]
_PARTS: Final = word_groups("places")["parts"]
_MOST: Final = 6
_LONGEST: Final = 40


def joined(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Give each of several people that a phrase names; the phrase alone where it names one."""
    tokens = sentence.tokens
    end = min(phrase.full_end, phrase.start + _LONGEST)
    named = tokens[phrase.end - 1].tag == "name"
    if named:
        start = _list_start(tokens, phrase.start)
        if start is not None:
            return _listed(tokens, start, phrase.end) or [phrase]
        end = _list_end(tokens, end)
    if not any(token.lower == "and" for token in tokens[phrase.start : end]):
        return [phrase]
    group = _group_behind(tokens, phrase)
    if group:
        return group
    if not named and not _is_plural(tokens[phrase.end - 1]):
        return [phrase]
    return _listed(tokens, phrase.start if named else phrase.end, end) or [phrase]


def _list_start(tokens: Sequence[Token], start: int) -> int | None:
    """Give where "Nora Pell, Ines Oduya, and" begins before a name; ``None`` for one person."""
    if start < 3 or tokens[start - 1].lower != "and" or tokens[start - 2].text != ",":
        return None
    begin = start - 2
    while begin > 0 and (tokens[begin - 1].tag == "name" or tokens[begin - 1].text == ","):
        begin -= 1
    opens = begin == 0 or tokens[begin - 1].tag in _OPENS_CLAUSE
    return begin if opens and tokens[begin].tag == "name" else None


def _list_end(tokens: Sequence[Token], end: int) -> int:
    """Give where ", and Nora Pell all" ends behind a name and what follows it."""
    if not any(token.lower in _FLOATING for token in tokens[end : end + _LONGEST]):
        return end
    i = end
    while i < len(tokens) and (tokens[i].tag == "name" or tokens[i].lower in (",", "and")):
        i += 1
    return i if i < len(tokens) and tokens[i].lower in _FLOATING else end


def joined_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give "Oduya" in "Oduya and other envoys said", where the phrase is what stands behind "and".

    Both are the subject only where the first opens the clause: behind a verb it is its object.
    """
    tokens, joint = sentence.tokens, phrase.start - 1
    if joint < 1 or tokens[joint].lower != "and" or not tokens[joint - 1].is_nounish:
        return None
    if tokens[phrase.start].lower not in _GROUP_OPENS or not _is_group(tokens, phrase):
        return None
    before = sentence.phrase_before(joint)
    if before is None or not _may_speak(tokens, before):
        return None
    opens = before.start == 0 or tokens[before.start - 1].tag in _OPENS_CLAUSE
    return before if opens else None


def _is_group(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell "his aides in Ferrow" from "his love of Ferrow"."""
    inside = tokens[phrase.start : phrase.end]
    head = list(takewhile(lambda token: token.tag != "preposition", inside))
    if head[-1].lower in _COLLECTIVE or head[-1].tag in ("name", "determiner"):
        return True
    return any(_is_plural(token) for token in head)


def _may_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell names and offices from things: "Oduya", "the president", "Many Republicans"."""
    last = tokens[phrase.end - 1]
    return last.tag == "name" or is_role_noun(last.lower)


def _group_behind(tokens: Sequence[Token], phrase: Phrase) -> list[Phrase]:
    """Split "Mr. Oduya and other envoys" into a name and a group."""
    joint = next(
        (i for i in range(phrase.start, phrase.end) if tokens[i].lower == "and"), phrase.end
    )
    left = tokens[phrase.start : joint]
    if joint + 1 >= phrase.end or any(token.tag != "name" for token in left):
        return []
    if tokens[joint + 1].lower not in _GROUP_OPENS:
        return []
    return [Phrase(phrase.start, joint, joint), Phrase(joint + 1, phrase.end, phrase.full_end)]


def _listed(tokens: Sequence[Token], start: int, end: int) -> list[Phrase]:
    """Give the people of a list: names with or without a place, the last one behind "and"."""
    found: list[Phrase] = []
    i, last = start, False
    while i < end and len(found) < _MOST:
        joins = tokens[i].text in _SEPARATORS or tokens[i].lower == "and"
        if joins:
            last = last or tokens[i].lower == "and"
            i += 1
            continue
        person = _person(tokens, i, end)
        if person is None:
            break
        found.append(person)
        i = person.full_end
        if last:
            break
    while i < end and (tokens[i].lower in _FLOATING or tokens[i].text in _SEPARATORS):
        i += 1
    return found if last and len(found) > 1 and (i >= end or tokens[i].tag == "relative") else []


def _person(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Give the name at a place of a list, "of Ferrow" behind it included in its description."""
    stop = start
    while stop < end and tokens[stop].tag == "name":
        stop += 1
    if start < stop < end and is_office(tokens[stop - 1].lower) and tokens[stop].lower == "of":
        stop += 1  # "Secretary of State Nora Pell"
        while stop < end and tokens[stop].tag == "name":
            stop += 1
    name = tokens[start:stop]
    if not name or (len(name) == 1 and name[0].lower in _PARTS):
        return None
    if stop - start > 1 and is_organisation(tokens[bare_start(tokens, start, stop) : stop]):
        return None
    behind = stop
    if behind + 1 < end and tokens[behind].lower in _BEFORE_PLACES:
        behind += 1
        while behind < end and tokens[behind].tag == "name":
            behind += 1
    return Phrase(start, stop, behind)


def _is_plural(token: Token) -> bool:
    return token.tag == "word" and (token.lower.endswith("s") or token.lower in _PLURALS)
