"""Which names mean one speaker: a table that the user edits, read, checked and written whole.

A row says that `name` is the name `same_as` in another spelling; only a confirmed one is applied.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Final, Literal, get_args

from stancekit.errors import RowProblem, TableError, nearest
from stancekit.output import whole_file
from stancekit.records import Speaker
from stancekit.tables import stream_rows

Status = Literal["suggested", "confirmed", "rejected"]
_STATUSES: Final = get_args(Status)
_NEEDED: Final = ("name", "same_as", "status")
_MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Alias:
    """One name that may be another in a different spelling, and what speaks for it."""

    name: str
    same_as: str
    status: Status = "suggested"
    evidence: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two names, whichever of them is the agreed form."""
        return frozenset((self.name, self.same_as))


_COLUMNS: Final = tuple(field.name for field in fields(Alias))


def read_aliases(path: str | Path) -> list[Alias]:
    """Read an alias table.

    Raises
    ------
    TableError
        If the file cannot be read or a row cannot be used; every such row is told with its line,
        its column, what was found and what is expected.
    """
    path = Path(path)
    if path.suffix.lower() != ".csv":
        raise TableError(f"{path}: found a {path.suffix!r} file, expected a .csv file of aliases")
    if _holds_no_row(path):
        return []
    aliases: list[Alias] = []
    lines: list[int] = []
    problems: list[RowProblem] = []
    for where, row in stream_rows(path):
        line = int(where.rpartition(":")[2])
        if not lines:
            _check_columns(path, row)
        lines.append(line)
        cells = {column: (row.get(column) or "").strip() for column in _COLUMNS}
        found = list(_row_problems(str(path), line, cells))
        problems += found
        if not found:
            aliases.append(Alias(**cells))  # type: ignore[arg-type]  # checked above
    if not problems:
        problems += _conflicts(str(path), list(zip(lines, aliases, strict=True)))
    if problems:
        shown = "\n".join(f"  {problem}" for problem in problems[:_MOST_SHOWN])
        raise TableError(
            f"{path}: {len(problems)} rows cannot be used. Mend them and run again:\n{shown}"
        )
    return aliases


def write_aliases(path: str | Path, aliases: Iterable[Alias]) -> None:
    """Write an alias table whole or not at all.

    Raises
    ------
    OutputError
        If it cannot be written; what was there before is still there.
    """
    with whole_file(Path(path)) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(astuple(alias) for alias in aliases)


def agreed_names(aliases: Iterable[Alias]) -> dict[str, str]:
    """Map each name that is confirmed to be another to the agreed form, chains followed.

    Examples
    --------
    >>> agreed_names([Alias("Jo Sung-min", "Cho Seong-min", "confirmed")])
    {'Jo Sung-min': 'Cho Seong-min'}
    """
    direct = {alias.name: alias.same_as for alias in aliases if alias.status == "confirmed"}
    return {name: _end_of_chain(direct, name) for name in direct}


def with_agreed_name(speaker: Speaker, names: Mapping[str, str]) -> Speaker:
    """Give a speaker under the agreed form of the name; other speakers as they are."""
    agreed = None if speaker.name is None else names.get(speaker.name)
    return speaker if agreed is None else replace(speaker, name=agreed)


def merge_aliases(kept: Iterable[Alias], suggested: Iterable[Alias]) -> list[Alias]:
    """Add suggestions to a table: what the user has decided stays, and so does every row.

    Of a pair that is still only suggested the evidence is the newer one.
    """
    newer = {alias.pair: alias for alias in suggested}
    rows = []
    for alias in kept:
        new = newer.pop(alias.pair, None)
        undecided = alias.status == "suggested" and new is not None
        rows.append(replace(alias, evidence=new.evidence) if undecided and new else alias)
    return [*rows, *newer.values()]


def _holds_no_row(path: Path) -> bool:
    """Tell a table of a heading alone, which is what is written where nothing was found."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return bool(file.readline().strip()) and not file.read().strip()


def _check_columns(path: Path, row: Mapping[str, object]) -> None:
    for column in _NEEDED:
        if column not in row:
            raise TableError(f"{path}:1: no column {column!r}, expected {', '.join(_COLUMNS)}")
    for column in row:
        if column not in _COLUMNS:
            raise TableError(f"{path}:1: unknown column {column!r}; {nearest(column, _COLUMNS)}")


def _row_problems(file: str, line: int, cells: Mapping[str, str]) -> Iterator[RowProblem]:
    for column in ("name", "same_as"):
        if not cells[column]:
            yield RowProblem(file, line, column, "nothing", "a name as it stands in the articles")
    if cells["name"] and cells["name"] == cells["same_as"]:
        yield RowProblem(file, line, "same_as", repr(cells["same_as"]), "another name than `name`")
    if cells["status"] not in _STATUSES:
        expected = f"one of {', '.join(_STATUSES)}"
        yield RowProblem(file, line, "status", repr(cells["status"]), expected)


def _conflicts(file: str, rows: list[tuple[int, Alias]]) -> Iterator[RowProblem]:
    """Give the confirmed rows that contradict each other: two forms of one name, or a circle."""
    direct: dict[str, str] = {}
    for line, alias in rows:
        if alias.status != "confirmed":
            continue
        known = direct.get(alias.name, alias.same_as)
        if known != alias.same_as:
            expected = f"{known!r}, as an earlier row confirms; a name has one agreed form"
            yield RowProblem(file, line, "same_as", repr(alias.same_as), expected)
        elif _end_of_chain(direct, alias.same_as) == alias.name:
            expected = "a name that is not itself an alias of this one"
            yield RowProblem(file, line, "same_as", repr(alias.same_as), expected)
        else:
            direct[alias.name] = alias.same_as


def _end_of_chain(direct: Mapping[str, str], name: str) -> str:
    while name in direct:
        name = direct[name]
    return name
