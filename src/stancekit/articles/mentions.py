"""What a source phrase says of its speaker: a name or a noun, a description, a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import (
    TITLES,
    bare_start,
    is_bearer_noun,
    is_holder,
    is_office,
    is_organisation,
    is_place_word,
    is_role_noun,
    is_surname,
    is_title,
    name_start,
)
from stancekit.articles.phrase_edges import LINKING
from stancekit.articles.phrases import Phrase
from stancekit.articles.tokens import Token, as_text

MentionKind = Literal["pronoun", "name", "organisation", "noun"]

_WORDS: Final = word_groups("function_words")
_PLURALS: Final = word_groups("verb_forms")["plurals"]
_DOCUMENTS: Final = word_groups("documents")["documents"]
_NUMBERS: Final = word_groups("places")["numbers"] - {"one"}
_MEDIA: Final = word_groups("organisations")["media"]
_BEHIND_NOUNS: Final = frozenset({"familiar", "close", "aware", "involved", "present", "based"})
_IN_ORGANISATIONS: Final = frozenset({"of", "for", "on", "and", "the", "in", "&"})
_NOT_PLURAL: Final = ("ss", "us", "is")
_LONGEST_NAME: Final = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as it stands: its kind, its bare name, and the words around that name.

    `before` and `after` describe the speaker: titles and affiliations before the name, appositions
    behind it. `head` is the last word of the name, or the noun.
    """

    kind: MentionKind
    name: tuple[str, ...]
    head: str
    before: str = ""
    after: str = ""
    is_plural: bool = False
    determiner: str = ""


def read_mention(words: Sequence[Token], phrase: Phrase) -> Mention:
    """Say what a phrase is, with what describes it before and behind its name."""
    core = _core_end(words, phrase)
    inside = words[phrase.start : core]
    if len(inside) == 1 and _is_pronoun(inside[0]):
        return Mention("pronoun", (), inside[0].lower)
    if not inside or inside[-1].tag != "name" or _is_noun(inside):
        return _noun(words, inside, phrase, core)
    mention = _named(inside, as_text(words[core : phrase.full_end]))
    if mention.kind == "organisation":
        return replace(mention, name=(*mention.name, *_joined(words[core : phrase.end])))
    return mention


def _is_pronoun(word: Token) -> bool:
    return word.tag in ("pronoun", "relative") or word.lower in _WORDS["owner"]


def _is_noun(inside: Sequence[Token]) -> bool:
    """Tell "Analysts" and "the California Democrat" from names."""
    start = name_start(inside, len(inside))
    last = inside[-1].lower
    if len(inside) == 1 and last in _NUMBERS:
        return True
    if not (is_role_noun(last) or is_bearer_noun(last)) or is_surname(inside, len(inside) - 1):
        return False
    if last in _MEDIA and len(inside) - start > 1:  # "the Harborton Post"
        return False
    alone = len(inside) - start == 1 or inside[0].tag == "determiner"
    return alone or all(_says_which(word) for word in inside[start:-1])


def _says_which(word: Token) -> bool:
    """Tell "Former" and "Ohio" in "Former Ohio Democrat" from a given name."""
    return is_place_word(word.lower) or is_title(word.lower)


def _noun(words: Sequence[Token], inside: Sequence[Token], phrase: Phrase, core: int) -> Mention:
    """Read a common noun; a bare name behind a comma names it: "a spokesman, Colm Farraday,"."""
    before = as_text(words[phrase.start : phrase.end])
    described = words[phrase.end : phrase.full_end]
    named = _name_between_commas(described)
    if named:
        return Mention("name", named, named[-1], before=before)
    named = _name_with_place(described) if inside and is_role_noun(inside[-1].lower) else ()
    if named:
        place = as_text(described[len(named) + 1 :])
        return Mention("name", named, named[-1], before=before, after=place)
    return Mention(
        "noun",
        (),
        inside[-1].lower if inside else "",
        before=before,
        after=f"{as_text(words[core : phrase.full_end])} {_publisher(words, phrase)}".strip(),
        is_plural=bool(inside) and _is_plural(inside[-1].lower),
        determiner=_determiner(inside),
    )


def _publisher(words: Sequence[Token], phrase: Phrase) -> str:
    """Give who stands behind a paper: "a report by the Hangang Forum", "released by"."""
    if words[phrase.end - 1].lower not in _DOCUMENTS:
        return ""
    start = phrase.end
    if start + 1 < len(words) and words[start].lower.endswith("ed"):
        start += 1
    if start >= len(words) or words[start].lower != "by":
        return ""
    end = start + 1
    while end < len(words) and (words[end].tag in ("name", "determiner") or _joins(words, end)):
        end += 1
    return as_text(words[start:end])


