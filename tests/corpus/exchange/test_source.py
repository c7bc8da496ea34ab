import json

import pytest

from stancekit.corpus import load_corpus
from stancekit.corpus.exchange import read_passages
from stancekit.errors import CorpusError


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_file_or_a_folder_without_labels(tmp_path):
    path = write(tmp_path / "passages.jsonl", [{"id": "a1", "text": "One"}])
    assert read_passages(path).columns == read_passages(tmp_path).columns
    assert read_passages(path).columns["id"] == ["a1"]


def test_passages_without_ids_get_those_of_a_corpus(tmp_path, book):
    rows = [{"text": "One", "posture": "firm"}, {"text": "Two", "posture": "yielding"}]
    path = write(tmp_path / "rows.jsonl", rows)
    assert read_passages(path).columns["id"] == load_corpus(path, codebook=book).ids


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "found no passages file"),
        (["passages.csv", "passages.jsonl"], "found passages.csv, passages.jsonl"),
    ],
    ids=["none", "two"],
)
def test_a_folder_holds_one_passages_file(names, words, tmp_path):
    for name in names:
        (tmp_path / name).write_text("id,text\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=words):
        read_passages(tmp_path)


def test_a_missing_file_and_bad_rows_are_told(tmp_path):
    with pytest.raises(CorpusError, match="no such file"):
        read_passages(tmp_path / "nowhere.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n[]\n{', encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_passages(tmp_path / "bad.jsonl")
    assert [problem.line for problem in caught.value.problems] == [2, 3]
