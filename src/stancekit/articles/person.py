"""Somebody whom the article names, and what it tells of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from stancekit.records import Evidence, Role

Gender = Literal["he", "she"]


@dataclass(slots=True)
class Person:
    """Somebody the article names; `spoken` and `named_in` are paragraph numbers in order.

    `forms` are the words of the name that short names are told by.
    `titles` are what stands right before or behind the name to say what they are. `role_from` and
    `affiliation_from` are the words that show them; `places` are all organisations that may be the
    affiliation.
    `is_apart` tells "President Kim" of whom no more is said from the analyst Kim Ro-eun.
    """

    name: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    role: Role = "unknown"
    affiliation: str | None = None
    gender: Gender | None = None
    description: str = ""
    titles: list[str] = field(default_factory=list)
    was_former: bool = False
    is_apart: bool = False
    spoken: list[int] = field(default_factory=list)
    named_in: list[int] = field(default_factory=list)
    role_from: Evidence | None = None
    affiliation_from: Evidence | None = None
    places: list[tuple[str, Evidence]] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        """The fullest form in the article."""
        return " ".join(self.name)

    def named_near(self, paragraph: int) -> bool:
        """Tell whether the full name stands in a paragraph or the one before it."""
        last = bisect_right(self.named_in, paragraph)
        return last > 0 and self.named_in[last - 1] >= paragraph - 1
