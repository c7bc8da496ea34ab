"""A generated article, what is expected of it, and what it is written from."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from stancekit.evaluation.behaviour.attributions.words import (
    BACKGROUND,
    CLAIMS,
    EXPERTS,
    INSTITUTES,
)
from stancekit.evaluation.behaviour.people import PEOPLE, Invented
from stancekit.records import Article, Attribution

Verdict = Literal["right", "wrong", "unresolved"]
Judged = tuple[Verdict, str]
"""How a case came out, and in words what was found."""


class Attributor:
    """What is tested: how a text becomes an article, and who says what in it.

    For this package's own, ``Attributor(read_article, attribute)`` of `stancekit.articles`.
    """

    def __init__(
        self,
        read: Callable[[str], Article],
        attribute: Callable[[Article], Sequence[Attribution]],
    ) -> None:
        self.read = read
        self.attribute = attribute
        self._known: dict[str, list[Attribution]] = {}

    def attributions(self, text: str) -> list[Attribution]:
        """Give the attributions of a text; several tests ask for those of one, found once."""
        if text not in self._known:
            self._known[text] = list(self.attribute(self.read(text)))
        return self._known[text]


@dataclass(frozen=True, kw_only=True)
class Case:
    """An article, the paragraph that is asked about, and what is expected of it.

    Parameters
    ----------
    form
        The form that it was written after; cases of one form resemble each other.
    expected
        In most tests the name of who speaks, ``None`` for nobody who is named.
    original
        What the text was made of, where the two are compared.
    """

    form: str
    text: str
    expected: Any
    paragraph: int = 1
    original: str | None = None
    given: dict[str, Any] = field(default_factory=dict)


Judge = Callable[[Case, Attributor], Judged]


def chance(seed: int, group: str) -> random.Random:
    """Give the only source of chance of a group of cases."""
    return random.Random(f"{seed} {group}")  # noqa: S311


@dataclass(frozen=True)
class Scene:
    """What a case is written from: people, what they say, and what the reporter adds."""

    people: list[Invented]
    claims: list[str]
    background: list[str]
    introductions: list[str]

    @property
    def person(self) -> Invented:
        """The first person."""
        return self.people[0]

    @property
    def introduced(self) -> str:
        """The first person's name with what they are."""
        return f"{self.person.full}, {self.introductions[0]}"


def scene(draw: random.Random, person: Invented | None = None) -> Scene:
    """Draw two people whose names share no word, six claims and four background sentences."""
    first = person or draw.choice(PEOPLE)
    taken = set(first.full.lower().split())
    others = [p for p in PEOPLE if not taken & set(p.full.lower().split())]
    institutes = draw.sample(INSTITUTES, 2)
    described = [
        description.format(institute=institute)
        for description, institute in zip(draw.sample(EXPERTS, 2), institutes, strict=True)
    ]
    return Scene(
        [first, draw.choice(others)],
        draw.sample(CLAIMS, 6),
        draw.sample(BACKGROUND, 4),
        described,
    )


def curly(text: str) -> str:
    """Turn straight quotation marks and apostrophes into typographic ones."""
    written = []
    for i, mark in enumerate(text):
        before = text[i - 1] if i else " "
        opens = before.isspace() or before in "(\u2014"
        if mark == '"':
            written.append("\u201c" if opens else "\u201d")
        elif mark == "'":
            written.append("\u2018" if opens else "\u2019")
        else:
            written.append(mark)
    return "".join(written)


def article(*paragraphs: str) -> str:
    """Join paragraphs with blank lines."""
    return "\n\n".join(paragraphs)


def found_in(case: Case, attributor: Attributor) -> list[Attribution]:
    """Give the attributions in the paragraph that a case asks about."""
    return [a for a in attributor.attributions(case.text) if a.paragraph == case.paragraph]


def plain(name: str | None) -> str | None:
    """Write a name with plain hyphens and apostrophes."""
    if name is None:
        return None
    return name.replace("\u2010", "-").replace("\u2011", "-").replace("\u2019", "'")


def names_of(found: Sequence[Attribution]) -> list[str | None]:
    """Give the speakers' names in order, each once."""
    return list(dict.fromkeys(plain(a.speaker.name) for a in found))


def in_words(found: Sequence[Attribution]) -> str:
    """Give who was found to speak, with role, naming and content."""
    told = (f"{a.speaker.name} ({a.speaker.role}, {a.speaker.naming}): {a.text}" for a in found)
    return "; ".join(told) or "no attribution"


def judge_holder(case: Case, attributor: Attributor) -> Judged:
    """Judge whether the expected person, and nobody else, speaks in the case's paragraph."""
    found = found_in(case, attributor)
    names = names_of(found)
    if names == [case.expected]:
        return "right", in_words(found)
    others = [name for name in names if name not in (None, case.expected)]
    return ("wrong" if others else "unresolved"), in_words(found)
