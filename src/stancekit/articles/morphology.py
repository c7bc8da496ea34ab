"""The forms of an English verb, made by rule with a short list of exceptions."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from stancekit.articles.lexicon import word_groups

Tense = Literal["base", "s", "past", "participle", "ing"]
_VOWELS: Final = "aeiou"


class VerbForm(NamedTuple):
    """One form of a verb with its tenses (``said`` is both past and participle)."""

    text: str
    tenses: tuple[Tense, ...]


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = (entry.split() for entry in word_groups("irregular_verbs")["verbs"])
    return {base: (past, participle) for base, past, participle in rows}


@cache
def past_forms() -> frozenset[str]:
    """Give the irregular past forms that differ from their verb: "left", "told"."""
    return frozenset(past for base, (past, _) in _irregular().items() if past != base)


def verb_forms(base: str) -> tuple[VerbForm, ...]:
    """Give the forms of a verb from its base form.

    Examples
    --------
    >>> [form.text for form in verb_forms("deny")]
    ['deny', 'denies', 'denying', 'denied']
    >>> [form.text for form in verb_forms("write")]
    ['write', 'writes', 'writing', 'wrote', 'written']
    """
    stem = base + base[-1] if _doubles(base) else base
    forms = [
        VerbForm(base, ("base",)),
        VerbForm(_with_s(base), ("s",)),
        VerbForm(_with_ing(base, stem), ("ing",)),
    ]
    past, participle = _irregular().get(base, (_with_ed(base, stem),) * 2)
    if past == base:
        return (VerbForm(base, ("base", "past", "participle")), *forms[1:])
    if past == participle:
        return (*forms, VerbForm(past, ("past", "participle")))
    return (*forms, VerbForm(past, ("past",)), VerbForm(participle, ("participle",)))


def _doubles(base: str) -> bool:
    """Tell whether the last consonant is doubled before -ing and -ed, as in ``planning``."""
    if base in word_groups("irregular_verbs")["doubling"]:
        return True
    if len(base) < 3 or base[-1] in _VOWELS + "wxyhc" or base[-2] not in _VOWELS:
        return False
    return base[-3] not in _VOWELS and sum(letter in _VOWELS for letter in base) == 1


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _with_ing(base: str, stem: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return stem + "ing"


def _with_ed(base: str, stem: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return stem + "ed"
