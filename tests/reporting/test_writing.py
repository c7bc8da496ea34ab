import json

import pytest

from stancekit.errors import OutputError
from stancekit.reporting import (
    check_report_place,
    render_json,
    render_markdown,
    render_report,
    write_report,
)


def test_page_markdown_and_json_stand_side_by_side(report, tmp_path):
    path = tmp_path / "out" / "first.html"
    assert write_report(path, report) == path
    assert {each.name for each in path.parent.iterdir()} == {
        "first.html",
        "first.md",
        "first.json",
    }
    assert path.read_text(encoding="utf-8") == render_report(report)
    assert path.with_suffix(".md").read_text(encoding="utf-8") == render_markdown(report)
    assert path.with_suffix(".json").read_text(encoding="utf-8") == render_json(report)


def test_the_same_report_gives_the_same_bytes(report, tmp_path):
    for name in ("a", "b"):
        write_report(tmp_path / name / "report.html", report)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab"
    )
    assert first == second


def test_a_report_is_replaced_whole(report, tmp_path):
    path = tmp_path / "report.html"
    path.write_text("old", encoding="utf-8")
    write_report(path, report)
    write_report(path, report)
    assert path.read_text(encoding="utf-8") == render_report(report)


@pytest.mark.parametrize("ending", [".md", ".json"])
def test_a_file_that_is_no_report_is_not_replaced(report, tmp_path, ending):
    data = tmp_path / f"talks{ending}"
    data.write_text(json.dumps({"text": "Mine."}))
    with pytest.raises(OutputError, match="found a file that is no report"):
        write_report(tmp_path / "talks.html", report)
    assert json.loads(data.read_text()) == {"text": "Mine."}
    assert not (tmp_path / "talks.html").exists()


@pytest.mark.parametrize("ending", [".md", ".json"])
def test_the_page_takes_no_ending_of_its_companions(tmp_path, ending):
    with pytest.raises(OutputError, match=r"expected '\.html'"):
        check_report_place(tmp_path / f"report{ending}")


def test_a_place_that_cannot_be_written_is_named(report, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"report\.html: cannot be written"):
        write_report(tmp_path / "file" / "report.html", report)
