"""The attribution rules, in the order in which they claim words.

A rule is a module with `find` and, for whoever asks why, one line on what it `LOOKS_FOR`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
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
    light_verb,
    passive_by,
    quoted_as,
)

Rule = Callable[[Sentence], Iterator[Finding]]

_MODULES: Final = (
    quoted_as,
    content_first,
    according_to,
    cue_first,
    light_verb,
    colon_lead,
    passive_by,
    cue_noun,
    cue_adjective,
)
RULES: Final[tuple[Rule, ...]] = tuple(module.find for module in _MODULES)
LOOKS_FOR: Final[Mapping[str, str]] = MappingProxyType(
    {module.__name__.rpartition(".")[2]: module.LOOKS_FOR for module in _MODULES}
)
"""What each rule looks for, by its name."""
