import io
import json
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from stancekit.errors import TableError
from stancekit.tables import json_rows, stream_rows

ROWS = [{"text": "Envoys met, late.", "outlet": "The Ferrow"}, {"text": "", "outlet": None}]


def write(path, content):
    path.write_bytes(content)
    return path


@pytest.fixture
def stdin(monkeypatch):
    def piped(content):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return piped


def test_jsonl_is_streamed_with_its_lines(tmp_path):
    path = write(tmp_path / "rows.jsonl", b'\xef\xbb\xbf{"text": "a"}\n\n{"text": "b"}\nno JSON\n')
    assert list(islice(stream_rows(path), 2)) == [
        (f"{path}:1", {"text": "a"}),
        (f"{path}:3", {"text": "b"}),
    ]


def test_csv_gives_words_and_none_for_empty_cells(tmp_path):
    content = b'\xef\xbb\xbftext,outlet\r\n"Envoys met,\nlate.",The Ferrow\r\n,\r\n'
    path = write(tmp_path / "rows.csv", content)
    assert list(stream_rows(path)) == [
        (f"{path}:3", {"text": "Envoys met,\nlate.", "outlet": "The Ferrow"}),
        (f"{path}:4", {"text": None, "outlet": None}),
    ]


def test_a_long_csv_cell_is_read(tmp_path):
    path = write(tmp_path / "rows.csv", b"text\n" + b"word " * 100_000 + b"\n")
    ((_, row),) = stream_rows(path)
    assert len(row["text"]) == 500_000


def test_parquet_gives_its_rows(tmp_path):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    assert list(stream_rows(path)) == [(f"{path}, row 1", ROWS[0]), (f"{path}, row 2", ROWS[1])]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        pytest.param(("text", "date"), {"text": "Envoys met, late."}, id="some"),
        pytest.param(("date",), ROWS[0], id="none of them: all, so that an error can list them"),
    ],
)
def test_of_parquet_only_wanted_columns_are_read(tmp_path, columns, expected):
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS[:1]), path)
    assert [row for _, row in stream_rows(path, columns=columns)] == [expected]


def test_standard_input_is_jsonl(stdin):
    stdin(b'{"text": "a"}\n')
    assert list(stream_rows("-")) == [("standard input:1", {"text": "a"})]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gone.jsonl", None, "no such file", id="missing"),
        pytest.param("rows.txt", b"x", r"found a '\.txt' file", id="unknown kind"),
        pytest.param("rows.jsonl", b" \n", "found no rows", id="empty JSONL"),
        pytest.param("rows.csv", b"text\n", "found no rows", id="empty CSV"),
        pytest.param("rows.jsonl", b"{}\n[1]\n", ":2: found a JSON list", id="no object"),
        pytest.param("rows.jsonl", b"{}\n{\n", ":2: found no JSON", id="broken JSON"),
        pytest.param("rows.jsonl", b"[" * 100_000, ":1: found no JSON", id="too deep"),
        pytest.param("rows.jsonl", b'{}\n{"a": "\xe9"}', r":2: byte 7 .*0xe9", id="no UTF-8"),
        pytest.param("rows.csv", b"a\nx\n\xe9\n", r":3: byte 0 .*0xe9", id="CSV no UTF-8"),
        pytest.param("rows.csv", b"a\nx,y\n", ":2: found more fields than the 1", id="comma"),
        pytest.param("rows.csv", b'a\n"x', r":\d: found no CSV", id="open quotation"),
        pytest.param("rows.parquet", b"PAR1", "found no Parquet", id="no Parquet"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        write(path, content)
    with pytest.raises(TableError, match=message):
        list(stream_rows(path))


def test_lines_from_anywhere_are_named(tmp_path):
    lines = [json.dumps(ROWS[0]).encode(), b"[]"]
    with pytest.raises(TableError, match="the queue:2: found a JSON list"):
        list(json_rows(lines, "the queue"))
