"""Who speaks, read in the order of the article: names, nouns and pronouns become speakers.

A pronoun or a short name that could mean two people means nobody: right or unresolved, never wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.extraction import Extract, ParagraphReading
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention, read_mention
from stancekit.articles.names import is_role_noun, may_be_surname
from stancekit.articles.people import Cast, Gender, Person
from stancekit.articles.phrases import Phrase
from stancekit.articles.pronouns import antecedent, distinct, fits, is_somebody_unnamed
from stancekit.articles.roles import role_of
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
_BODIES: Final = frozenset({"institution", "official", "media"})
_COLLEAGUE: Final = re.compile(
    r"\b(?:(?:his|her|their|\w+ ['\u2019]s)\b[\w ]{0,20}\b(?:colleague|supervisor|co-author)"
    r"|colleague of)\b",
    re.IGNORECASE,
)
_UNNAMED: Final = 0.5
_LONG_AGO: Final = 3
_MOST_RECENT: Final = 12
_MOST_NAMES: Final = 40
_MOST_SENTENCES: Final = 3


@dataclass(slots=True)
class Discourse:
    """What has been read so far of one article."""

    cast: Cast
    paragraph: int = -1
    last: Told | None = None
    last_paragraph: int = -9
    spoke_here: list[Told] = field(default_factory=list)
    named_here: list[tuple[int, Person]] = field(default_factory=list)
    last_individual: Told | None = None
    last_individual_paragraph: int = -9
    spoke_at: int = -1
    openings: set[int] = field(default_factory=set)
    sentences: list[Sentence] = field(default_factory=list)
    recent: deque[tuple[int, Person]] = field(default_factory=lambda: deque(maxlen=_MOST_RECENT))

    def enter(self, paragraph: int, reading: ParagraphReading) -> None:
        """Begin a paragraph: note which people it names, and where."""
        self.paragraph = paragraph
        self.spoke_here = []
        self.spoke_at = -1
        self.openings = reading.openings
        self.sentences = reading.sentences
        names = sorted(reading.names, key=lambda name: name.start)
        people = [(name.start, self._meant(name.name)) for name in names]
        self.named_here = [(start, person) for start, person in people if person is not None]
        for _, person in self.named_here:
            self._take_over_role(person)

    def remember(self, told: Told) -> None:
        """Note that somebody has spoken in the current paragraph."""
        if told.person is not None:
            told.person.spoken.append(self.paragraph)
            self.recent.append((self.paragraph, told.person))
        self.last = told
        self.last_paragraph = self.paragraph
        if not _is_body(told):
            self.last_individual = told
            self.last_individual_paragraph = self.paragraph
        self.spoke_here.append(told)

    def tell(self, extract: Extract) -> list[Told]:
        """Give the speakers of an attribution; none where it is the author's own voice."""
        if extract.phrase is None:
            return []
        told = [self._tell(extract, phrase) for phrase in _holders(extract)]
        known = [speaker for speaker in told if speaker is not None]
        for speaker in known:
            self.remember(speaker)
        if known and extract.source is not None:
            self.spoke_at = extract.source[0]
        return known

    def _tell(self, extract: Extract, phrase: Phrase) -> Told | None:
        mention = read_mention(extract.sentence.tokens, phrase)
        if mention.kind == "pronoun":
            return self._plural_subject(mention, extract) or self._pronoun(mention.head, extract)
        if mention.kind == "name":
            return self._named(mention)
        if mention.kind == "organisation":
            return self._surname(mention) or told_organisation(mention)
        position = extract.source[0] if extract.source else 0
        if mention.head in _GROUPS:
            return self._group_before(extract) or told_noun(mention, extract.kind)
        return self._pointed_at(mention, position) or told_noun(mention, extract.kind)

    def _group_before(self, extract: Extract) -> Told | None:
        """Give whom "some" and "others" are part of: "Experts are split. Some say no."."""
        begin = extract.sentence.tokens[0].start
        before = [s for s in self.sentences if s.tokens[0].start < begin]
        for sentence in reversed(before[-_MOST_SENTENCES:]):
            subject = sentence.subject
            meant = None if subject is None else read_mention(sentence.tokens, subject)
            if meant is not None and meant.kind == "noun" and meant.is_plural:
                return told_noun(meant, extract.kind) if is_role_noun(meant.head) else None
        return None

    def _plural_subject(self, mention: Mention, extract: Extract) -> Told | None:
        """Give whom "they" means where its own sentence has a plural subject before it."""
        if mention.head != "they" or extract.phrase is None:
            return None
        subject = extract.sentence.subject
        if subject is None or subject.end > extract.phrase.start:
            return None
        meant = read_mention(extract.sentence.tokens, subject)
        known = meant.kind == "noun" and meant.is_plural and is_role_noun(meant.head)
        return told_noun(meant, extract.kind) if known else None

    def _named(self, mention: Mention) -> Told:
        person = self._meant(mention.name)
        if person is not None:
            self._take_over_role(person)
            return told_person(person, 0.95 if len(mention.name) > 1 else 0.9)
        if self.cast.is_shared(mention.name):
            return told_nobody(("shared", mention.name), "named")
        return told_name(mention)

    def _surname(self, mention: Mention) -> Told | None:
        """Give the person whose surname is also a word of the calendar or a nationality's."""
        bare = len(mention.name) == 1 and not mention.determiner and may_be_surname(mention.head)
        person = self._meant(mention.name) if bare else None
        if person is None or person.name[-1].lower() != mention.head.lower():
            return None
        return told_person(person, 0.9)

    def _meant(self, name: Sequence[str]) -> Person | None:
        person = self.cast.find(name, self.paragraph)
        if person is None and len(name) == 1:
            return self.cast.find_introduced(name[0], self.paragraph)
        return person

    def _take_over_role(self, person: Person) -> None:
        """Let "her colleague" be an expert where she is one."""
        other = None if self.last_individual is None else self.last_individual.person
        if other is None or other is person or person.role not in ("unknown", "institution"):
            return
        if other.role == "expert" and _COLLEAGUE.search(person.description):
            person.role = "expert"

    def _pronoun(self, word: str, extract: Extract) -> Told | None:
        if word in _AUTHOR or (word == "it" and extract.kind == "show"):
            return None
        if word in _THIRD_PERSON:
            return self._third_person(_THIRD_PERSON[word], extract)
        near = self.last if self.paragraph - self.last_paragraph <= 1 else None
        if word in _GROUPS:
            if near is not None and near.speaker.naming == "unnamed_group":
                return near
            return self._group_before(extract) or told_nobody(("group", word), "unnamed_group")
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
        near = self.paragraph - self.last_individual_paragraph <= 1
        before = self.last_individual.person if near and self.last_individual else None
        subject = self._subject_since(gender, position)
        spoke = [] if subject is not None else self.spoke_here
        person, confidence = antecedent(
            gender, spoke, named if subject is None else [subject], before
        )
        if person is None:
            return self._somebody_unnamed(named) or told_nobody(("pronoun", gender))
        person.gender = person.gender or gender
        return told_person(person, confidence)

    def _somebody_unnamed(self, named: Sequence[Person]) -> Told | None:
        """Give "a former envoy", who spoke last, where no name stands between."""
        last = self.last_individual
        near = self.paragraph - self.last_individual_paragraph <= 1
        if last is None or named or not near or not is_somebody_unnamed(last):
            return None
        return replace(last, confidence=_UNNAMED)

    def _subject_since(self, gender: Gender, position: int) -> Person | None:
        """Give whose full name has opened a sentence since somebody else spoke in the paragraph."""
        opened = [
            person
            for start, person in self.named_here
            if self.spoke_at < start < position and start in self.openings and fits(person, gender)
        ]
        return opened[-1] if opened and self.spoke_here else None

    def _pointed_at(self, mention: Mention, position: int) -> Told | None:
        """Give the one recent speaker whom "the professor" describes."""
        if mention.determiner not in _POINTING or mention.is_plural or not mention.head:
            return None
        noun = re.compile(rf"\b{re.escape(mention.head)}\b", re.IGNORECASE)
        people = distinct(p for n, p in self.recent if self.paragraph - n <= _LONG_AGO)
        meant = [person for person in people if noun.search(person.description)]
        if not meant:
            meant = self._undescribed(mention, position)
            for person in meant if len(meant) == 1 else ():
                person.role = "expert"
        return told_person(meant[0], 0.6) if len(meant) == 1 else None

    def _undescribed(self, mention: Mention, position: int) -> list[Person]:
        """Give who may be "the retired colonel" where the text has not said yet what they are."""
        if role_of(mention.before) != "expert":
            return []
        named = [person for start, person in self.named_here if start < position]
        near = self.paragraph - self.last_individual_paragraph <= 1
        if not named and near and self.last_individual and self.last_individual.person:
            named = [self.last_individual.person]
        people = distinct(named)
        return people if all(_may_be_expert(person) for person in people) else []


def _is_body(told: Told) -> bool:
    """Tell an organisation, a group or a document, whom "he" cannot mean."""
    if told.person is not None:
        return False
    named = told.speaker.naming == "named" and told.speaker.role in _BODIES
    return named or told.speaker.naming in ("unnamed_group", "document")


def _may_be_expert(person: Person) -> bool:
    """Tell whether nothing but an organisation is said of somebody so far."""
    said = " ".join(word for word in person.description.split() if not word[0].isupper())
    return person.role in ("expert", "unknown") and role_of(said) == "unknown"


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
