import datetime
import json

import pandas as pd
import pytest

from stancekit.corpus import load_corpus
from stancekit.corpus.exchange import export_tasks, import_annotations
from stancekit.errors import CorpusError


def data_of(text):
    return [task["data"] for task in json.loads(text)]


def export(rows, book, annotations=None, **options):
    return export_tasks(rows, annotations, book, "label-studio", **options)


def test_a_corpus_goes_out_with_all_its_columns(tmp_path, passages, labelled, book):
    lines = "".join(json.dumps(row) + "\n" for row in passages)
    (tmp_path / "passages.jsonl").write_text(lines, encoding="utf-8")
    labelled.to_csv(tmp_path / "annotations.csv", index=False)
    corpus = load_corpus(tmp_path, codebook=book)
    text = export(corpus, book, corpus.annotations)
    assert text == export(passages, book, labelled)
    back = import_annotations(text, "label-studio", book, corpus.ids)
    assert back.values.tolist() == labelled.values.tolist()


def test_values_become_text_and_missing_ones_nothing(book):
    row = {
        "id": 7,
        "text": "One",
        "date": datetime.date(2024, 3, 9),
        "words": 3,
        "share": float("nan"),
        "tags": ["a", "é"],
        "target": None,
    }
    assert data_of(export([row], book)) == [
        {
            "id": "7",
            "text": "One",
            "date": "2024-03-09",
            "words": "3",
            "share": "",
            "tags": '["a", "é"]',
            "target": "",
        }
    ]


def test_blind_hides_gold_labels_predictions_and_others(passages, labelled, book):
    rows = [{**row, "stances": {"posture": {"label": "firm"}}} for row in passages]
    text = export(rows, book, labelled, blind=True, annotator="Ann")
    assert all(set(data) == {"id", "text", "speaker", "outlet"} for data in data_of(text))
    back = import_annotations(text, "label-studio", book, ["a1", "b2"])
    assert back["annotator"].tolist() == ["Ann", "Ann"]


def test_columns_may_stay_at_home(passages, book):
    (first, _) = data_of(export(passages, book, blind=True, leave_out=["speaker"]))
    assert set(first) == {"id", "text", "outlet"}


@pytest.mark.parametrize("name", ["annotator", "annotator_names", "gold_posture"])
def test_a_column_that_a_file_has_itself_is_refused(name, passages, book):
    rows = [{name: "x", **row} for row in passages]
    with pytest.raises(CorpusError, match="--leave-out"):
        export(rows, book)


def test_every_passage_at_fault_is_told(book, problems_of):
    rows = [
        {"id": "a", "text": " "},
        {"id": "a", "text": "One"},
        {"id": None, "text": "Two"},
        {"id": "d", "text": "\ud800"},
    ]
    problems = problems_of(export, rows, book)
    assert sorted((problem.line, problem.column) for problem in problems) == [
        (1, "text"),
        (2, "id"),
        (3, "id"),
        (4, "text"),
    ]


def test_rows_without_ids_are_refused(book, problems_of):
    (problem,) = problems_of(export, [{"text": "One"}], book)
    assert problem.column == "id"


def test_every_annotation_at_fault_is_told(passages, book, problems_of):
    rows = [
        ("z9", "Ann", "posture", "firm"),
        ("a1", None, "posture", "firm"),
        ("a1", "Ann", "posture", float("nan")),
        ("a1", "Ann", "mood", "firm"),
    ]
    frame = pd.DataFrame(rows, columns=["id", "annotator", "axis", "label"], dtype=object)
    problems = problems_of(export, passages, book, frame)
    assert [(problem.file, problem.column) for problem in problems] == [
        ("the annotations, row 1", "id"),
        ("the annotations, row 2", "annotator"),
        ("the annotations, row 3", "label"),
        ("the annotations, row 4", "label"),
    ]
