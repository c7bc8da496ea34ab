"""A row of the rule table: a text, and who says what in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from stancekit.articles import attribute
from stancekit.records import Attribution

_MARKS = " ,.;:\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u2014"


@dataclass(frozen=True)
class Said:
    """One expected attribution; `what` joins the parts of its content by `" | "`.

    A field that is ``None`` is not asked for, save `who` (nobody can be named) and `said_at`.
    """

    who: str | None
    what: str
    role: str | None = None
    naming: str | None = None
    mode: str | None = None
    affiliation: str | None = None
    rule: str | None = None
    negated: bool = False
    said_at: str | None = None
    chain: tuple[str, ...] | None = None
    actor: str | None = None


def row(name: str, text: str, *expected: Said, fails: str = "") -> Any:
    """Give a case of the table; `fails` says why it is not met yet."""
    marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
    return pytest.param(text, expected, id=name, marks=marks)


def check(text: str, expected: tuple[Said, ...]) -> None:
    """Assert that a text holds the expected attributions and no other."""
    found = attribute(text)
    parts = [(a.speaker.name, _what(text, a)) for a in found]
    assert parts == [(said.who, said.what) for said in expected]
    for attribution, said in zip(found, expected, strict=True):
        assert _shown(attribution, said) == _asked(said)


def _what(text: str, attribution: Attribution) -> str:
    parts = (text[start:end].strip(_MARKS) for start, end in attribution.content)
    return " | ".join(part for part in parts if part)


def _asked(said: Said) -> dict[str, Any]:
    asked = {
        "role": said.role,
        "naming": said.naming,
        "mode": said.mode,
        "affiliation": said.affiliation,
        "rule": said.rule,
        "chain": said.chain,
        "actor": said.actor,
    }
    always = {"negated": said.negated, "said_at": said.said_at}
    return {**{key: value for key, value in asked.items() if value is not None}, **always}


def _shown(attribution: Attribution, said: Said) -> dict[str, Any]:
    shown = {
        "role": attribution.speaker.role,
        "naming": attribution.speaker.naming,
        "mode": attribution.mode,
        "affiliation": attribution.speaker.affiliation,
        "rule": attribution.rule,
        "chain": tuple(link.words for link in attribution.relay_chain),
        "actor": attribution.attributed_actor and attribution.attributed_actor.words,
        "negated": attribution.negated,
        "said_at": attribution.said_at and (attribution.said_at.date or attribution.said_at.words),
    }
    return {key: shown[key] for key in _asked(said)}
