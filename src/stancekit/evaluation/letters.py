"""Groups of models that cannot be told apart, as letters beside a ranking."""

from __future__ import annotations

from collections.abc import Iterable


def letters(n: int, told_apart: Iterable[tuple[int, int]]) -> list[str]:
    """Give each of n ranked things its letters: two that share one are not told apart.

    This is the compact letter display of Piepho (2004) by insertion and absorption. The letter
    ``a`` goes to the group that holds the best, and so on.

    Parameters
    ----------
    told_apart
        Pairs of ranks, counted from 0.

    Examples
    --------
    >>> letters(3, [(0, 2)])
    ['a', 'ab', 'b']
    """
    columns = [frozenset(range(n))]
    for one, other in told_apart:
        split = [
            column - {out}
            for column in columns
            for out in ((one, other) if {one, other} <= column else (-1,))
        ]
        columns = _absorbed(split)
    columns.sort(key=sorted)
    return [
        "".join(_letter(i) for i, column in enumerate(columns) if k in column) for k in range(n)
    ]


def _absorbed(columns: list[frozenset[int]]) -> list[frozenset[int]]:
    """Drop the columns that another one holds: they say nothing more."""
    unique = set(columns)
    return [column for column in unique if not any(column < other for other in unique)]


def _letter(number: int) -> str:
    """Give ``a`` to ``z``, then ``a1`` and so on."""
    name = chr(ord("a") + number % 26)
    return name if number < 26 else f"{name}{number // 26}"
