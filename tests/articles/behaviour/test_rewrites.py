"""B4: direct, indirect or "according to", straight or curly, this cue or that: one holder."""

from .cases import Case, Scene, article, chance, curly, hold, judge_holder, scene
from .words import CITIES, OUTLETS, PEOPLE, SAID, SAYS, capital

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
    'Still, {S} {cue} that {c}, calling it "the one fixed point."',
]
_ACCORDING = [
    "According to {S}, {c}.",
    "{C}, according to {S}.",
    "In the view of {S}, {c}.",
    "{B} According to {S}, {c}.",
    'According to {S}, "{c}."',
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
    "Asked about the crossing, {S} {cue} that {c}.",
]
_FORMS = [
    *(("direct", form) for form in _DIRECT),
    *(("indirect", form) for form in _INDIRECT),
    *(("according to", form) for form in _ACCORDING),
    *(("short", form) for form in _SHORT),
]


def cases() -> list[Case]:
    draw = chance("rewrites")
    found = []
    for number, person in enumerate(PEOPLE):
        drawn = scene(draw, person)
        for i in range(8):
            kind, form = _FORMS[(number * 8 + i) % len(_FORMS)]
            first = kind != "short" and i % 3 == 0
            text = _written(drawn, form, draw, first=first)
            text = curly(text) if (number + i) % 2 else text
            name = f"{person.full} {number}.{i} {form}"
            found.append(Case(name, text, person.full))
    return found


def _written(drawn: Scene, form: str, draw, *, first: bool) -> str:
    c, d, earlier = drawn.claims[:3]
    source = f"{drawn.introduced}," if first else drawn.person.short
    sentence = form.format(
        S=source,
        his=drawn.person.his,
        c=c,
        C=capital(c),
        d=d,
        D=capital(d),
        B=drawn.background[1],
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


def test_the_holder_stays_the_same_however_it_is_put():
    hold(cases(), judge_holder, bar=1.0, fewest=200)
