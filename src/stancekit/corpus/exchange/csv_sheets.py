"""CSV: a wide sheet that people fill in, and the long list of single labels.

Wide is one row an annotator and passage: ``id``, ``text``, the other fields, one column an axis,
``annotator``. Long is ``id,annotator,axis,label``. Both open in a spreadsheet: they begin with a
byte order mark, without which Excel reads UTF-8 as something else, and a cell that a spreadsheet
would run as a formula gets an apostrophe in front, which reading takes away again.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
import sys
from collections.abc import Iterable, Sequence

from stancekit.codebook import Codebook
from stancekit.corpus.annotations import COLUMNS
from stancekit.corpus.exchange.tasks import ANNOTATOR, Answer, Place, Sheet, Task, Work
from stancekit.errors import RowProblem

BYTE_ORDER_MARK = "\ufeff"
# What spreadsheets take for a formula's start, full-width signs included, after the apostrophes
# that a cell may have of its own: so guarding twice, and undoing it twice, gives the cell back.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_DELIMITERS = (",", ";", "\t")


def write_wide(work: Work) -> str:
    """Give the wide sheet; a passage without an annotator has one row, to be filled in."""
    axes = list(work.codebook.axes)
    rows = [["id", "text", *work.columns, *axes, ANNOTATOR]]
    for task in work.tasks:
        known = [task.id, task.text, *(task.fields.get(name, "") for name in work.columns)]
        for annotator, given in (work.labels.get(task.id) or {"": {}}).items():
            rows.append([*known, *(given.get(axis, "") for axis in axes), annotator])
    return _sheet(rows)


def write_long(work: Work) -> str:
    """Give the list of single labels; a passage without any is not in it."""
    rows: list[list[str]] = [list(COLUMNS)]
    for task in work.tasks:
        for annotator, given in work.labels.get(task.id, {}).items():
            rows += [[task.id, annotator, axis, label] for axis, label in given.items()]
    return _sheet(rows)


def read_sheet(text: str, file: str, codebook: Codebook) -> Sheet:
    """Read a sheet, wide or long, whichever its header says; ``;`` and tabs separate as well."""
    header, rows, problems = _parse(text, file)
    if at_fault := _check_header(header, file, codebook):
        return Sheet(problems=[*at_fault, *problems])
    if _is_long(header, codebook):
        sheet = _read_long(rows)
    else:
        sheet = _read_wide(rows, codebook)
        sheet.problems += _mistyped_axes(header, file, codebook)
    sheet.problems += problems
    return sheet


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Give rows as CSV that reads back the same, whatever line ends the cells hold."""
    rows = list(rows)
    # The csv module quotes a cell for the line end that it writes itself, and for no other.
    returns = any("\r" in cell for row in rows for cell in row)
    text = io.StringIO(newline="")
    dialect = "unix" if returns else "excel"  # unix quotes every cell
    csv.writer(text, dialect, lineterminator="\n").writerows(rows)
    return text.getvalue()


def guard(cell: str) -> str:
    """Give a cell that no spreadsheet runs as a formula.

    Examples
    --------
    >>> guard("=1+1"), guard("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Give the cell as it was before it was guarded.

    Examples
    --------
    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def header_of(text: str) -> list[str]:
    """Give the names in the first row; one name or none where the text is no sheet."""
    lines = io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")
    try:
        reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
        return [unguard(name).strip() for name in next(reader, [])]
    except csv.Error:
        return []


def _sheet(rows: list[list[str]]) -> str:
    return BYTE_ORDER_MARK + csv_text([guard(cell) for cell in row] for row in rows)


def _delimiter(text: str) -> str:
    """Give the sign that the first line holds most of: spreadsheets write the country's own."""
    line = re.split("[\r\n]", text, maxsplit=1)[0]
    return max(_DELIMITERS, key=line.count)


_Row = tuple[Place, dict[str, str]]


def _parse(text: str, file: str) -> tuple[list[str], list[_Row], list[RowProblem]]:
    header = header_of(text)
    rows: list[_Row] = []
    problems: list[RowProblem] = []
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    start = 1
    try:
        for number, cells in enumerate(reader):
            place, start = Place(file, start), reader.line_num + 1
            if number == 0 or not any(cells):
                continue
            if len(cells) != len(header):
                found = f"{len(cells)} field{'s' * (len(cells) > 1)}"
                problems.append(place.problem(found, f"{len(header)}, as in the header"))
                continue
            rows.append((place, dict(zip(header, map(unguard, cells), strict=True))))
    except csv.Error as error:
        expected = "CSV with quotes doubled inside quoted fields; reading stopped here"
        problems.append(Place(file, start).problem(f"bad CSV ({error})", expected))
    return header, rows, problems


def _is_long(header: list[str], codebook: Codebook) -> bool:
    return set(COLUMNS) <= set(header) and not set(header) & set(codebook.axes)


def _check_header(header: list[str], file: str, codebook: Codebook) -> list[RowProblem]:
    place = Place(file, 1)
    problems = [
        place.at(name).problem("two columns of this name", "one column of each name")
        for name in sorted({name for name in header if name and header.count(name) > 1})
    ]
    if not _is_long(header, codebook) and not ("id" in header and set(header) & set(codebook.axes)):
        found = f"the columns {', '.join(header)}" if any(header) else "no columns"
        axes = ", ".join(codebook.axes)
        expected = f"id and a column for an axis ({axes}), or {','.join(COLUMNS)}"
        problems.append(place.problem(found, expected))
    return problems


def _mistyped_axes(header: list[str], file: str, codebook: Codebook) -> list[RowProblem]:
    """Give the columns that would pass as one more field, so that their labels would be lost."""
    missing = [axis for axis in codebook.axes if axis not in header]
    return [
        Place(file, 1, name).problem(f"the column {name!r}", f"the axis {axis!r}")
        for name in header
        for axis in difflib.get_close_matches(name.lower(), missing, n=1, cutoff=0.8)
        if name not in codebook.axes
    ]


def _read_long(rows: list[_Row]) -> Sheet:
    sheet = Sheet()
    for place, row in rows:
        row_id, annotator, axis, label = (row[name] or None for name in COLUMNS)
        at = place.at("axis" if axis is None else "label")
        labels = () if label is None else (label,)
        sheet.answers.append(Answer(place, at, row_id, annotator, axis, labels))
    return sheet


def _read_wide(rows: list[_Row], codebook: Codebook) -> Sheet:
    tasks: dict[str, Task] = {}
    sheet = Sheet()
    apart = {"id", "text", ANNOTATOR, "", *codebook.axes}
    for place, row in rows:
        row_id, annotator = row.get("id") or None, row.get(ANNOTATOR) or None
        fields = {name: value for name, value in row.items() if value and name not in apart}
        if row_id is not None:
            tasks.setdefault(row_id, Task(row_id, row.get("text", ""), fields))
        for axis in codebook.axes:
            if label := row.get(axis):
                at = place.at(axis)
                sheet.answers.append(Answer(place, at, row_id, annotator, axis, (label,)))
    sheet.tasks = list(tasks.values())
    return sheet
