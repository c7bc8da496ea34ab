"""B4: direct, indirect or "according to", straight or curly, this cue or that: one holder."""

from __future__ import annotations

from random import Random

from stancekit.evaluation.behaviour.attributions.cases import (
    Case,
    Scene,
    article,
    chance,
    curly,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import CITIES, OUTLETS, SAID, SAYS, capital
from stancekit.evaluation.behaviour.people import PEOPLE

_DIRECT = [
    '"{C}," said {S}.',
    '"{C}," {S} {cue}.',
    '"{C}," {S} {cue}. "{D}."',
    '{S} {cue}: "{C}."',
    '{S} {cue}, "{C}."',
    '"{C}. {D}," {S} {cue} on Tuesday.',
    '"{C}," {S} told reporters in {city}.',
    '"{C}," {S} told {outlet} on Monday. "{D}."',
    '"{C}," {S} wrote in an essay published on Monday.',
    'As {S} put it, "{c}."',
    '{B} "{C}," {S} {cue}.',
    '"{C}," {S} {cue}, "and {d}."',
    '"{C} \u2014 {d}," {S} {cue}.',
    '"The \'open door\' is shut," {S} {cue}. "{C}."',
    '{B} "{C}," {S} {cue}. "{D}." {B2}',
    'But "{c}," {S} {cue}.',
    '"Why now?" {S} asked. "{C}."',
]
_INDIRECT = [
    "{S} {cue} that {c}.",
    "{S} said {c}.",
    "{C}, {S} {cue}.",
    "{S} {cue} on Tuesday that {c}.",
    "In an interview with {outlet}, {S} {cue} that {c}.",
    "But {S} {cue} that {c}.",
    "{S} told {outlet} that {c}.",
    "{S} {present} that {c}.",
    "{S} also {cue} that {c}, and that {d}.",
    "{B} {S} {cue} that {c}.",
    "{S} {cue} in a telephone interview on Wednesday that {c}.",
    "{S}, speaking by telephone from {city}, {cue} that {c}.",
    "On Tuesday, {S} {cue} that {c}.",
    "{S} agreed that {c}.",
    "{S} has long argued that {c}.",
    "{S} went further, saying that {c}.",
    "{S} pointed out that {c} and that {d}.",
    "{C}, {S} {cue} in a report published on Monday.",
    "{S} doubts that {c}.",
    "{S} fears that {c}.",
    "{S} is convinced that {c}.",
    'Still, {S} {cue} that {c}, calling it "the one fixed point."',
]
_ACCORDING = [
    "According to {S}, {c}.",
    "{C}, according to {S}.",
    "In the view of {S}, {c}.",
    "{B} According to {S}, {c}.",
    'According to {S}, "{c}."',
    "{C}, according to {S}. {B}",
    "In the opinion of {S}, {c}.",
    "In the eyes of {S}, {c}.",
]
_SHORT = [
    "In {S}'s view, {c}.",
    "By {S}'s account, {c}.",
    "{S}'s view is that {c}.",
    "{S}, for {his} part, {cue} that {c}.",
    "{C}, in {S}'s view.",
    "To {S}, {c}.",
    "For {S}, {c}.",
    "The trouble, {S} {cue}, is that {c}.",
    '"{C}," {he} {cue}.',
    "{He} {cue} that {c}.",
    "According to {him}, {c}.",
    "In {his} view, {c}.",
    "Professor {S} {cue} that {c}.",
    '"{C}," said Dr. {S}.',
    "{S}'s assessment is that {c}.",
    "{S}'s warning that {c} has had few listeners in the capital.",
    '{S} shrugged when asked about the timetable. "{C}," {he} said.',
    "{S} was more cautious. {C}, {he} said.",
    "Asked about the crossing, {S} {cue} that {c}.",
]
_FORMS = [
    *(("direct", form) for form in _DIRECT),
    *(("indirect", form) for form in _INDIRECT),
    *(("according to", form) for form in _ACCORDING),
    *(("short", form) for form in _SHORT),
]


def cases(seed: int) -> list[Case]:
    """Write what somebody says in every form."""
    draw = chance(seed, "rewrites")
    found = []
    for number, person in enumerate(PEOPLE):
        drawn = scene(draw, person)
        for i in range(12):
            kind, form = _FORMS[(number * 12 + i) % len(_FORMS)]
            first = kind != "short" and i % 3 == 0
            text = _written(drawn, form, draw, first=first)
            text = curly(text) if (number + i) % 2 else text
            found.append(Case(form=f"{kind}: {form}", text=text, expected=person.full))
    return found


def _written(drawn: Scene, form: str, draw: Random, *, first: bool) -> str:
    c, d, earlier = drawn.claims[:3]
    source = f"{drawn.introduced}," if first else drawn.person.short
    sentence = form.format(
        S=source,
        his=drawn.person.his,
        he=drawn.person.he,
        He=capital(drawn.person.he),
        him="him" if drawn.person.he == "he" else "her",
        c=c,
        C=capital(c),
        d=d,
        D=capital(d),
        B=drawn.background[1],
        B2=drawn.background[3],
        cue=draw.choice(SAID),
        present=draw.choice(SAYS),
        city=draw.choice(CITIES),
        outlet=draw.choice(OUTLETS),
    )
    sentence = capital(sentence.replace(",,", ",").replace(",.", "."))
    if first:
        return article(drawn.background[0], sentence, drawn.background[2])
    said = f"{drawn.introduced}, said that {earlier}."
    return article(said, sentence, drawn.background[2])
