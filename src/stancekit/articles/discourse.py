"""Who speaks, read in the order of the article: names, nouns and pronouns become speakers.

A pronoun or a short name that could mean two people means nobody: right or unresolved, never wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.extraction import Extract, ParagraphReading
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention, read_mention
from stancekit.articles.people import Cast, Gender, Person
from stancekit.articles.phrases import Phrase
from stancekit.articles.pronouns import antecedent, distinct
from stancekit.articles.told import (
    Told,
    told_name,
    told_nobody,
    told_noun,
    told_organisation,
    told_person,
)

_THIRD_PERSON: Final[dict[str, Gender]] = {"he": "he", "she": "she", "his": "he", "her": "she"}
_AUTHOR: Final = frozenset({"i", "we", "you"})
_GROUPS: Final = word_groups("function_words")["quantifier"] | {"they", "their"}
_POINTING: Final = frozenset({"the", "this", "that", "his", "her", "their"})
_CITING: Final = word_groups("verb_forms")["citing"]
_LONG_AGO: Final = 3
_MOST_RECENT: Final = 12
_MOST_NAMES: Final = 40


@dataclass(slots=True)
class Discourse:
    """What has been read so far of one article."""

    cast: Cast
    paragraph: int = -1
    last: Told | None = None
    last_paragraph: int = -9
    spoke_here: list[Told] = field(default_factory=list)
    named_here: list[tuple[int, Person]] = field(default_factory=list)
    recent: deque[tuple[int, Person]] = field(default_factory=lambda: deque(maxlen=_MOST_RECENT))

    def enter(self, paragraph: int, reading: ParagraphReading) -> None:
        """Begin a paragraph: note which people it names, and where."""
        self.paragraph = paragraph
        self.spoke_here = []
        people = [(name.start, self.cast.find(name.name, paragraph)) for name in reading.names]
        self.named_here = [(start, person) for start, person in people if person is not None]

    def remember(self, told: Told) -> None:
        """Note that somebody has spoken in the current paragraph."""
        if told.person is not None:
            told.person.spoken.append(self.paragraph)
            self.recent.append((self.paragraph, told.person))
        self.last = told
        self.last_paragraph = self.paragraph
        self.spoke_here.append(told)

    def tell(self, extract: Extract) -> list[Told]:
        """Give the speakers of an attribution; none where it is the author's own voice."""
        if extract.phrase is None:
            return []
        told = [self._tell(extract, phrase) for phrase in _holders(extract)]
        known = [speaker for speaker in told if speaker is not None]
        for speaker in known:
            self.remember(speaker)
        return known

    def _tell(self, extract: Extract, phrase: Phrase) -> Told | None:
        mention = read_mention(extract.sentence.tokens, phrase)
        if mention.kind == "pronoun":
            return self._pronoun(mention.head, extract)
        if mention.kind == "name":
            return self._named(mention)
        if mention.kind == "organisation":
            return told_organisation(mention)
        return self._pointed_at(mention) or told_noun(mention, extract.kind)

    def _named(self, mention: Mention) -> Told:
        person = self.cast.find(mention.name, self.paragraph)
        if person is not None:
            return told_person(person, 0.95 if len(mention.name) > 1 else 0.9)
        if self.cast.is_shared(mention.name):
            return told_nobody(("shared", mention.name), "named")
        return told_name(mention)

    def _pronoun(self, word: str, extract: Extract) -> Told | None:
        if word in _AUTHOR or (word == "it" and extract.kind == "show"):
            return None
        if word in _THIRD_PERSON:
            return self._third_person(_THIRD_PERSON[word], extract)
        near = self.last if self.paragraph - self.last_paragraph <= 1 else None
        if word in _GROUPS:
            group = near is not None and near.speaker.naming == "unnamed_group"
            return near if group else told_nobody(("group", word), "unnamed_group")
        if word in ("it", "its") and near is not None and near.person is None and near.speaker.name:
            return near
        return told_nobody(("pronoun", word))

    def _third_person(self, gender: Gender, extract: Extract) -> Told:
        position = extract.source[0] if extract.source else 0
        behind = bisect_left(self.named_here, position, key=lambda name: name[0])
        named = [
            person
            for start, person in self.named_here[max(0, behind - _MOST_NAMES) : behind]
            if not any(a <= start < b for a, b in extract.content)
        ]
        near = self.last if self.paragraph - self.last_paragraph <= 1 else None
        before = near.person if near is not None else None
        person, confidence = antecedent(gender, self.spoke_here, named, before)
        if person is None:
            return told_nobody(("pronoun", gender))
        person.gender = person.gender or gender
        return told_person(person, confidence)

    def _pointed_at(self, mention: Mention) -> Told | None:
        """Give the one recent speaker whom "the professor" describes."""
        if mention.determiner not in _POINTING or mention.is_plural or not mention.head:
            return None
        noun = re.compile(rf"\b{re.escape(mention.head)}\b", re.IGNORECASE)
        people = distinct(p for n, p in self.recent if self.paragraph - n <= _LONG_AGO)
        meant = [person for person in people if noun.search(person.description)]
        return told_person(meant[0], 0.6) if len(meant) == 1 else None


def _holders(extract: Extract) -> Sequence[Phrase]:
    """Give whom a source phrase names: those whom a medium cites, or each of joined names."""
    phrase = extract.phrase
    if phrase is None:
        return ()
    cited = _cited(extract.sentence, phrase)
    return [cited] if cited is not None else _conjuncts(extract.sentence, phrase)


def _cited(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give whom a relaying medium cites: "the agency, citing officials, reported"."""
    for i in range(phrase.end, min(phrase.full_end, len(sentence.tokens))):
        if sentence.tokens[i].lower in _CITING:
            return sentence.phrase_after(i + 1)
    return None


def _conjuncts(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Split "Baek Ro-eun and Colm Farraday" into its two names; anything else stays whole."""
    words = sentence.tokens[phrase.start : phrase.end]
    joints = [i for i, word in enumerate(words) if word.lower == "and"]
    if len(joints) != 1:
        return [phrase]
    left, right = words[: joints[0]], words[joints[0] + 1 :]
    if not all(word.tag == "name" for word in (*left, *right)) or len(left) < 2 or len(right) < 2:
        return [phrase]
    joint = phrase.start + joints[0]
    return [Phrase(phrase.start, joint, joint), Phrase(joint + 1, phrase.end, phrase.full_end)]
