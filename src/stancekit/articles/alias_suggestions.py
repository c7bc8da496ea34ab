"""Names of several articles that may be one, found by what their spellings share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeVar

from stancekit.articles.alias_table import Alias
from stancekit.articles.romanisation import are_spellings, plain_key, readings, sound_key
from stancekit.records import Attribution

_T = TypeVar("_T")
_MOST_ALIKE: Final = 300
"""A key that more names share tells none apart; the rarer ones are not looked at."""
_NO_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(slots=True)
class _Bearer:
    n_rows: int = 0
    affiliations: Counter[str] = field(default_factory=Counter)


class AliasFinder:
    """Collects the named people of many articles, and suggests which names may mean one person.

    What is held grows with the number of different names, not of articles.

    Examples
    --------
    >>> from stancekit.articles import attribute
    >>> finder = AliasFinder()
    >>> finder.add(attribute("Cho Seong-min, a fellow at the Hangang Forum, said talks failed."))
    >>> finder.add(attribute("Jo Sung-min, an analyst at Hangang Forum, said talks went well."))
    >>> [(alias.name, alias.same_as, alias.status) for alias in finder.suggestions()]
    [('Jo Sung-min', 'Cho Seong-min', 'suggested')]
    """

    def __init__(self) -> None:
        self._bearers: dict[str, _Bearer] = {}

    def add(self, attributions: Iterable[Attribution]) -> None:
        """Note the speakers of an article."""
        for attribution in attributions:
            speaker = attribution.speaker
            if speaker.name is None or speaker.role in ("institution", "media"):
                continue
            bearer = self._bearers.setdefault(speaker.name, _Bearer())
            bearer.n_rows += 1
            if speaker.affiliation is not None:
                bearer.affiliations[speaker.affiliation] += 1

    def suggestions(self) -> list[Alias]:
        """Give each pair of names once; the one that stands in more rows is `same_as`."""
        found: dict[frozenset[str], Alias] = {}
        for one, other in self._alike():
            alias = self._alias(one, other)
            found.setdefault(alias.pair, alias)
        return sorted(found.values(), key=lambda alias: (alias.same_as, alias.name))

    def _alike(self) -> Iterator[tuple[str, str]]:
        """Give names that have the same letters, and those that are spellings of one name."""
        names = sorted(self._bearers, key=lambda name: (-self._bearers[name].n_rows, name))
        for group in _groups((plain_key(name), name) for name in names):
            yield from ((group[0], other) for other in group[1:])
        read = [(way, name) for name in names for way in readings(name)]
        for alike in _groups((sound_key(way), (way, name)) for way, name in read):
            for (way, name), (another, other) in combinations(alike[:_MOST_ALIKE], 2):
                if name != other and are_spellings(way, another):
                    yield name, other

    def _alias(self, one: str, other: str) -> Alias:
        names = sorted((one, other), key=lambda name: (-self._bearers[name].n_rows, name))
        told = [self._told(name) for name in names]
        if self._places(one) & self._places(other):
            told.append("same affiliation")
        return Alias(names[1], names[0], evidence="; ".join(told))

    def _told(self, name: str) -> str:
        bearer = self._bearers[name]
        rows = "1 row" if bearer.n_rows == 1 else f"{bearer.n_rows} rows"
        most = [place for place, _ in bearer.affiliations.most_common(1)]
        return f"{name}: {rows}, {most[0] if most else 'no affiliation told'}"

    def _places(self, name: str) -> set[str]:
        return {_normalised(place) for place in self._bearers[name].affiliations}


def _groups(keyed: Iterable[tuple[Hashable, _T]]) -> list[list[_T]]:
    groups: dict[Hashable, list[_T]] = {}
    for key, each in keyed:
        groups.setdefault(key, []).append(each)
    return [group for group in groups.values() if len(group) > 1]


def _normalised(affiliation: str) -> str:
    return _NO_LETTERS.sub(" ", affiliation.casefold()).strip().removeprefix("the ")
