"""B6: what the author adds, and the order of paragraphs that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from random import Random
from typing import Any

from stancekit.evaluation.behaviour.attributions.cases import (
    Attributor,
    Case,
    Judged,
    article,
    chance,
    curly,
    scene,
)
from stancekit.evaluation.behaviour.attributions.words import SAID, capital

_FORMS = [
    "{N} {cue} that {c}.",
    '"{C}," said {N}.',
    "According to {N} {c}.",
    '"{C}," {N} {cue}. "{D}."',
    "{C}, {N} {cue}.",
    '{N} {cue}: "{C}."',
    "{N} told reporters that {c}, and that {d}.",
    "In the view of {N} {c}.",
    "{N} {cue} on Tuesday that {c}.",
    '"{C}," {N} told reporters.',
    "In an interview on Monday {N} {cue} that {c}.",
    '{N} put it plainly: "{C}. {D}."',
    "{C}, according to {N}.",
    "{N} has long argued that {c}.",
]
_SAME = "the same speakers, roles and contents"

Paragraphs = list[str]


def _behind_first(b: Paragraphs, more: str) -> Paragraphs:
    return [b[0], f"{b[1]} {more}", *b[2:]]


def _behind_second(b: Paragraphs, more: str) -> Paragraphs:
    return [*b[:3], f"{b[3]} {more}", b[4]]


_CHANGES: dict[str, Callable[[Paragraphs, str], Paragraphs]] = {
    "a sentence behind": _behind_first,
    "a sentence before": lambda b, more: [b[0], f"{more} {b[1]}", *b[2:]],
    "a sentence behind the last": _behind_second,
    "a sentence before the last": lambda b, more: [*b[:3], f"{more} {b[3]}", b[4]],
    "a sentence behind each": lambda b, more: _behind_second(_behind_first(b, more), more),
    "paragraphs the other way round": lambda b, _: b[::-1],
    "the last first": lambda b, _: [b[3], b[0], b[1], b[2], b[4]],
}


def cases(seed: int) -> list[Case]:
    """Write articles in which two experts speak, with and without more of the author."""
    draw = chance(seed, "surroundings")
    found = []
    for form, (name, change), is_curly in product(_FORMS, _CHANGES.items(), (False, True)):
        drawn = scene(draw)
        first, second = (
            _said(form, person.full, drawn.introductions[k], drawn.claims[3 * k : 3 * k + 2], draw)
            for k, person in enumerate(drawn.people)
        )
        before = [drawn.background[0], first, drawn.background[1], second, drawn.background[2]]
        written = [article(*before), article(*change(before, drawn.background[3]))]
        original, text = map(curly, written) if is_curly else written
        shape = f"{name}: {form} ({'curly' if is_curly else 'straight'})"
        found.append(Case(form=shape, text=text, expected=_SAME, original=original))
    return found


def _said(form: str, name: str, introduction: str, claims: list[str], draw: Random) -> str:
    c, d = claims
    said = form.format(
        N=f"{name}, {introduction},", c=c, C=capital(c), d=d, D=capital(d), cue=draw.choice(SAID)
    )
    return capital(said.replace(",.", "."))


def judge(case: Case, attributor: Attributor) -> Judged:
    """Judge whether the same people say the same, wherever it stands."""
    before, after = (_said_by(text, attributor) for text in (case.original or "", case.text))
    if before and before == after:
        return "right", "the same"
    return "wrong", f"{sorted(map(str, after))}, was {sorted(map(str, before))}"


def _said_by(text: str, attributor: Attributor) -> set[tuple[Any, ...]]:
    found = attributor.attributions(text)
    return {(a.speaker.name, a.speaker.role, a.speaker.naming, a.mode, a.text) for a in found}
