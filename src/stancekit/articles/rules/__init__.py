"""The attribution rules, in the order in which they claim words. A rule is a module with `find`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Finding
from stancekit.articles.rules import (
    according_to,
    colon_lead,
    content_first,
    cue_adjective,
    cue_first,
    cue_noun,
    passive_by,
    quoted_as,
)

Rule = Callable[[Sentence], Iterator[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    quoted_as.find,
    content_first.find,
    according_to.find,
    cue_first.find,
    colon_lead.find,
    passive_by.find,
    cue_noun.find,
    cue_adjective.find,
)
