"""A report on disk: the page, and the same as Markdown and as JSON beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from stancekit.errors import OutputError
from stancekit.output import write_text
from stancekit.reporting.comparison.markdown import comparison_markdown
from stancekit.reporting.comparison.page import render_comparison
from stancekit.reporting.comparison.plain import comparison_json
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.markdown import MARK, render_markdown
from stancekit.reporting.page import render_report
from stancekit.reporting.plain import FORMAT, render_json
from stancekit.reporting.report import Report

_MARKS: Final = {".md": MARK, ".json": FORMAT.partition("/")[0]}
"""What a file of ours has in it, by which another's is told from it."""


def write_report(path: Path, report: Report | ComparisonReport) -> Path:
    """Write the page to `path`, and beside it the same as ``.md`` and ``.json``; give the path.

    Each is written whole or not at all. What stood at `path` is replaced; a Markdown or JSON file
    beside it only if it is a report, too.

    Raises
    ------
    OutputError
        If a file cannot be written, or would replace one that is no report.
    """
    check_report_place(path)
    for ending, text in _rendered(report).items():
        write_text(path if ending == ".html" else path.with_suffix(ending), text)
    return path


def _rendered(report: Report | ComparisonReport) -> dict[str, str]:
    if isinstance(report, ComparisonReport):
        return {
            ".html": render_comparison(report),
            ".md": comparison_markdown(report),
            ".json": comparison_json(report),
        }
    return {
        ".html": render_report(report),
        ".md": render_markdown(report),
        ".json": render_json(report),
    }


def check_report_place(path: Path) -> None:
    """Raise if a report cannot be written to `path` without a loss.

    Raises
    ------
    OutputError
        If `path` ends as its companions do, or one of these would replace what is no report.
    """
    if path.suffix in _MARKS:
        raise OutputError(
            f"{path}: found the ending {path.suffix!r}, expected '.html': the page is HTML, and "
            "the same as Markdown and as JSON is written beside it"
        )
    for ending, mark in _MARKS.items():
        companion = path.with_suffix(ending)
        if companion.is_file() and mark.encode() not in companion.read_bytes():
            raise OutputError(
                f"{companion}: found a file that is no report, expected none: the report "
                f"{path.name} is written there as {ending}, too. Give the report another name"
            )
