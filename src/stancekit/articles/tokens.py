"""The words of a sentence with a rough word class each, from closed lists and spelling.

A quotation is one token: what it holds is its speaker's grammar, not the sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.quotations import Quotation
from stancekit.typography import ACCENTS, HYPHENS, MARKUP

Tag = Literal[
    "determiner",
    "pronoun",
    "relative",
    "preposition",
    "conjunction",
    "subordinator",
    "auxiliary",
    "negation",
    "adverb",
    "possessive",
    "number",
    "name",
    "word",
    "quotation",
    "mark",
]

_WORD: Final = rf"[^\W_][\w{ACCENTS}]*"
_JOINTS: Final = rf"'\u2019.&/@#{HYPHENS}"
_TOKEN: Final = re.compile(
    rf"\s*+([A-Za-z]++(?![\w{ACCENTS}{_JOINTS}])"
    r"|\$?\d[\d,.]*\d%?|\$?\d%?"
    r"|(?:(?<=[^\W\d_])|(?<=\s\s))['\u2019](?:s|re|ve|ll|d|m)(?!\w)"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s+[A-Z])"
    rf"|{_WORD}(?:(?!['\u2019](?:s|re|ve|ll|d|m)\b)[{_JOINTS}]{_WORD})*"
    rf"|-{{2,}}|{MARKUP}|[^\s\w]|_|\Z)"
)
"""A token and the blanks before it: a plain word, which most are, a number, a clitic, a short form,
any word, a mark; nothing behind the last."""
_NOUNISH: Final = frozenset({"name", "word", "number", "quotation"})


@dataclass(slots=True)
class Token:
    """A word, mark or quotation, its offsets and its class."""

    text: str
    lower: str
    start: int
    end: int
    tag: Tag

    @property
    def is_nounish(self) -> bool:
        """Whether it may be the head of a noun phrase."""
        return self.tag in _NOUNISH


def _closed_classes() -> dict[str, Tag]:
    groups = word_groups("function_words")
    order: tuple[Tag, ...] = (
        "adverb",
        "preposition",
        "determiner",
        "pronoun",
        "relative",
        "conjunction",
        "subordinator",
        "auxiliary",
        "negation",
    )
    return {word: tag for tag in order for word in groups[tag]}


_CLASSES: Final = _closed_classes()
_TITLES: Final = word_groups("abbreviations")["never last"]
_PARTICLES: Final = word_groups("titles")["particles"] | word_groups("titles")["joined particles"]
_BEHIND_PARTICIPLES: Final = frozenset(
    {"subordinator", "preposition", "determiner", "pronoun", "adverb"}
)
_SAID: Final = frozenset({"said", "says", "told", "argued", "added", "thinks", "thought", "wrote"})
_OPENING_ADJECTIVES: Final = word_groups("function_words")["opening adjective"]
_OPENING_PARTICIPLES: Final = word_groups("function_words")["opening participle"]
_PARTS: Final = frozenset({"north", "south", "east", "west"})
_BEGINS_LIKE_VOWEL: Final = "aeiouh"
_ADJECTIVE_ENDING: Final = re.compile(r"\w{3,}(?:ous|ful|less|able|ible|ical)\Z")
_SYLLABLES: Final = frozenset({"determiner", "adverb", "pronoun"})
_MAY_BE_NAMES: Final = _SYLLABLES | {"auxiliary"}
_LONG: Final = 4
_NOT_ADVERBS: Final = word_groups("function_words")["not adverbs"]


def tokens(text: str, start: int, end: int, quoted: Sequence[Quotation] = ()) -> list[Token]:
    """Give the tokens of ``text[start:end]``, each quotation as one token.

    Examples
    --------
    >>> [(token.text, token.tag) for token in tokens("Ms. Oduya didn't go.", 0, 20)]
    [('Ms.', 'name'), ('Oduya', 'name'), ("didn't", 'negation'), ('go', 'word'), ('.', 'mark')]
    """
    found: list[Token] = []
    begin = start
    for quotation in quoted:
        if quotation.start < start or quotation.start >= end:
            continue
        found += _plain_tokens(text, begin, quotation.start)
        stop = min(quotation.end, end)
        found.append(Token(text[quotation.start : stop], "", quotation.start, stop, "quotation"))
        begin = stop
    found += _plain_tokens(text, begin, end)
    if len(found) > 1:
        _uncapitalise(found[0], found[1])
    return found


def _plain_tokens(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[1]
        if not word:
            break
        if len(word) > 1 and word[0] == "<":  # "<br>", left over from a page
            continue
        begin, stop = match.span(1)
        if word == "." and found and found[-1].end == begin and found[-1].lower in _TITLES:
            title = found[-1]
            found[-1] = Token(title.text + ".", title.lower, title.start, stop, "name")
            continue
        lower, tag = _classified(word)
        found.append(Token(word, lower, begin, stop, tag))
    capitals = [i for i, t in enumerate(found) if t.tag in _MAY_BE_NAMES and t.text[0].isupper()]
    _name_auxiliaries(found, capitals)
    _name_syllables(found, capitals)
    _name_articles(found, capitals)
    _name_numbers(found)
    return found


@cache
def _participles() -> frozenset[str]:
    """Give the participles of the attributing verbs, which may open a sentence."""
    verbs = {entry.split()[0] for entry in all_words("cue_verbs")}
    forms = [form for verb in verbs for form in verb_forms(verb)]
    return frozenset(form.text for form in forms if {"participle", "ing"} & set(form.tenses))


def _uncapitalise(first: Token, following: Token) -> None:
    """Tag "Asked" in "Asked if ..." as a word: a capital says nothing where a sentence begins.

    So does an adjective's: "Similar" in "Similar pledges have failed".
    """
    if first.tag != "name":
        return
    behind = following.tag in _BEHIND_PARTICIPLES
    if following.tag == "name":
        behind = first.lower in _OPENING_PARTICIPLES or first.lower.endswith("ing")
    participle = behind and (first.lower in _OPENING_PARTICIPLES or first.lower in _participles())
    adjective = following.tag == "word" and _ADJECTIVE_ENDING.match(first.lower) is not None
    if participle or adjective or first.lower in _OPENING_ADJECTIVES:
        first.tag = "word"


def _name_auxiliaries(found: Sequence[Token], capitals: Iterable[int]) -> None:
    """Tag "Do" as a name where no verb begins: "Do said", "Do Hae-rin", "Ms. Do"."""
    for i in capitals:
        token = found[i]
        if token.tag != "auxiliary" or token.text.isupper():
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        if _is_inside_sentence(found, i) or (following is not None and _follows_name(following)):
            token.tag = "name"
        elif following is not None and following.tag == "name" and _says(found, i + 2):
            token.tag = "name"  # "Will Farraday said"


def _name_syllables(found: Sequence[Token], capitals: Iterable[int]) -> None:
    """Tag "My" as a name in "Dang Thi My Vy": capitalised between two names."""
    for i in capitals:
        token = found[i]
        syllable = token.tag in _SYLLABLES and token.text.istitle() and len(token.text) < _LONG
        inside = 0 < i < len(found) - 1
        if syllable and inside and found[i - 1].tag == found[i + 1].tag == "name":
            token.tag = "name"


def _name_articles(found: Sequence[Token], capitals: Iterable[int]) -> None:
    """Tag "An" in "said An Ferrin" as a name: inside a sentence, or where no article could be."""
    for i in capitals:
        if found[i].text != "An" or i + 1 == len(found) or found[i + 1].tag != "name":
            continue
        following = found[i + 1].text
        spelt = following.isupper() or following[0].lower() in _BEGINS_LIKE_VOWEL
        if _is_inside_sentence(found, i) or not spelt:
            found[i].tag = "name"


def _name_numbers(found: Sequence[Token]) -> None:
    """Tag the number of "the journal 40 South" as part of its name: it counts nothing."""
    for i, token in enumerate(found):
        if token.tag != "number" or i + 1 == len(found) or found[i + 1].lower not in _PARTS:
            continue
        goes_on = i + 2 < len(found) and found[i + 2].tag == "name"
        if found[i + 1].tag == "name" and not goes_on and i and found[i - 1].tag == "word":
            token.tag = "name"


def _says(found: Sequence[Token], index: int) -> bool:
    return index < len(found) and found[index].lower in _SAID


def _is_inside_sentence(found: Sequence[Token], index: int) -> bool:
    return index > 0 and found[index - 1].tag != "mark"


def _follows_name(token: Token) -> bool:
    """Tell a given name or a past tense, which no auxiliary takes."""
    given = token.tag == "name" and re.search(rf"[{HYPHENS}][a-z]", token.text) is not None
    return given or token.lower in _SAID or token.tag == "possessive"


@lru_cache(maxsize=16384)
def _classified(word: str) -> tuple[str, Tag]:
    """Give a token in small letters with straight apostrophes, and its class."""
    lower = word.lower().replace("\u2019", "'")
    first = lower[0]
    if first.isdecimal() or (first == "$" and len(word) > 1):
        return lower, "number"
    if first == "'" and len(word) > 1:
        return lower, "possessive" if lower == "'s" else "auxiliary"
    if not first.isalnum():
        return lower, "mark"
    if lower[-1] == ".":
        return lower, "name"
    return lower, _word_class(word, lower)


_AFTER_PARTICLE: Final = re.compile(rf"['\u2019{HYPHENS}]")


def _has_particle(word: str) -> bool:
    """Tell "al-Masri" and "d'Aubrac", names that begin small, from "pro-Western"."""
    particle, _, rest = _AFTER_PARTICLE.sub("-", word).partition("-")
    return particle in _PARTICLES and rest[:1].isupper()


def _word_class(word: str, lower: str) -> Tag:
    known = _CLASSES.get(lower)
    if known is not None and not (
        word.isupper() and len(word) > 1 and lower in ("us", "it", "who")
    ):
        return known
    if lower.endswith("n't"):
        return "negation"
    if word[0].isupper() or _has_particle(word):
        return "name"
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return "adverb"
    return "word"


def as_text(words: Iterable[Token]) -> str:
    """Give words with a blank between each."""
    return " ".join([word.text for word in words])
