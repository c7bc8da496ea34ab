"""B15: quotations that go on in a paragraph of their own, and the author who ends that."""

from __future__ import annotations

from itertools import product
from random import Random

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    Scene,
    article,
    chance,
    curly,
    found_in,
    in_words,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import SAID, capital

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


def cases(seed: int) -> list[Case]:
    """Write quotations that go on, in one paragraph or two, closed before or not."""
    draw = chance(seed, "continuations")
    found = []
    shapes = product([*_BEFORE, *_BEFORE_OPEN], (True, False), (True, False), (1, 2))
    for before, full, is_curly, n_paragraphs in shapes:
        drawn, said, quoted = _written(draw, before, full=full)
        paragraphs = [drawn.background[0], said, quoted]
        if n_paragraphs == 2:
            paragraphs.append(f'"{capital(drawn.claims[5])}."')
        text = article(*paragraphs)
        told = ("introduced" if full else "named", "curly" if is_curly else "straight")
        found.append(
            Case(
                form=f"{before} ({', '.join(told)}, {n_paragraphs} more)",
                text=curly(text) if is_curly else text,
                expected=drawn.person.full,
                paragraph=len(paragraphs) - 1,
            )
        )
    return found


def resets(seed: int) -> list[Case]:
    """Write quotations that stand behind a paragraph of the author."""
    draw = chance(seed, "resets")
    found = []
    for i in range(60):
        before, author = draw.choice(_BEFORE), _AUTHOR[i % len(_AUTHOR)]
        drawn, said, quoted = _written(draw, before, full=i % 2 == 0)
        between = author.format(B=drawn.background[2], B2=drawn.background[3], g=drawn.claims[4])
        text = article(said, between, quoted, drawn.background[0])
        written = curly(text) if i % 2 else text
        form = f"{before} / {author}"
        found.append(Case(form=form, text=written, expected=None, paragraph=2))
    return found


def _written(draw: Random, before: str, *, full: bool) -> tuple[Scene, str, str]:
    """Write what is said before, and the paragraph that is all quotation."""
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


def judge_reset(case: Case, attributor: Attributor) -> Judged:
    """Judge whether the quotation is given to nobody who is named."""
    found = found_in(case, attributor)
    named = any(a.speaker.name is not None for a in found)
    return ("wrong" if named else "right"), in_words(found)
