from __future__ import annotations

import json
from dataclasses import replace

import pytest

from stancekit.evaluation import Score
from stancekit.evaluation.behaviour import BehaviourCheck, BehaviourReport, FailedCase, LeftOut
from stancekit.reporting import (
    behaviour_sections,
    render_json,
    render_markdown,
    render_report,
)
from stancekit.reporting.cautions import cautions

SWAPPED = FailedCase(
    case="a-1",
    texts=("Ilsa Brand wants <talks>.", "Otto Vance wants <talks>."),
    expected="the same of both",
    found=("for", "none"),
    probabilities=({"for": 0.61, "none": 0.39}, {"for": 0.45, "none": 0.55}),
)
RELAYED = FailedCase(
    case="r-1", texts=("Brand said that Vance agreed.",), expected="Vance", found=("Brand", "Rao")
)


def check(test, outcome, **more):
    usual = {
        "kind": "INV",
        "checks": f"{test} is tried",
        "measure": "label stays",
        "axis": "posture",
        "source": "sentences",
        "n": 50,
        "n_clusters": 40,
        "score": Score(0.9, 0.8, 0.95),
        "bar": 0.99,
        "direction": "at least",
    }
    return BehaviourCheck(test=test, outcome=outcome, **{**usual, **more})


SUITE = BehaviourReport(
    checks=(
        check("B1", "fails", failures=(SWAPPED,)),
        check("B1", "passes", measure="mean shift", bar=0.02, direction="at most"),
        check("B1", "passes", axis="outlook"),
        check("B14", "cannot be told", kind="MFT", axis=None, source="articles"),
        check("B23", "reported", kind="probe", bar=None, score=Score(-0.1, -0.3, 0.1), note="few"),
    ),
    left_out=(LeftOut(test="B9", checks="made conditional", axis="posture", reason="not asked"),),
    notes=("A test passes where the whole interval clears the bar.",),
)


@pytest.fixture
def told(report):
    return replace(report, sections=behaviour_sections(SUITE))


def test_a_suite_that_was_not_run_makes_no_section():
    assert behaviour_sections(None) == ()


def test_the_overview_gives_each_test_by_its_worst_check():
    (section,) = behaviour_sections(SUITE)
    assert section.lead == "Of 5 checks: 2 passed, 1 failed, 1 cannot be told, 1 only reported."
    rows = section.parts[0].to_dict()["rows"]
    assert [row["test"]["value"] for row in rows] == ["B1", "B14", "B23"]
    assert [row["outcome"] for row in rows] == [
        {"flag": "fails", "is": "bad"},
        {"flag": "cannot be told", "is": "open"},
        "only reported",
    ]
    # what is only reported was asked nothing
    assert rows[0]["passed"] == {"value": "2 of 3", "note": "1 case fails"}
    assert [row["passed"] for row in rows[1:]] == ["0 of 1", "0 of 0"]


def test_each_check_has_its_rate_its_bar_and_its_outcome():
    (section,) = behaviour_sections(SUITE)
    first = section.sections[0]
    rows = first.parts[0].to_dict()["rows"]
    # what is measured alike stands together
    assert [row["measure"] for row in rows] == ["label stays", "label stays", "mean shift"]
    assert [row["axis"] for row in rows] == ["posture", "outlook", "posture"]
    assert [row["bar"] for row in rows] == ["≥ 0.99", "≥ 0.99", "≤ 0.02"]
    assert rows[0]["score"] == {"value": 0.9, "low": 0.8, "high": 0.95}
    (probe,) = section.sections[2].parts[0].rows
    assert (probe[5].span, probe[5].reference) == ((-1.0, 1.0), None)
    assert section.sections[2].parts[1].lines == ("label stays: few",)


def test_a_page_draws_each_rate_with_its_interval_and_its_bar(told):
    cell = render_report(told).split('class="drawn"')[1].split("</td>")[0]
    assert '<i style="left:80.0%;right:5.0%">' in cell
    assert '<b style="left:90.0%">' in cell
    assert '<u style="left:99.0%">' in cell
    assert "0.800 to 0.950" in cell


def test_a_fault_is_told_on_the_first_screen(told):
    assert "1 of 3 behavioural tests found a fault: B1." in cautions(told)
    sound = BehaviourReport(checks=(check("B2", "passes"),))
    assert behaviour_sections(sound)[0].cautions == ()


def test_every_failing_case_has_both_texts_in_each_form(told):
    page, markdown, content = render_report(told), render_markdown(told), render_json(told)
    title = "posture, label stays, our sentences: 1 of 50 fails"
    assert f"<details>\n<summary>{title}</summary>" in page
    assert "Ilsa Brand wants &lt;talks&gt;." in page
    assert "Otto Vance wants &lt;talks&gt;." in page
    assert "→ for (0.61)" in page
    assert "→ none (0.55)" in page
    assert f"**{title}**" in markdown
    assert "  - Ilsa Brand wants \\<talks>. → **for (0.61)**" in markdown
    assert "  - Otto Vance wants \\<talks>. → **none (0.55)**" in markdown
    (section,) = json.loads(content)["sections"]
    failed = section["sections"][0]["parts"][-1]
    assert failed["kind"] == "failed_cases"
    assert failed["cases"] == [SWAPPED.to_dict()]


def test_what_was_found_in_all_of_the_texts_is_told_once(report):
    suite = BehaviourReport(checks=(check("B14", "fails", axis=None, failures=(RELAYED,)),))
    relayed = replace(report, sections=behaviour_sections(suite))
    assert 'found <span class="found">Brand; Rao</span>' in render_report(relayed)
    assert "  - found **Brand; Rao**" in render_markdown(relayed)


def test_what_was_left_out_is_told_with_its_reason():
    (section,) = behaviour_sections(SUITE)
    assert section.sections[-1].parts[0].lines == ("B9 posture: not asked",)
