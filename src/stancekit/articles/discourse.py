"""What has been read so far of an article: who was named, who spoke, and how lately."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.descriptions_behind import GOVERNS
from stancekit.articles.extraction import ParagraphReading
from stancekit.articles.keyed_patterns import KeyedPattern
from stancekit.articles.people import Cast
from stancekit.articles.person import Person
from stancekit.articles.told import Told
from stancekit.records import Evidence

_BODIES: Final = frozenset({"institution", "official", "media"})
_COLLEAGUE: Final = KeyedPattern(
    re.compile(
        r"\b(?:(?:his|her|their|\w+ ['\u2019]s)\b[\w ]{0,20}\b(?:colleague|supervisor|co-author)"
        r"|colleague of)\b",
        re.IGNORECASE,
    ),
    frozenset({"colleague", "supervisor", "co"}),
)
LONG_AGO: Final = 3
"""So many paragraphs back a description still reaches."""
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
    named_before: list[Person] = field(default_factory=list)
    named_here: list[tuple[int, Person]] = field(default_factory=list)
    ids_here: set[int] = field(default_factory=set)
    spoke_together: list[Told] = field(default_factory=list)
    last_individual: Told | None = None
    last_individual_paragraph: int = -9
    spoke_at: int = -1
    last_named: dict[int, int] = field(default_factory=dict)
    openings: set[int] = field(default_factory=set)
    sentences: list[Sentence] = field(default_factory=list)
    before: tuple[Sequence[Sentence], Sequence[tuple[int, Person]]] = ((), ())
    recent: deque[tuple[int, Person]] = field(default_factory=lambda: deque(maxlen=_MOST_RECENT))

    @property
    def last_near(self) -> Told | None:
        """Who spoke last, if that was in this paragraph or the one before."""
        return self.last if self.paragraph - self.last_paragraph <= 1 else None

    @property
    def last_individual_near(self) -> Told | None:
        """Who spoke last and is neither a body nor a document, if that was so near."""
        near = self.paragraph - self.last_individual_paragraph <= 1
        return self.last_individual if near else None

    def enter(self, paragraph: int, reading: ParagraphReading) -> None:
        """Begin a paragraph: note which people it names, and where."""
        self.paragraph = paragraph
        self.spoke_here = []
        self.spoke_at = -1
        self.before = (self.sentences, self.named_here)
        self.sentences = reading.sentences
        self.openings = {sentence.tokens[0].start for sentence in reading.sentences}
        names = sorted(reading.names, key=lambda name: name.start)
        people = [
            (name.start, self.meant(name.name, name.before))
            for name in names
            if name.after != GOVERNS  # "the Farraday administration" is no mention of Farraday
        ]
        self.named_here = [(start, person) for start, person in people if person is not None]
        self.ids_here = {id(person) for _, person in self.named_here}
        self._note_named(self.named_before)
        self.named_before = [person for _, person in self.named_here]
        for _, person in self.named_here:
            self.take_over_role(person)

    def _note_named(self, people: Sequence[Person]) -> None:
        """Note that the paragraph before named some people."""
        for person in people:
            self.last_named[id(person)] = self.paragraph - 1

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

    def meant(self, name: Sequence[str], before: str = "") -> Person | None:
        """Give the person whom a name means in this paragraph, if it means one alone."""
        person = self.cast.find(name, self.paragraph, before)
        if person is None and len(name) == 1:
            return self.cast.find_introduced(name[0], self.paragraph)
        return person

    def take_over_role(self, person: Person) -> None:
        """Let "her colleague" be an expert where she is one."""
        other = None if self.last_individual is None else self.last_individual.person
        if other is None or other is person or person.role not in ("unknown", "institution"):
            return
        colleague = _COLLEAGUE.search(person.description) if other.role == "expert" else None
        if colleague is not None:
            person.role = "expert"
            person.role_from = Evidence(colleague.group(), self.paragraph)

    def named_up_to(self, position: int) -> Sequence[tuple[int, Person]]:
        """Give the last people whom the paragraph names before a place, with where it does."""
        behind = bisect_left(self.named_here, position, key=lambda name: name[0])
        return self.named_here[max(0, behind - _MOST_NAMES) : behind]


def _is_body(told: Told) -> bool:
    """Tell an organisation, a group or a document, whom "he" cannot mean."""
    if told.person is not None:
        return False
    named = told.speaker.naming == "named" and told.speaker.role in _BODIES
    return named or told.speaker.naming in ("unnamed_group", "document")
