"""From a file's own column names to the standard ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stancekit.corpus.table import Table
from stancekit.errors import CorpusError, RowProblem, nearest

STANDARD = (
    "id",
    "text",
    "speaker",
    "affiliation",
    "role",
    "outlet",
    "date",
    "target",
    "article_id",
    "cluster_id",
)
_GROUP = "group"


@dataclass(frozen=True)
class Naming:
    """Which column of a file serves as what.

    Parameters
    ----------
    sources
        Standard column or axis to the file's column.
    axes
        The axes, in codebook order.
    group
        The file's column that groups rows, where one was named.
    columns
        All columns of the file.
    problems
        Columns that were named but are not in the file.
    """

    sources: dict[str, str]
    axes: tuple[str, ...]
    group: str | None
    columns: tuple[str, ...]
    problems: tuple[RowProblem, ...]

    def apply(self, table: Table) -> dict[str, list[Any]]:
        """Give the standard columns, then the axes, then the file's other columns.

        A column that bears a standard name or an axis' name, but is not the one to serve as it, is
        kept under ``original_NAME``.
        """
        renamed = {name: table.columns[source] for name, source in self.sources.items()}
        used = set(self.sources.values())
        for source, column in table.columns.items():
            if source not in used:
                renamed[self._kept_name(source)] = column
        return renamed

    def group_column(self, names: Iterable[str]) -> str | None:
        """Give the column that groups rows, under its name after renaming."""
        if self.group is None:
            return default_group_column(names)
        renamed = (name for name, source in self.sources.items() if source == self.group)
        return next(renamed, self._kept_name(self.group))

    def _kept_name(self, source: str) -> str:
        name = source
        while name in self.sources or (name != source and name in self.columns):
            name = f"original_{name}"
        return name


def default_group_column(names: Iterable[str]) -> str | None:
    """Give ``article_id`` if it is among the columns, else ``cluster_id``, else ``None``."""
    present = set(names)
    return next((name for name in ("article_id", "cluster_id") if name in present), None)


def name_columns(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None,
    axes: Mapping[str, str] | None,
    known_axes: Iterable[str] | None,
) -> Naming:
    """Work out which column serves as what.

    Parameters
    ----------
    columns
        Standard name, or ``group``, to the file's name; ``None`` as a value maps nothing.
    axes
        Axis to the file's name; ``None`` takes every known axis that is a column.
    known_axes
        The axes of the codebook, in its order; ``None`` without one.

    Raises
    ------
    CorpusError
        If a standard name or an axis is not known, or no axis is given.
    """
    mapped = {name: source for name, source in (columns or {}).items() if source is not None}
    _check_standard(mapped)
    chosen = _choose_axes(table, axes, known_axes)
    sources = {name: mapped.get(name, name) for name in STANDARD}
    group = mapped.get(_GROUP)
    if group is not None and group not in table.columns:
        group = mapped[_GROUP] = mapped.get(group, group)  # a standard name serves as well
    named = {**mapped, **(axes or {}), "text": sources["text"]}
    problems = [_no_such_column(table, source) for source in named.values()]
    sources = {name: source for name, source in sources.items() if source in table.columns}
    sources |= {axis: source for axis, source in chosen.items() if source in table.columns}
    found = tuple(problem for problem in problems if problem is not None)
    return Naming(sources, tuple(chosen), group, tuple(table.columns), found)


def _check_standard(mapped: Mapping[str, str]) -> None:
    for name in mapped:
        if name not in (*STANDARD, _GROUP):
            raise CorpusError(
                f"columns: {name!r} is not a standard column; {nearest(name, (*STANDARD, _GROUP))}"
            )


def _choose_axes(
    table: Table, axes: Mapping[str, str] | None, known_axes: Iterable[str] | None
) -> dict[str, str]:
    if known_axes is None:
        chosen = dict(axes or {})
    elif axes is None:
        chosen = {axis: axis for axis in known_axes if axis in table.columns}
    else:
        known = list(known_axes)
        for axis in axes:
            if axis not in known:
                raise CorpusError(
                    f"axes: the codebook has no axis {axis!r}; {nearest(axis, known)}"
                )
        chosen = {axis: axes[axis] for axis in known if axis in axes}
    _check_axis_names(chosen)
    if not chosen and table.columns:
        raise CorpusError(_no_axis(table, known_axes))
    return chosen


def _check_axis_names(axes: Iterable[str]) -> None:
    for axis in axes:
        if axis in STANDARD:
            raise CorpusError(
                f"axes: an axis cannot be called {axis!r}, which is a standard column; "
                "give the axis another name"
            )


def _no_axis(table: Table, known_axes: Iterable[str] | None) -> str:
    columns = ", ".join(repr(name) for name in table.columns)
    if known_axes is None:
        wanted = (
            "expected a codebook, or the column of each axis: --axis stance=label, or data.axes "
            "in a configuration"
        )
    else:
        names = ", ".join(repr(axis) for axis in known_axes)
        wanted = f"expected a column for one of the codebook's axes ({names}), or a mapping in axes"
    return f"{table.file}: found no axis among the columns {columns}; {wanted}"


def _no_such_column(table: Table, source: str) -> RowProblem | None:
    if source in table.columns or not table.columns:
        return None
    expected = f"a column of the file; {nearest(source, table.columns)}"
    return RowProblem(table.file, None, source, "no such column", expected)
