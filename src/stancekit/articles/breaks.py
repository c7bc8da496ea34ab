"""Where a sentence pauses: commas and dashes, and quotations that end with a comma inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.tokens import Token

DASHES: Final = frozenset({"\u2014", "\u2013", "--", "-"})
_CLOSING_QUOTES: Final = "\"'\u201d\u2019"


def breaks(sentence: Sentence, start: int, end: int) -> Iterator[int]:
    """Give where a comma or dash stands, or where a quotation ends with a comma inside."""
    tokens = sentence.tokens
    for i in range(start, end):
        if i > start and (tokens[i].text == "," or _is_dash(tokens, i)):
            yield i
        elif _closes_with_comma(tokens[i]) and i + 1 < end and tokens[i + 1].text != ",":
            yield i + 1


def _is_dash(tokens: Sequence[Token], index: int) -> bool:
    """Tell a dash from the hyphen of a compound."""
    if tokens[index].text not in DASHES:
        return False
    joined = tokens[index - 1].end == tokens[index].start
    return tokens[index].text != "-" or not joined


def behind_break(tokens: Sequence[Token], mark: int) -> int:
    """Give the first token behind a break."""
    return mark + 1 if tokens[mark].tag == "mark" else mark


def _closes_with_comma(token: Token) -> bool:
    return token.tag == "quotation" and token.text.rstrip(_CLOSING_QUOTES)[-1:] == ","
