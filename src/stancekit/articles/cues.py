"""The verbs of a sentence that may attribute: every form of the verbs in the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import Tense, verb_forms
from stancekit.articles.tokens import Token
from stancekit.articles.verb_groups import group_around
from stancekit.articles.verb_shapes import Shape, shape_of

_APART: Final = word_groups("verb_forms")["apart"]


class CueForm(NamedTuple):
    """One way a word may be a cue: with these particles, of this kind, in these tenses."""

    particles: tuple[str, ...]
    kind: str
    tenses: tuple[Tense, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """An attributing verb: token indices of its group's start, the verb and its last particle.

    `kind` is the group of the lexicon, which says what may carry the content.
    """

    first: int
    verb: int
    last: int
    kind: str
    shape: Shape
    negated: bool = False
    modal: bool = False


@cache
def _cue_forms() -> dict[str, list[CueForm]]:
    """Map each form of a cue verb to what it may be, longest particles first."""
    table: dict[str, list[CueForm]] = {}
    for kind, verbs in word_groups("cue_verbs").items():
        for verb in sorted(verbs):
            base, *particles = verb.split()
            for form in verb_forms(base):
                found = table.setdefault(form.text, [])
                found.append(CueForm(tuple(particles), kind, form.tenses))
    for found in table.values():
        found.sort(key=lambda form: -len(form.particles))
    return table


def find_cues(sentence: Sequence[Token]) -> list[Cue]:
    """Give the attributing verbs of a sentence in order."""
    known = _cue_forms()
    found = []
    for index, token in enumerate(sentence):
        if token.tag == "word" and token.lower in known:
            cue = _cue_at(sentence, index, known[token.lower])
            if cue is not None:
                found.append(cue)
    return found


def _is_another_verb(sentence: Sequence[Token], last: int, form: CueForm) -> bool:
    """Tell "backed down" from "backed the deal": a particle makes another verb of it."""
    if form.kind != "judge" or form.particles or last + 1 >= len(sentence):
        return False
    return sentence[last + 1].lower in _APART


def _cue_at(sentence: Sequence[Token], index: int, forms: Sequence[CueForm]) -> Cue | None:
    for form in forms:
        last = index + len(form.particles)
        following = sentence[index + 1 : last + 1]
        if form.particles and tuple([token.lower for token in following]) != form.particles:
            continue
        if _is_another_verb(sentence, last, form):
            continue
        around = group_around(sentence, index, last)
        shape, group = shape_of(around, form.kind, form.tenses)
        if shape is None:
            return None
        return Cue(group.first, index, last, form.kind, shape, group.is_negated, group.is_modal)
    return None
