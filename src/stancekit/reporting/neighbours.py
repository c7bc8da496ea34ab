"""The passages next to a passage in its article, cut to what stands nearest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

Neighbours = tuple[str | None, str | None]
"""What stands before a passage and what stands after it; ``None`` where nothing is known."""

LONGEST: Final = 300
"""Characters of a neighbour at most: enough to see whom a pronoun means."""


def article_neighbours(
    articles: Sequence[str | None],
    texts: Sequence[str],
    places: Sequence[float | None] | None = None,
) -> list[Neighbours]:
    """Give each passage's neighbours among the other passages of its article.

    Parameters
    ----------
    articles
        The article of each passage; a passage of none has no neighbours.
    places
        Where each passage stands in its article; without them, and where one is ``None``, passages
        stand in the order that they are given in. Two passages of one text, as of two speakers in
        one paragraph, are not each other's neighbours.

    Examples
    --------
    >>> article_neighbours(["a", "b", "a"], ["One.", "Other.", "Two."])
    [(None, 'Two.'), (None, None), ('One.', None)]
    """
    found: list[Neighbours] = [(None, None)] * len(texts)
    for rows in _in_order(articles, places):
        # Rows of one text that follow each other are one passage here.
        passages = [list(same) for _, same in groupby(rows, key=lambda row: texts[row])]
        before: dict[int, str] = {}
        after: dict[int, str] = {}
        for first, second in pairwise(passages):
            before |= dict.fromkeys(second, _tail(texts[first[0]]))
            after |= dict.fromkeys(first, _head(texts[second[0]]))
        for row in rows:
            found[row] = (before.get(row), after.get(row))
    return found


def _in_order(
    articles: Sequence[str | None], places: Sequence[float | None] | None
) -> list[list[int]]:
    rows: dict[str, list[int]] = {}
    for row, article in enumerate(articles):
        if article is not None:
            rows.setdefault(article, []).append(row)
    if places is None:
        return list(rows.values())
    return [_sorted(own, [places[row] for row in own]) for own in rows.values()]


def _sorted(rows: list[int], places: list[float | None]) -> list[int]:
    known = [place for place in places if place is not None]
    if len(known) < len(rows):
        return rows
    return [row for _, row in sorted(zip(known, rows, strict=True))]


def _head(text: str) -> str:
    """Give the first words, at most `LONGEST` characters of them."""
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _tail(text: str) -> str:
    """Give the last words, at most `LONGEST` characters of them."""
    if len(text) <= LONGEST:
        return text
    cut = text[-LONGEST + 1 :]
    return "…" + (cut.partition(" ")[2] or cut)
