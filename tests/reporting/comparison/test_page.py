import json
import re
from dataclasses import replace

import pytest

from stancekit.reporting import (
    Answer,
    DifferingRow,
    Section,
    Sentences,
    check_report_place,
    render_comparison,
    write_report,
)
from stancekit.reporting.comparison.markdown import comparison_markdown
from stancekit.reporting.comparison.plain import comparison_to_dict


def plain(page):
    without_tags = re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(without_tags.split())


def test_the_first_screen_answers_before_any_table(report):
    first = plain(render_comparison(report).split("<table")[0])
    for answer in (
        "On outlook, first cannot be told from second.",
        "macro F1 of first , 0.",
        "120 rows in 30 groups",
        "second a",
        "dull b",
        "Not told from second: ahead by",
        "Better than dull by",
        "Where not to trust it",
        "first was trained on 2 of 120 texts",
        "Plumbing check, not field accuracy.",
    ):
        assert answer in first


def test_every_part_of_the_comparison_is_told(report):
    told = plain(render_comparison(report))
    for words in (
        "Leaderboard",
        "first over second",
        "right alone: 4 and 3",
        "told apart",
        "p after Holm",
        "McNemar, after Holm",
        "Brier: reliability",
        "F1 of each label",
        "Risk and coverage",
        "Reliability",
        "outlook by label",
        "Not all models label",
        "Baek said the ferries would sail.",
        "gold is down · r1",
        "runs/first/model",
        "How it was measured",
        "random swaps",
    ):
        assert words in told


def test_the_page_needs_nothing_else_and_names_no_id_twice(report):
    page = render_comparison(report)
    assert not re.findall(r"<(script|link|img|iframe)\b", page)
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'<a href="#([^"]+)"', page):
        assert target in ids


def test_text_of_users_is_escaped(report):
    attack = "<script>alert('x')</script>"
    row = DifferingRow(attack, attack, attack, (Answer(attack, attack, 0.5, is_right=False),))
    models = tuple(replace(model, family=attack) for model in report.models)
    page = render_comparison(
        replace(
            report,
            title=attack,
            models=models,
            differing={"outlook": (row,)},
            notes=(attack,),
            doubts=(attack,),
            sections=(Section(key="more", title=attack, parts=(Sentences((attack,)),)),),
        )
    )
    assert "<script" not in page
    assert page.count("alert(") >= 12


def test_a_comparison_of_too_few_groups_makes_a_page(untested):
    told = plain(render_comparison(untested))
    assert "Nothing was tested: too few groups (9)." in told


def test_the_markdown_has_the_same_answers(report):
    told = comparison_markdown(report)
    for words in (
        "# 3 models on ferries.jsonl",
        "**On outlook, first cannot be told from second.",
        "## Where not to trust it",
        "| first over second | 0.0",
        "> Baek said the ferries would sail.",
        "- second: down (0.80), right",
    ):
        assert words in told
    assert told.endswith("<!-- stancekit report -->\n")


def test_the_json_has_every_number_behind_the_page(report):
    content = comparison_to_dict(report)
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["format"] == "stancekit-report-comparison/1"
    assert content["comparison"] == report.comparison.to_dict()
    axis = content["axes"]["outlook"]
    assert axis["evaluations"]["dull"] == report.evaluations["outlook"]["dull"].to_dict()
    assert axis["differing"][0]["answers"][1] == {
        "model": "second",
        "label": "down",
        "probability": 0.8,
        "is_right": True,
    }
    assert [one["axis"] for one in content["slices"]["first"]] == ["outlook"]


def test_the_same_report_gives_the_same_bytes_and_may_be_written_again(report, tmp_path):
    path = tmp_path / "compared.html"
    write_report(path, report)
    first = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert set(first) == {"compared.html", "compared.md", "compared.json"}
    check_report_place(path)
    write_report(path, report)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == first


@pytest.mark.parametrize("n_rows", [0, 1])
def test_rows_that_are_not_shown_are_counted(report, n_rows):
    shown = {"outlook": report.differing["outlook"][:n_rows]}
    told = plain(render_comparison(replace(report, differing=shown)))
    n = len(report.comparison.axes["outlook"].differing)
    assert f"Not all models label {n} rows of 120 alike." in told
    assert ("--differing FILE writes all" in told) == (n_rows > 0)
