"""A passage as tokens: lower-case words, the marks that carry meaning, and the masks."""

from __future__ import annotations

import re

from stancekit.models.masking import MASKS

_TOKEN = re.compile(rf"\w+|[?!%${MASKS}]")

find_tokens = _TOKEN.findall


def tokenize(text: str) -> list[str]:
    """Split a text, masks and all, into lower-case tokens.

    Examples
    --------
    >>> tokenize("Talks won't resume, she said?")
    ['talks', 'won', 't', 'resume', 'she', 'said', '?']
    """
    tokens: list[str] = find_tokens(text.lower())
    return tokens


def token_spans(text: str) -> list[tuple[int, int]]:
    """Give where the tokens of a text that is in lower case stand in it."""
    return [token.span() for token in _TOKEN.finditer(text)]
