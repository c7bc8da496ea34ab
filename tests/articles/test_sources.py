import io
import json
import sys
from itertools import islice

import pandas as pd
import pytest

from stancekit.articles import read_articles
from stancekit.errors import ArticleError, TableError

ROWS = [
    {"text": "Envoys met.", "id": "a1", "title": "Talks", "outlet": "Ledger", "date": "2031-05-03"},
    {"text": "", "id": "a2"},
    {"text": "They left.", "id": "a3"},
]


@pytest.fixture
def stdin(monkeypatch):
    def put(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def jsonl(rows):
    return "\n".join(json.dumps(row) for row in rows) + "\n"


def ids(*sources):
    return [article.id for article in read_articles(sources)]


def test_files_and_folders_in_order(tmp_path):
    (tmp_path / "b.txt").write_text("Envoys met.")
    (tmp_path / "a.txt").write_text("They left.")
    (tmp_path / "c.jsonl").write_text(jsonl(ROWS))
    (tmp_path / "notes.md").write_text("Not an article.")
    assert ids(tmp_path) == ["a", "b", "a1", "a2", "a3"]
    assert ids(str(tmp_path / "b.txt"), tmp_path / "a.txt") == ["b", "a"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_rows(tmp_path, suffix):
    path = tmp_path / f"rows{suffix}"
    frame = pd.DataFrame(ROWS)
    if suffix == ".jsonl":
        path.write_text("\ufeff" + jsonl(ROWS), encoding="utf-8")
    elif suffix == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_parquet(path)
    first, second, third = read_articles([path])
    assert (first.id, first.text, first.title, first.outlet, first.date) == (
        "a1",
        "Envoys met.",
        "Talks",
        "Ledger",
        "2031-05-03",
    )
    assert (second.text, second.blocks, second.title) == ("", (), None)
    assert third.text == "They left."


def test_rows_without_an_id_get_that_of_their_text(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl([{"text": "Envoys met."}]))
    (article,) = read_articles([path])
    assert len(article.id) == 16


def test_a_row_whose_text_is_empty_is_an_empty_article(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl([{"text": None, "id": "a1"}]))
    assert [(article.id, article.text) for article in read_articles([path])] == [("a1", "")]


def test_jsonl_is_streamed(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl(ROWS[:1]) + "not JSON\n")
    assert [article.id for article in islice(read_articles([path]), 1)] == ["a1"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b"not JSON", r"rows\.jsonl:2: found no JSON", id="not JSON"),
        pytest.param(b"[1]", r"rows\.jsonl:2: found a JSON list", id="not an object"),
        pytest.param(
            b'{"txt": "x"}',
            r"rows\.jsonl:2: the row has no 'text'; did you mean 'txt'",
            id="no text",
        ),
        pytest.param(b'{"text": 5}', r"rows\.jsonl:2: 'text' is 5", id="text is a number"),
        pytest.param(
            b'{"text": "\xe9"}', r"rows\.jsonl:2: byte 10 of the line \(0xe9\)", id="not UTF-8"
        ),
    ],
)
def test_a_bad_line_is_told_with_its_place(tmp_path, line, message):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "Envoys met."}\n\n'[:24] + line + b"\n")
    with pytest.raises((ArticleError, TableError), match=message):
        list(read_articles([path]))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gone.txt", None, "no such file", id="missing text"),
        pytest.param("gone.jsonl", None, "no such file", id="missing rows"),
        pytest.param("gone", None, "no such file", id="missing folder"),
        pytest.param("empty.jsonl", b"", "found no rows", id="empty rows"),
        pytest.param("talks.pdf", b"%PDF", "found a '.pdf' file", id="unknown kind"),
        pytest.param(
            "rows.csv",
            b"txt\nx\n",
            r"rows\.csv:2: the row has no 'text'; did you mean 'txt'",
            id="no column",
        ),
        pytest.param("rows.csv", b"", "found no rows", id="empty CSV"),
        pytest.param("rows.csv", b"text\n\xe9\n", r"rows\.csv:2: byte 0 of", id="CSV not UTF-8"),
        pytest.param("rows.parquet", b"text", "found no Parquet", id="not Parquet"),
    ],
)
def test_a_bad_source_is_told(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises((ArticleError, TableError), match=message):
        list(read_articles([path]))


def test_a_folder_without_articles_is_told(tmp_path):
    with pytest.raises(ArticleError, match="found no articles"):
        list(read_articles([tmp_path]))


def test_standard_input_is_a_text(stdin):
    stdin("\n\nEnvoys met — late.\n".encode())
    (article,) = read_articles(["-"])
    assert article.text == "\n\nEnvoys met — late.\n"


def test_standard_input_may_be_rows(stdin):
    stdin(jsonl(ROWS).encode())
    assert ids("-") == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b" \n", "standard input: found nothing", id="empty"),
        pytest.param(b"Seaha\xe9ven", "standard input: byte 5", id="not UTF-8"),
        pytest.param(b'{"text": "a"}\nx\n', "standard input:2: found no JSON", id="bad row"),
        pytest.param(
            b'\n\n{"text": "a"}\nx\n', "standard input:4: found no JSON", id="bad row below blanks"
        ),
    ],
)
def test_bad_standard_input_is_told(stdin, content, message):
    stdin(content)
    with pytest.raises((ArticleError, TableError), match=message):
        list(read_articles(["-"]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ud800 said no", id="lone surrogate"),
        pytest.param("a\x00b", id="NUL"),
        pytest.param("word " * 200_000, id="one long line"),
    ],
)
def test_odd_rows_are_read(tmp_path, text):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl([{"text": text}]))
    (article,) = read_articles([path])
    assert article.text == text
