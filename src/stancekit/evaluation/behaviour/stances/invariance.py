"""B1, B2, B3, B4, B6 and B24: what may change in a text without changing its label."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from stancekit.evaluation.behaviour.sentences.clauses import Clause
from stancekit.evaluation.behaviour.stances import changes
from stancekit.evaluation.behaviour.stances.cases import Base, StanceCase, chance
from stancekit.evaluation.behaviour.stances.frames import FRAMES, UNNAMED_FRAMES, Voice, voices
from stancekit.records import Passage

_DATED = (
    "On 4 May, as President Aldous Werring landed in {city}, {said}",
    "On Tuesday, hours after Prime Minister Ilka Tordsen had left {city}, {said}",
    "In 2024 Chancellor Hugo Brandvold and President Aldous Werring met in {city}. {said_}",
    "Speaking in {city} on March 12, {said}",
)
_CITIES = ("Geneva", "Vienna", "Hanoi", "Brussels", "Muscat", "Paris")
_SAID_FIRST = ("{S} of {I} {cue} that {c}.", "{S}, who teaches at {I}, {cue} that {c}.")


def changed(bases: Sequence[Base], seed: int) -> list[StanceCase]:
    """Give the cases that every passage makes, one's own or a user's."""
    draw = chance(seed, "changes")
    found = []
    typography = list(changes.TYPOGRAPHY)
    for number, base in enumerate(bases):
        passage = base.passage
        made: list[tuple[str, str, Passage | None]] = [
            ("B1", "another name", changes.other_name(passage, draw)),
            ("B2", "another institute", changes.other_affiliation(passage, draw)),
            ("B2", "another outlet", changes.other_outlet(passage, draw)),
            ("B3", "dates, leaders and capitals unnamed", changes.placeholders(passage)),
            ("B4", "other quotation marks", changes.other_quotes(passage)),
            ("B4", "another cue", changes.other_cue(passage)),
            ("B6", "a sentence of the author's behind", changes.background_behind(passage, draw)),
            ("B6", "a sentence of the author's before", changes.background_before(passage, draw)),
        ]
        for turn in range(2):
            name = typography[(2 * number + turn) % len(typography)]
            made.append(("B24", name, changes.typeset(passage, name)))
        found += [base.case(test, new, change) for test, change, new in made if new is not None]
    return found


def sentence_bases(clauses: Sequence[Clause], axes: tuple[str, ...], seed: int) -> list[Base]:
    """Put every clause into somebody's mouth; the model is told of every second one who it is."""
    drawn = voices(chance(seed, "bases"), len(clauses))
    return [
        Base(
            passage=voice.says(clause.text, FRAMES[i % len(FRAMES)]),
            cluster=clause.text,
            source="sentences",
            axes=axes,
            is_told=i % 2 == 0,
        )
        for i, (clause, voice) in enumerate(zip(clauses, drawn, strict=True))
    ]


def reworded(clauses: Sequence[Clause], axes: tuple[str, ...], seed: int) -> list[StanceCase]:
    """Give the cases that need a text to be written anew: B2 to an analyst, B3 and B4."""
    draw = chance(seed, "reworded")
    found = []
    for i, (clause, voice) in enumerate(zip(clauses, voices(draw, len(clauses)), strict=True)):
        frame = i % len(FRAMES)
        base = Base(
            passage=voice.says(clause.text, FRAMES[frame]),
            cluster=clause.text,
            source="sentences",
            axes=axes,
            is_told=i % 2 == 0,
        )
        unnamed = voice.says(clause.text, UNNAMED_FRAMES[frame])
        found.append(base.case("B2", unnamed, "an analyst who is not named"))
        other = FRAMES[(frame + 1 + i // len(FRAMES) % (len(FRAMES) - 1)) % len(FRAMES)]
        found.append(base.case("B4", voice.says(clause.text, other), "put in another form"))
        found += _placeless(base, clause, voice, draw, i)
    return found


def _placeless(
    base: Base, clause: Clause, voice: Voice, draw: Random, number: int
) -> list[StanceCase]:
    """Give the case in which day, leader, city and country are named, and then are not."""
    said = voice.says(clause.text, _SAID_FIRST[number % len(_SAID_FIRST)])
    dated = _DATED[number % len(_DATED)].format(
        city=draw.choice(_CITIES), said=said.text, said_=said.text
    )
    first = Passage(text=dated, speaker=said.speaker, affiliation=said.affiliation)
    second = changes.placeholders(first)
    if second is None:
        return []
    return [base.pair("B3", first, second, "day, leader, city and country unnamed")]
