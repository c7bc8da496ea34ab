"""Bytes to text: UTF-8 only, and every line that is something else is named."""

from __future__ import annotations

import codecs

from stancekit.errors import RowProblem

_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def decode(content: bytes, file: str) -> tuple[str, list[RowProblem]]:
    """Give the text of a UTF-8 file without its byte order mark, and each line at fault.

    Bytes that are not UTF-8 are replaced in the text, so that the other lines can still be checked.
    """
    for mark, name in _OTHER_MARKS.items():
        if content.startswith(mark):
            found = f"the byte order mark of {name} at byte offset 0"
            return "", [RowProblem(file, 1, None, found, "UTF-8; save the file as UTF-8")]
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError:
        problems = _undecodable_lines(body, file, offset=len(content) - len(body))
        return body.decode("utf-8", errors="replace"), problems


def _undecodable_lines(body: bytes, file: str, *, offset: int) -> list[RowProblem]:
    problems = []
    for number, line in enumerate(body.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            place = offset + error.start
            found = f"the byte 0x{line[error.start]:02X} at byte offset {place}, which is not UTF-8"
            problems.append(RowProblem(file, number, None, found, "UTF-8; save the file as UTF-8"))
        offset += len(line) + 1
    return problems