def _joins(words: Sequence[Token], index: int) -> bool:
    named = index + 1 < len(words) and words[index + 1].tag in ("name", "determiner")
    return named and (words[index].lower in _IN_ORGANISATIONS or words[index].tag == "possessive")


def _is_plural(noun: str) -> bool:
    if noun in _PLURALS or noun in _WORDS["quantifier"] or noun in _NUMBERS or noun == "percent":
        return True
    return noun.endswith("s") and not noun.endswith(_NOT_PLURAL)


def _determiner(inside: Sequence[Token]) -> str:
    return inside[0].lower if inside and inside[0].tag == "determiner" else ""


def _name_between_commas(words: Sequence[Token]) -> tuple[str, ...]:
    name = [word for word in words if word.text not in (",", "(", ")")]
    if not 2 <= len(name) <= _LONGEST_NAME or any(word.tag != "name" for word in name):
        return ()
    noun = is_bearer_noun(name[-1].lower) and all(_says_which(word) for word in name[:-1])
    return () if noun or is_organisation(name) else tuple(word.text for word in name)


def _name_with_place(words: Sequence[Token]) -> tuple[str, ...]:
    """Give the name in ", Colm Farraday of the Harbour Institute,", behind "another expert"."""
    if not words or words[0].text != ",":
        return ()
    end = 1
    while end < len(words) and words[end].tag == "name":
        end += 1
    joined = end < len(words) and words[end].lower in ("of", "at", "with", "from")
    return _name_between_commas(words[1:end]) if joined else ()


def _named(inside: Sequence[Token], after: str) -> Mention:
    end = len(inside)
    start = name_start(inside, end)
    begin = bare_start(inside, start, end)
    name = inside[begin:end]
    titled = begin > start and is_office(inside[begin - 1].lower)
    determiner = _determiner(inside)
    surname = len(name) == 1 and is_surname(inside, begin)
    organisation = not surname and is_organisation(name if titled else inside[start:end])
    if organisation or (determiner and begin == 1 and not surname):
        name = inside[start:end]
        kind: MentionKind = "organisation"
    else:
        kind = "name"
    return Mention(
        kind,
        tuple(word.text for word in name),
        name[-1].text,
        before=as_text(inside[:begin]),
        after=after,
        determiner=determiner,
    )


def _joined(words: Sequence[Token]) -> tuple[str, ...]:
    """Give the rest of an organisation's name: "of Foreign Affairs", "for Policy and Trade"."""
    stop = 0
    for i, word in enumerate(words):
        if word.tag == "name":
            stop = i + 1
        elif word.lower not in _IN_ORGANISATIONS:
            break
    return tuple(word.text for word in words[:stop])


def _core_end(words: Sequence[Token], phrase: Phrase) -> int:
    """Give where a phrase's head ends: before its first preposition or relative clause.

    What belongs to a title ("Secretary of State") and to an owner ("the Institute of Peace's Colm
    Farraday") is passed.
    """
    i = _owned_name(words, phrase)
    while i < phrase.end:
        if i > phrase.start and words[i].lower in _BEHIND_NOUNS and words[i - 1].is_nounish:
            return i
        if words[i].tag == "relative" or words[i].text == "(" or words[i].lower == "that":
            return max(i, phrase.start + 1)
        if words[i].lower in LINKING and i > phrase.start:
            behind = _behind_department(words, i + 1, phrase.end)
            if behind is None:
                return i
            i = behind
        else:
            i += 1
    return phrase.end


def _owned_name(words: Sequence[Token], phrase: Phrase) -> int:
    for i in range(phrase.end - 3, phrase.start, -1):
        if words[i].tag == "possessive":
            owned = words[i + 1 : phrase.end]
            person = all(word.tag == "name" for word in owned) and not is_organisation(owned)
            return i if person else phrase.start
    return phrase.start


def _behind_department(words: Sequence[Token], start: int, end: int) -> int | None:
    """Give where the name begins in "of State Colm ..."; ``None`` where no department is joined."""
    departments = TITLES["departments"]
    i = start
    while i < end and words[i].lower in departments | {"the", "and"}:
        i += 1
    found = any(word.lower in departments for word in words[start:i])
    while found and i < end and words[i].tag == "word" and is_title(words[i].lower):
        i += 1  # "the Chiefs of Staff spokesman Colm Farraday"
    if found:
        return i if i < end and words[i].tag == "name" else None
    return _behind_place(words, start, end)


def _behind_place(words: Sequence[Token], start: int, end: int) -> int | None:
    """Give where the name begins in "the former ambassador to China Colm Farraday"."""
    if not is_holder(words[start - 2].lower):  # "the government of Ferrow" is nobody
        return None
    i = start
    while i < end and (words[i].lower == "the" or is_place_word(words[i].lower)):
        i += 1
    name = words[i:end]
    full = i > start and len(name) > 1 and all(word.tag == "name" for word in name)
    return i if full and not is_organisation(name) else None
