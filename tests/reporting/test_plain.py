import json
from dataclasses import fields, replace

from stancekit.reporting import RunFacts, Section, render_json, report_to_dict


def test_the_keys_are_the_documented_ones(report):
    content = report_to_dict(report)
    assert list(content) == [
        "format",
        "title",
        "notes",
        "summary",
        "cautions",
        "facts",
        "axes",
        "audit",
        "method",
        "sections",
    ]
    assert content["format"] == "stancekit-report/1"
    assert list(content["facts"]) == [field.name for field in fields(RunFacts)]
    axis = content["axes"]["posture"]
    assert list(axis) == ["evaluation", "baselines", "differences", "verdicts", "errors"]
    (case,) = axis["errors"]
    assert list(case) == [
        "id",
        "text",
        "gold",
        "predicted",
        "probability",
        "explanation",
        "before",
        "after",
    ]


def test_scores_are_those_of_the_evaluation(report, evaluation):
    axis = report_to_dict(report)["axes"]["posture"]
    assert axis["evaluation"] == evaluation.to_dict()
    assert set(axis["baselines"]) == set(axis["differences"]) == {"majority"}
    assert axis["verdicts"]["majority"]["outcome"] == "better"
    assert axis["errors"][0]["explanation"]["spans"][0] == {
        "start": 1,
        "end": 5,
        "text": "Keep",
        "weight": -0.2,
    }


def test_sections_stand_in_their_order(report):
    sections = (Section(key="slices"), Section(key="behaviour"))
    content = report_to_dict(replace(report, sections=sections))
    assert [section["key"] for section in content["sections"]] == ["slices", "behaviour"]


def test_the_text_is_json_and_always_the_same(report):
    assert json.loads(render_json(report)) == report_to_dict(report)
    assert render_json(report) == render_json(report)
    assert "“Keep the patrols,”" in render_json(report)
