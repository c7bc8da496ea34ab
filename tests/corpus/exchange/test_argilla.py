import json

import pytest

from stancekit.codebook import Codebook
from stancekit.corpus.exchange import export_tasks, import_annotations, tool_configuration
from stancekit.corpus.exchange.argilla import user_id
from stancekit.errors import CodebookError

ACCOUNT = "0f3b1c52-8f0a-4f0e-9c40-2f4f7f3f9a11"


def record(responses, **more):
    return {
        "id": "a1",
        "fields": {"text": "One"},
        "metadata": {"speaker": "Ilsa Brandeker"},
        "suggestions": {"posture": {"value": "yielding", "score": 0.9, "agent": "m1"}},
        "responses": responses,
        "vectors": {},
        "status": "completed",
        "_server_id": "5d2c1c52-8f0a-4f0e-9c40-2f4f7f3f9a11",
        **more,
    }


def response(value, person=ACCOUNT):
    return {"value": value, "user_id": person}


def read(records, book, **options):
    return import_annotations(json.dumps(records), "argilla", book, ["a1", "b2"], **options)


def test_records_are_as_argilla_writes_them(passages, labelled, book):
    first, second = json.loads(export_tasks(passages, labelled, book, "argilla"))
    assert first == {
        "id": "a1",
        "status": "pending",
        "fields": {"text": "A deal is near,\nIlsa Brandeker said."},
        "metadata": {
            "speaker": "Ilsa Brandeker",
            "gold_outlook": "optimistic",
            "annotator_names": ["Ann", 'Bo, "B"'],
        },
        "suggestions": {},
        "responses": {
            "outlook": [
                {"value": "optimistic", "user_id": user_id("Ann")},
                {"value": "very pessimistic", "user_id": user_id('Bo, "B"')},
            ],
            "posture": [{"value": "firm", "user_id": user_id("Ann")}],
        },
        "vectors": {},
    }
    assert second["responses"] == {"posture": [{"value": "yielding", "user_id": user_id("Zoë")}]}


def test_a_blind_record_has_neither_responses_nor_names(passages, labelled, book):
    records = json.loads(export_tasks(passages, labelled, book, "argilla", blind=True))
    assert [each["responses"] for each in records] == [{}, {}]
    assert [each["metadata"] for each in records] == [
        {"speaker": "Ilsa Brandeker"},
        {"outlet": "Norvik Courier"},
    ]


def test_an_account_keeps_its_number_unless_it_is_named(book):
    records = [record({"posture": [response("firm")], "outlook": [response(None)]})]
    assert read(records, book).values.tolist() == [["a1", ACCOUNT, "posture", "firm"]]
    assert read(records, book, annotators={ACCOUNT: "Ann"})["annotator"].tolist() == ["Ann"]


def test_all_that_is_wrong_is_told_at_once(book, problems_of):
    records = [
        record({"mood": [response("firm")], "posture": [response(["firm", "yielding"])]}),
        record({"posture": [response("firm", "None")]}),
        record({"posture": [response("firm")]}, id="z9"),
        record({"outlook": [response("none"), response("optimistic")]}),
        record([]),
        record({"posture": {}}),
    ]
    problems = problems_of(read, records, book, file="records.json")
    assert {(problem.file, problem.column, problem.found) for problem in problems} == {
        ("records.json, record 1", "responses.mood", "the axis 'mood'"),
        ("records.json, record 1", "responses.posture", "the 2 labels 'firm', 'yielding'"),
        ("records.json, record 2", "annotator", "nothing"),
        ("records.json, record 3", "id", "'z9'"),
        (
            "records.json, record 4",
            "responses.outlook",
            f"'{ACCOUNT}', who labelled 'a1' already (records.json, record 4)",
        ),
        ("records.json, record 5", "responses", "a list"),
        ("records.json, record 6", "responses.posture", "an object"),
    }


@pytest.mark.parametrize("name", ["Ann", "Zoë", " ", ACCOUNT.upper()])
def test_a_name_becomes_a_uuid_and_a_uuid_stays(name):
    assert user_id(name) != name
    assert user_id(user_id(name)) == user_id(name)


def test_settings_have_one_question_an_axis(book):
    settings = json.loads(tool_configuration(book, "argilla", columns=["speaker", "Own Column"]))
    outlook, posture = settings["questions"]
    assert outlook["settings"] == {
        "type": "label_selection",
        "options": [
            {"value": "optimistic", "text": "optimistic", "description": "Expects a deal."},
            {
                "value": "very pessimistic",
                "text": "very pessimistic",
                "description": "Expects <none> & says so.",
            },
            {"value": "none", "text": "none", "description": None},
        ],
        "visible_options": 3,
    }
    assert outlook["title"] == "What does the speaker expect of the ferry talks?"
    assert posture["title"] == "posture"
    assert posture["settings"]["visible_options"] is None
    assert [each["name"] for each in settings["fields"]] == ["text"]
    assert [each["name"] for each in settings["metadata"]] == ["speaker"]
    assert settings["allow_extra_metadata"] is True
    assert settings["guidelines"] == (
        "Codebook ferries, version 1.2.0.\n\nOne record is what one speaker says.\n\n## outlook\n\n"
        "What does the speaker expect of the ferry talks?\n\n- A wish is not a forecast.\n\n"
        "## posture"
    )


@pytest.mark.parametrize(("required", "flags"), [(True, [True, True]), (False, [True, False])])
def test_argilla_needs_one_question_that_must_be_answered(required, flags, book):
    settings = json.loads(tool_configuration(book, "argilla", required=required))
    assert [each["required"] for each in settings["questions"]] == flags


def test_what_argilla_refuses_is_told_at_once():
    content = {
        "name": "big",
        "axes": {
            "My Axis": {"labels": {"a": {"definition": "d" * 1001}, "b": {}}, "rules": ["r" * 9990]}
        },
    }
    with pytest.raises(CodebookError) as caught:
        tool_configuration(Codebook.from_mapping(content), "argilla")
    lines = str(caught.value).splitlines()
    assert len(lines) == 4
    assert "axis 'My Axis': found a name" in lines[1]
    assert "guidelines of" in lines[2]
    assert "label 'a': found a definition of 1001 characters, expected 1000" in lines[3]
