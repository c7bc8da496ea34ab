"""A generated case, how a group of them is judged, and what a failure prints."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from stancekit.articles import attribute
from stancekit.records import Attribution

from .words import BACKGROUND, CLAIMS, EXPERTS, INSTITUTES, PEOPLE, Invented

SEED = 20310503

Verdict = Literal["right", "wrong", "unresolved"]
Judged = tuple[Verdict, str]
RIGHT: Judged = ("right", "")


@dataclass(frozen=True)
class Case:
    """A text, the paragraph that is asked about, and what is expected of it."""

    id: str
    text: str
    expected: Any
    paragraph: int = 1
    given: dict[str, Any] = field(default_factory=dict)


def chance(group: str) -> random.Random:
    """Give the only source of chance of a group."""
    return random.Random(f"{SEED} {group}")


@dataclass(frozen=True)
class Scene:
    """What a case is written from: people, what they say, and what the reporter adds."""

    people: list[Invented]
    claims: list[str]
    background: list[str]
    introductions: list[str]

    @property
    def person(self) -> Invented:
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


def found_in(case: Case) -> list[Attribution]:
    """Give the attributions in the paragraph that a case asks about."""
    return [a for a in attribute(case.text) if a.paragraph == case.paragraph]


def plain(name: str | None) -> str | None:
    """Write a name with plain hyphens and apostrophes."""
    if name is None:
        return None
    return name.replace("\u2010", "-").replace("\u2011", "-").replace("\u2019", "'")


def names_of(found: Sequence[Attribution]) -> list[str | None]:
    """Give the speakers' names in order, each once."""
    return list(dict.fromkeys(plain(a.speaker.name) for a in found))


def judge_holder(case: Case) -> Judged:
    """Judge whether the expected person, and nobody else, speaks in the case's paragraph."""
    names = names_of(found_in(case))
    if names == [case.expected]:
        return RIGHT
    others = [name for name in names if name not in (None, case.expected)]
    return ("wrong" if others else "unresolved"), f"speakers {names}, expected {case.expected!r}"


def hold(
    cases: Sequence[Case],
    judge: Callable[[Case], Judged],
    *,
    bar: float,
    fewest: int,
    most_wrong: float = 1.0,
) -> None:
    """Assert that enough of enough cases are right; print the text of every other one."""
    assert len(cases) >= fewest
    assert len({case.id for case in cases}) == len(cases)
    counts: Counter[str] = Counter()
    for case in cases:
        verdict, why = judge(case)
        counts[verdict] += 1
        if verdict != "right":
            print(f"--- {verdict}: {case.id}: {why}\n{case.text}\n")
    print(f"{dict(counts)} of {len(cases)}")
    assert counts["right"] / len(cases) >= bar, f"{dict(counts)} of {len(cases)}, bar {bar}"
    assert counts["wrong"] / len(cases) <= most_wrong, f"{dict(counts)} of {len(cases)}"
