"""Why an attribution is there: what its rule looks for, and how its speaker was told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from stancekit.articles import attribution as narration
from stancekit.articles import extraction, rules
from stancekit.records import Attribution, Evidence, Excerpt

LOOKS_FOR: Final[Mapping[str, str]] = MappingProxyType(
    {**rules.LOOKS_FOR, **extraction.LOOKS_FOR, **narration.LOOKS_FOR}
)
"""What each rule that an attribution may name looks for."""
_BEFORE_JOINT: Final = re.compile(r" (?=['\u2019]s?\b|[,.;:!?)\]]|['\u2019] )")


def explanation_of(attribution: Attribution) -> dict[str, Any]:
    """Give the ``explanation`` field of ``attribute --explain``.

    Examples
    --------
    >>> found = narration.attribute('"It failed," said Ines Oduya, a fellow at the Hangang Forum.')
    >>> told = explanation_of(found[0])
    >>> told["speaker"], told["role"]
    ('full name', {'words': 'a fellow at the Hangang Forum', 'paragraph': 0})
    """
    why = attribution.explanation
    return {
        "rule": attribution.rule,
        "looks_for": LOOKS_FOR.get(attribution.rule),
        "speaker": None if why is None else why.speaker,
        "role": None if why is None else _seen(why.role),
        "affiliation": None if why is None else _seen(why.affiliation),
        "negated": attribution.negated,
        "said_at": _told(attribution.said_at),
        "relay_chain": [link.to_dict() for link in attribution.relay_chain],
        "attributed_actor": _told(attribution.attributed_actor),
    }


def _told(excerpt: Excerpt | None) -> dict[str, Any] | None:
    return None if excerpt is None else excerpt.to_dict()


def _seen(evidence: Evidence | None) -> dict[str, Any] | None:
    """Give words as they read, without the blanks between a word and its mark."""
    if evidence is None:
        return None
    words = _BEFORE_JOINT.sub("", _once(*evidence.words.partition(" ; ")[::2])).strip(" ,;")
    return {"words": words, "paragraph": evidence.paragraph}


def _once(before: str, behind: str) -> str:
    """Join what stands before and behind a name; a noun's description holds its end twice."""
    left, right = before.split(), behind.split()
    shared = range(min(len(left), len(right)), 0, -1)
    same = next((n for n in shared if left[-n:] == right[:n]), 0)
    return f"{before} {' '.join(right[same:])}" if same else f"{before} ; {behind}"
