"""Where an article's head ends, where its text ends, and what its lines have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from stancekit.articles.block_dates import is_date, is_dated_source, is_place_and_date
from stancekit.articles.block_names import is_byline
from stancekit.articles.block_signs import Page

_STOP: Final = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\Z")
_LONGEST_HEAD: Final = 8
_MOST_WORDS_OF_A_DECK: Final = 60
_FEWEST_WORDS_OF_A_PARAGRAPH: Final = 12
_MOST_WORDS_OF_A_QUESTION: Final = 14


def page_of(texts: Sequence[str], title: str | None = None, outlet: str | None = None) -> Page:
    """Give what the rules may know of an article whose lines these are."""
    body_end = max((i for i, text in enumerate(texts, 1) if _is_paragraph(text)), default=0)
    return Page(
        tuple(texts),
        title,
        outlet,
        n_head=_n_head(texts[: max(body_end - 1, 0)]),
        body_end=body_end,
        n_questions=sum(map(_is_short_question, texts)),
    )


def _n_head(texts: Sequence[str]) -> int:
    """Give the number of lines down to the last byline or date among the first lines.

    What stands above one of these is no text, whether it ends with a stop or not, as long as it is
    short enough for a headline or a deck. The lines given are those above the last paragraph: a
    byline or date below it closes a short article and opens none.
    """
    n_head = 0
    for n_lines, text in enumerate(texts[:_LONGEST_HEAD], 1):
        if _ends_head(text):
            n_head = n_lines
        elif len(text.split()) > _MOST_WORDS_OF_A_DECK:
            break
    return n_head


def _ends_head(text: str) -> bool:
    return is_date(text) or is_dated_source(text) or is_place_and_date(text) or is_byline(text)


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS_OF_A_PARAGRAPH and _STOP.search(text) is not None


def _is_short_question(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= _MOST_WORDS_OF_A_QUESTION
