import json
import xml.etree.ElementTree as ET

import pytest

from stancekit.codebook import Codebook
from stancekit.corpus.exchange import export_tasks, import_annotations, tool_configuration
from stancekit.errors import CodebookError


def choice(axis, *labels):
    return {
        "value": {"choices": list(labels)},
        "id": "xYz12",
        "from_name": axis,
        "to_name": "text",
        "type": "choices",
        "origin": "manual",
    }


def annotation(person, *results, **more):
    return {
        "id": 31,
        "completed_by": person,
        "result": list(results),
        "was_cancelled": False,
        "ground_truth": False,
        "created_at": "2024-03-09T22:16:08.728353Z",
        "lead_time": 4.288,
        "prediction": {},
        **more,
    }


def task(*annotations, passage="a1", **more):
    return {
        "id": 7,
        "annotations": list(annotations),
        "file_upload": "0a1b-tasks.json",
        "drafts": [],
        "predictions": [],
        "data": {"id": passage, "text": "One", "speaker": ""},
        "meta": {},
        "inner_id": 1,
        "total_annotations": 1,
        "updated_by": 1,
        **more,
    }


def read(tasks, book, **options):
    return import_annotations(json.dumps(tasks), "label-studio", book, ["a1", "b2"], **options)


def test_tasks_are_as_label_studio_imports_them(passages, labelled, book):
    first, second = json.loads(export_tasks(passages, labelled, book, "label-studio"))
    assert first["data"] == {
        "id": "a1",
        "text": "A deal is near,\nIlsa Brandeker said.",
        "speaker": "Ilsa Brandeker",
        "outlet": "",
        "gold_outlook": "optimistic",
        "gold_posture": "",
    }
    assert [given["completed_by"] for given in first["annotations"]] == [
        {"email": "Ann"},
        {"email": 'Bo, "B"'},
    ]
    assert second["annotations"][0]["result"] == [
        {
            "id": "posture",
            "from_name": "posture",
            "to_name": "text",
            "type": "choices",
            "value": {"choices": ["yielding"]},
        }
    ]


def test_a_blind_task_has_no_annotation(passages, labelled, book):
    tasks = json.loads(export_tasks(passages, labelled, book, "label-studio", blind=True))
    assert [given["annotations"] for given in tasks] == [[], []]
    assert all(set(given["data"]) == {"id", "text", "speaker", "outlet"} for given in tasks)


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (3, "3"),
        ("ann@norvik.example", "ann@norvik.example"),
        ({"id": 3, "email": "ann@norvik.example", "first_name": "Ann"}, "ann@norvik.example"),
        ({"id": 3}, "3"),
    ],
    ids=["number", "text", "account", "account-without-email"],
)
def test_who_completed_an_annotation(person, name, book):
    frame = read([task(annotation(person, choice("posture", "firm")))], book)
    assert frame.values.tolist() == [["a1", name, "posture", "firm"]]


def test_the_study_may_call_people_by_other_names(book):
    tasks = [
        task(annotation(3, choice("posture", "firm")), annotation(None, choice("outlook", "none")))
    ]
    frame = read(tasks, book, annotator="Bo", annotators={"3": "Ann"})
    assert frame["annotator"].tolist() == ["Ann", "Bo"]


def test_what_is_no_annotation_is_passed_over(book):
    comment = {"from_name": "why", "type": "textarea", "value": {"text": ["hm"]}}
    tasks = [
        task(
            annotation(3, choice("posture", "firm"), comment, choice("outlook")),
            annotation(4, choice("posture", "yielding"), was_cancelled=True),
            drafts=[{"result": [choice("posture", "yielding")], "user": "bo@norvik.example"}],
            predictions=[{"result": [choice("posture", "yielding")], "model_version": "m1"}],
        ),
        {"data": {"id": "b2", "text": "Two"}},
    ]
    assert read(tasks, book).values.tolist() == [["a1", "3", "posture", "firm"]]


def test_all_that_is_wrong_is_told_at_once(book, problems_of):
    tasks = [
        task(annotation(3, choice("posture", "firm", "yielding"), choice("mood", "firm"))),
        task(annotation(3, choice("posture", "firm")), passage="z9"),
        task(annotation(3, choice("posture", "soft")), annotation(4, choice("posture", "firm"))),
        task(annotation(4, choice("posture", "yielding")), annotation(None, choice("posture", 1))),
        "a task",
        {"data": {"text": "no id"}, "annotations": [annotation(3, choice("posture", "firm"))]},
        {"data": {"id": "b2"}, "annotations": {}},
    ]
    problems = problems_of(read, tasks, book, file="export.json")
    assert len(problems) == 10
    assert {(problem.file, problem.column, problem.found) for problem in problems} == {
        ("export.json, task 1", "annotations[0].result[0]", "the 2 labels 'firm', 'yielding'"),
        ("export.json, task 1", "annotations[0].result[1]", "the axis 'mood'"),
        ("export.json, task 2", "id", "'z9'"),
        ("export.json, task 3", "annotations[0].result[0]", "'soft'"),
        (
            "export.json, task 4",
            "annotations[0].result[0]",
            "'4', who labelled 'a1' already (export.json, task 3)",
        ),
        ("export.json, task 4", "annotator", "nothing"),
        ("export.json, task 4", "annotations[1].result[0]", "1"),
        ("export.json, task 5", None, "'a task'"),
        ("export.json, task 6", "id", "nothing"),
        ("export.json, task 7", "annotations", "an object"),
    }


def test_the_interface_has_one_group_of_choices_an_axis(book):
    text = tool_configuration(book, "label-studio", columns=["speaker", "article_id"])
    view = ET.fromstring(text)  # our own text
    assert [(shown.get("name"), shown.get("value")) for shown in view.iter("Text")] == [
        ("field_speaker", "$speaker"),
        ("text", "$text"),
    ]
    outlook, posture = view.iter("Choices")
    assert (
        outlook.attrib.items()
        >= {
            "name": "outlook",
            "toName": "text",
            "choice": "single",
            "required": "true",
        }.items()
    )
    assert [(each.get("value"), each.get("hint")) for each in outlook] == [
        ("optimistic", "Expects a deal."),
        ("very pessimistic", "Expects <none> & says so."),
        ("none", None),
    ]
    assert [each.get("value") for each in posture] == ["firm", "yielding"]
    headers = [each.get("value") for each in view.iter("Header")]
    assert headers == [
        "speaker",
        "What does the speaker expect of the ferry talks?",
        "A wish is not a forecast.",
        "posture",
    ]


def test_answers_may_be_optional(book):
    view = ET.fromstring(tool_configuration(book, "label-studio", required=False))
    assert {each.get("required") for each in view.iter("Choices")} == {"false"}


@pytest.mark.parametrize("tool", ["label-studio", "argilla"])
def test_an_axis_named_as_a_column_is_refused(tool):
    clashing = Codebook.from_labels({"text": ["a", "b"]}, name="clash")
    with pytest.raises(CodebookError, match="'text'"):
        tool_configuration(clashing, tool)
