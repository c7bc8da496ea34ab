import json

import pytest

from stancekit.corpus.exchange import (
    export_tasks,
    import_annotations,
    import_tasks,
    tool_configuration,
)
from stancekit.corpus.exchange.recognition import recognise
from stancekit.errors import CorpusError

MINIMAL = [{"id": 1, "text": "One", "posture": "firm", "annotator": 3, "annotation_id": 9}]


def written(tool, passages, labelled, book):
    return export_tasks(passages, labelled, book, tool)


@pytest.mark.parametrize("tool", ["csv", "label-studio", "argilla"])
def test_a_tools_own_file_is_recognised(tool, passages, labelled, book):
    assert recognise(written(tool, passages, labelled, book)) == tool


@pytest.mark.parametrize(
    ("tool", "given", "words"),
    [
        ("csv", "label-studio", ["looks like Label Studio JSON", "read it as 'label-studio'"]),
        ("csv", "argilla", ["looks like Argilla records"]),
        ("label-studio", "argilla", ["looks like Argilla records", "expected Label Studio JSON"]),
        ("argilla", "csv", ["looks like a CSV sheet", "expected Argilla records"]),
    ],
)
def test_another_tools_file_is_named(tool, given, words, passages, labelled, book):
    text = written(given, passages, labelled, book)
    for read in (
        lambda: import_annotations(text, tool, book, ["a1"], file="x"),
        lambda: import_tasks(text, tool, book, file="x"),
    ):
        with pytest.raises(CorpusError) as caught:
            read()
        assert all(word in str(caught.value) for word in ["x: ", *words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (json.dumps([{**MINIMAL[0], "lead_time": 2.5}]), "JSON-MIN"),
        ("annotation_id,annotator,id,lead_time,posture,text\n9,3,1,2.5,firm,One\n", "JSON-MIN"),
        ("<View><Choices name='a' toName='text'/></View>", "labelling interface"),
        ('{"guidelines": "", "questions": [], "fields": []}', "Argilla settings"),
        ('{"id": "a1"}\n{"id": "b2"}\n', "JSON Lines"),
    ],
    ids=["json-min", "label-studio-csv", "interface", "settings", "json-lines"],
)
@pytest.mark.parametrize("tool", ["csv", "label-studio", "argilla"])
def test_what_cannot_be_imported_is_named(tool, text, words, book):
    with pytest.raises(CorpusError, match=words):
        import_annotations(text, tool, book, ["a1"])


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no JSON"), ("hello", "no JSON"), ("{}", "an object"), ("3", "found 3")],
    ids=["empty", "prose", "object", "number"],
)
@pytest.mark.parametrize("tool", ["label-studio", "argilla"])
def test_what_is_no_list_is_told(tool, text, words, book):
    with pytest.raises(CorpusError, match=words):
        import_annotations(text, tool, book, ["a1"])


@pytest.mark.parametrize("text", ["", "hello\n"], ids=["empty", "prose"])
def test_what_is_no_sheet_is_told(text, book, problems_of):
    (problem,) = problems_of(import_annotations, text, "csv", book, ["a1"])
    assert "a column for an axis (outlook, posture)" in problem.expected


@pytest.mark.parametrize("tool", ["label-studio", "argilla"])
def test_an_empty_list_holds_nothing(tool, book):
    assert import_annotations("[]", tool, book, ["a1"]).columns.tolist() == [
        "id",
        "annotator",
        "axis",
        "label",
    ]


def test_an_unknown_tool_is_told(passages, book):
    with pytest.raises(CorpusError, match="did you mean 'argilla'"):
        export_tasks(passages, None, book, "argila")


def test_a_sheet_has_no_configuration(book):
    with pytest.raises(CorpusError, match="hand out the codebook"):
        tool_configuration(book, "csv")
