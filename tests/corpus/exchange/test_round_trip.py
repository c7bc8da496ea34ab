"""Whatever goes out to a tool comes back the same."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.codebook import Codebook
from stancekit.corpus.exchange import TOOLS, export_tasks, import_annotations, import_tasks

LABELS = {"outlook": ["very good", "-1", "=bad, 'so'", "無"], "posture": ["firm", " yielding"]}
BOOK = Codebook.from_labels(LABELS, name="any")
COLUMNS = ["id", "annotator", "axis", "label"]

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
awkward = st.sampled_from(
    ["a,b", 'say "so"', "=1+1", "'=1", "@x", "-", "\r", "\n", "x\r\ny", "\t", "'", "\x00", "\u2028"]
)
texts = words | awkward
passage_texts = texts.filter(lambda text: text.strip())
names = texts | st.uuids().map(str)
columns = st.sampled_from(["speaker", "outlet", "date", "target", "article_id", "own column", "=f"])


@st.composite
def studies(draw):
    ids = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    fields = draw(st.lists(columns, unique=True, max_size=4))
    rows = [
        {"id": row_id, "text": draw(passage_texts)}
        | {name: draw(st.none() | texts) for name in fields}
        for row_id in ids
    ]
    annotators = draw(st.lists(names, unique=True, max_size=3))
    annotations = [
        (row_id, annotator, axis, label)
        for row_id in ids
        for annotator in annotators
        for axis in LABELS
        if (label := draw(st.none() | st.sampled_from(LABELS[axis])))
    ]
    return rows, annotations


def as_set(frame):
    return set(frame.itertuples(index=False, name=None))


@pytest.mark.parametrize("tool", TOOLS)
@settings(max_examples=150, deadline=None)
@given(study=studies())
def test_annotations_come_back_the_same(tool, study):
    rows, annotations = study
    frame = pd.DataFrame(annotations, columns=COLUMNS, dtype=object)
    text = export_tasks(rows, frame, BOOK, tool)
    text = text.encode("utf-8").decode("utf-8-sig")
    back = import_annotations(text, tool, BOOK, [row["id"] for row in rows])
    assert len(back) == len(annotations)
    assert as_set(back) == set(annotations)


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "csv-long"])
@settings(max_examples=100, deadline=None)
@given(study=studies())
def test_passages_come_back_the_same(tool, study):
    rows, annotations = study
    frame = pd.DataFrame(annotations, columns=COLUMNS, dtype=object)
    tasks = import_tasks(export_tasks(rows, frame, BOOK, tool), tool, BOOK)
    assert [{"id": task.id, "text": task.text, **task.fields} for task in tasks] == [
        {name: value for name, value in row.items() if value is not None} for row in rows
    ]


@pytest.mark.parametrize(("tool", "other"), [("csv", "csv-long"), ("csv-long", "csv")])
def test_either_csv_form_is_read_under_either_name(tool, other, passages, labelled, book):
    text = export_tasks(passages, labelled, book, tool)
    back = import_annotations(text, other, book, ["a1", "b2"])
    assert as_set(back) == as_set(labelled)
