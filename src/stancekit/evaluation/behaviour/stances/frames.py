"""Who says a clause, and how a reporter puts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from stancekit.evaluation.behaviour.people import PEOPLE, Invented
from stancekit.evaluation.behaviour.places import INSTITUTES, OUTLETS
from stancekit.evaluation.behaviour.sentences.clauses import capital
from stancekit.records import Passage

_T = TypeVar("_T")

FRAMES = (
    '"{C}," said {S}, a fellow at {I}.',
    "{S} of {I} {cue} that {c}.",
    "{C}, according to {S}, an analyst at {I}.",
    '"{C}," {S} of {I} told {O}.',
    "{S}, who teaches at {I}, {cue} that {c}.",
    "{C}, {S} of {I} {cue}.",
    "In the view of {S}, a researcher at {I}, {c}.",
    '{S}, an analyst at {I}, put it in one sentence: "{C}."',
)
UNNAMED_FRAMES = (
    '"{C}," said an analyst.',
    "An analyst {cue} that {c}.",
    "{C}, according to an analyst.",
    '"{C}," an analyst told {O}.',
    "A university lecturer {cue} that {c}.",
    "{C}, an analyst {cue}.",
    "In the view of a researcher, {c}.",
    'An analyst put it in one sentence: "{C}."',
)
"""The frames again, in the same order, with nobody named."""
CUES = ("said", "argued", "noted", "wrote", "explained")


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Who speaks, for whom, to whom, and with what cue."""

    person: Invented
    institute: str
    outlet: str
    cue: str = "said"

    def says(self, clause: str, frame: str) -> Passage:
        """Give the passage in which this voice says a clause."""
        text = frame.format(
            c=clause,
            C=capital(clause),
            S=self.person.full,
            I=self.institute,
            O=self.outlet,
            cue=self.cue,
        )
        named = "{S}" in frame
        return Passage(
            text=capital(text) if text[0].isalpha() else text,
            speaker=self.person.full if named else None,
            affiliation=self.institute.removeprefix("the ") if named else None,
        )


def voices(draw: Random, number: int) -> list[Voice]:
    """Draw voices so that each person, institute and outlet occurs about equally often."""
    people = _dealt(draw, PEOPLE, number)
    institutes = _dealt(draw, INSTITUTES, number)
    outlets = _dealt(draw, OUTLETS, number)
    cues = _dealt(draw, CUES, number)
    return [
        Voice(person=person, institute=institute, outlet=outlet, cue=cue)
        for person, institute, outlet, cue in zip(people, institutes, outlets, cues, strict=True)
    ]


def _dealt(draw: Random, items: Sequence[_T], number: int) -> list[_T]:
    dealt: list[_T] = []
    while len(dealt) < number:
        dealt += draw.sample(items, len(items))
    return dealt[:number]
