"""Which statement found in an article is which gold one."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement as it is matched and scored.

    `speaker` is ``None`` where no name is known; `labels` has an axis' label, ``None`` for unknown.
    """

    article: str
    paragraph: int
    speaker: str | None
    labels: Mapping[str, str | None] = field(default_factory=dict)


def pair_statements(
    gold: Sequence[PlacedStatement], found: Sequence[PlacedStatement]
) -> list[tuple[int, int]]:
    """Pair statements of one article, paragraph and speaker, each with one other at most.

    Speakers are the same where their names are, case, accents and punctuation aside; else where the
    words of one name are all in the other, as a surname is in a full name. Nameless speakers are
    paired with nameless ones. Of several, the first are paired.

    Returns
    -------
    Places in `gold` and in `found`, in the order of `gold`.

    Examples
    --------
    >>> gold = [PlacedStatement("a", 1, "Ilsa Brandeker"), PlacedStatement("a", 1, "Noh Ki-tae")]
    >>> found = [PlacedStatement("a", 1, "Noh Ki-Tae"), PlacedStatement("a", 1, "Brandeker")]
    >>> pair_statements(gold, found)
    [(0, 1), (1, 0)]
    """
    waiting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        waiting[one.article, one.paragraph].append(place)
    gold_words = [_words(one.speaker) for one in gold]
    found_words = [_words(one.speaker) for one in found]
    pairs: dict[int, int] = {}
    for are_same in (_equal, _within):
        for place, one in enumerate(gold):
            near = waiting[one.article, one.paragraph]
            if place not in pairs:
                other = _first(near, found_words, gold_words[place], are_same)
                if other is not None:
                    pairs[place] = other
                    near.remove(other)
    return sorted(pairs.items())


def _first(
    near: Sequence[int],
    words: Sequence[tuple[str, ...]],
    own: tuple[str, ...],
    are_same: Callable[[tuple[str, ...], tuple[str, ...]], bool],
) -> int | None:
    return next((place for place in near if are_same(own, words[place])), None)


def _equal(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one))


def _words(name: str | None) -> tuple[str, ...]:
    """Give the words of a name, without case, accents and punctuation; none for no name."""
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in letters).split())
