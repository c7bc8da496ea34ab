"""B15: quotations that go on in a paragraph of their own, and the author who ends that."""

from .cases import RIGHT, Case, Judged, article, chance, curly, found_in, hold, judge_holder, scene
from .words import SAID, capital

_BEFORE = [
    "{C}, {S} {cue} in an interview.",
    '{B} {S} {cue} that "{c}."',
    '{S} {cue} that {c}. "{D}."',
    '{S} offered no comfort. "{C}."',
    '{S} was blunt: "{C}."',
    '"{C}. {D}," {S} told reporters.',
    '{O} said that {e}. {S} disagreed. "{C}," {S2} said.',
    '"{C}," {S} {cue}.',
    '"{C}," said {S}. "{D}."',
    "{S} {cue} that {c}.",
    '{S} {cue}: "{C}."',
    "According to {S}, {c}.",
    '{B} "{C}," {S} {cue}.',
    "{C}, {S} {cue}.",
]
_BEFORE_OPEN = ['"{C}," {S} {cue}. "{D}.', '{S} {cue}: "{C}. {D}.', '"{C}," said {S}. "{D}. {E}.']
_AUTHOR = [
    "{B}",
    "{B} {B2}",
    "{B2} {B}",
    'The so-called "open door" has stayed shut for years.',
    "It is widely expected that {g}.",
]


def cases() -> list[Case]:
    draw = chance("continuations")
    found = []
    for i in range(90):
        is_open = i % 3 == 2
        before = draw.choice(_BEFORE_OPEN if is_open else _BEFORE)
        drawn, said, quoted = _written(draw, before, full=i % 2 == 0)
        kind = "unclosed" if is_open else "orphan"
        paragraphs = [drawn.background[0], said, quoted]
        if i % 4 == 3:
            paragraphs.append(f'"{capital(drawn.claims[5])}."')
        text = article(*paragraphs)
        name = f"{i} {kind} {before}"
        found.append(
            Case(name, curly(text) if i % 2 else text, drawn.person.full, len(paragraphs) - 1)
        )
    return found


def resets() -> list[Case]:
    draw = chance("resets")
    found = []
    for i in range(60):
        before, author = draw.choice(_BEFORE), _AUTHOR[i % len(_AUTHOR)]
        drawn, said, quoted = _written(draw, before, full=i % 2 == 0)
        between = author.format(B=drawn.background[2], B2=drawn.background[3], g=drawn.claims[4])
        text = article(said, between, quoted, drawn.background[0])
        found.append(Case(f"{i} {before} {author}", curly(text) if i % 2 else text, None, 2))
    return found


def _written(draw, before: str, *, full: bool):
    drawn = scene(draw)
    c, d, e, f, g, _ = drawn.claims
    said = before.format(
        S=f"{drawn.introduced}," if full else drawn.person.full,
        c=c,
        C=capital(c),
        D=capital(d),
        E=capital(e),
        cue=draw.choice(SAID),
        B=drawn.background[1],
        S2=drawn.person.short,
        O=f"{drawn.people[1].full}, {drawn.introductions[1]},",
        e=e,
    )
    said = said.replace(",,", ",").replace(",.", ".")
    quoted = f'"{capital(f)}. {capital(g)}."' if draw.random() < 0.5 else f'"{capital(f)}."'
    return drawn, said, quoted


def _judge_reset(case: Case) -> Judged:
    named = [a.speaker for a in found_in(case) if a.speaker.name is not None]
    return ("wrong", f"given to {named}") if named else RIGHT


def test_a_quotation_goes_on_in_the_next_paragraph():
    hold(cases(), judge_holder, bar=0.95, fewest=90)


def test_an_authors_paragraph_ends_it():
    hold(resets(), _judge_reset, bar=1.0, fewest=60)
