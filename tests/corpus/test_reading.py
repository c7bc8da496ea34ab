import csv
import hashlib
import io
import json

import pandas as pd
import pytest
from datasets import ClassLabel, Dataset, Features, Value
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.corpus.reading import read_table
from stancekit.errors import CorpusError


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return read_table(path)


def test_jsonl_gives_columns_lines_and_the_digest_of_the_bytes(tmp_path):
    content = b'{"text": "One."}\n\n{"text": "Two.", "year": 2020}\n'

    table = read(tmp_path, "a.jsonl", content)

    assert table.columns == {"text": ["One.", "Two."], "year": [None, 2020]}
    assert table.lines == [1, 3]
    assert table.digest == hashlib.sha256(content).hexdigest()
    assert table.problems == []


def test_jsonl_with_crlf_reads_as_with_lf(tmp_path):
    rows = ['{"text": "One."}', '{"text": "Two."}']

    crlf = read(tmp_path, "a.jsonl", "\r\n".join(rows).encode())
    lf = read(tmp_path, "b.jsonl", "\n".join(rows).encode())

    assert (crlf.columns, crlf.lines) == (lf.columns, lf.lines)


def test_jsonl_is_not_cut_at_unicode_line_separators(tmp_path):
    text = "One.\u2028Two.\x85Three."

    table = read(tmp_path, "a.jsonl", json.dumps({"text": text}, ensure_ascii=False).encode())

    assert table.columns["text"] == [text]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('{"text": "One."', "bad JSON at character 16"),
        ("[1, 2]", "the JSON value [1, 2]"),
        ('"text"', "the JSON value 'text'"),
        ("null", "the JSON value None"),
        ('{"text": "One.", "text": "Two."}', "the key 'text' stands there twice"),
        ("[" * 100_000, "bad JSON|cannot be read"),
    ],
    ids=["cut", "list", "string", "null", "repeated key", "nested without end"],
)
def test_each_bad_jsonl_line_is_a_problem_and_the_others_are_read(tmp_path, line, found):
    content = f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n'.encode()

    table = read(tmp_path, "a.jsonl", content)

    assert table.columns["text"] == ["One.", "Two."]
    (problem,) = table.problems
    assert problem.line == 2
    assert any(part in problem.found for part in found.split("|"))


def test_csv_with_byte_order_mark_quotes_and_line_breaks_in_fields(tmp_path):
    content = '\ufeffid,text\r\na,"One, ""two"".\nThree."\r\nb,Four.\r\n'.encode()

    table = read(tmp_path, "a.csv", content)

    assert table.columns == {"id": ["a", "b"], "text": ['One, "two".\nThree.', "Four."]}
    assert table.lines == [2, 4]


def test_csv_empty_cells_are_missing_and_words_are_kept_as_they_stand(tmp_path):
    table = read(tmp_path, "a.csv", b"text,stance,year\nOne.,,007\nTwo.,NA,\n")

    assert table.columns["stance"] == [None, "NA"]
    assert table.columns["year"] == ["007", None]


def test_csv_rows_of_wrong_length_are_problems_with_their_first_line(tmp_path):
    content = b'id,text\na,"One\n."\nb,Two,far\nc\nd,Four.\n'

    table = read(tmp_path, "a.csv", content)

    assert table.columns["id"] == ["a", "d"]
    assert [(problem.line, problem.found) for problem in table.problems] == [
        (4, "3 fields"),
        (5, "1 field"),
    ]


def test_csv_with_a_quote_that_is_never_closed_is_a_problem(tmp_path):
    table = read(tmp_path, "a.csv", b'id,text\na,One.\nb,"Two.\nc,Three.\n')

    assert table.columns["id"] == ["a"]
    assert table.problems[0].line == 3
    assert "unexpected end of data" in table.problems[0].found


def test_csv_with_two_columns_of_one_name_is_a_problem(tmp_path):
    table = read(tmp_path, "a.csv", b"text,text\nOne.,Two.\n")

    assert "two columns of this name" in table.problems[0].found


def test_csv_columns_without_a_name_are_kept_by_their_place(tmp_path):
    table = read(tmp_path, "a.csv", b",text\n0,One.\n")

    assert table.columns == {"column_1": ["0"], "text": ["One."]}


def test_csv_field_limit_is_as_it_was_afterwards(tmp_path):
    before = csv.field_size_limit()

    table = read(tmp_path, "a.csv", b"text\n" + b"x" * 1_000_000 + b"\n")

    assert len(table.columns["text"][0]) == 1_000_000
    assert csv.field_size_limit() == before


def test_parquet_with_categorical_columns_gives_their_words(tmp_path):
    frame = pd.DataFrame(
        {"text": ["One.", "Two."], "stance": pd.Categorical(["for", None], categories=["for"])}
    )
    frame.to_parquet(tmp_path / "a.parquet")

    table = read_table(tmp_path / "a.parquet")

    assert table.columns["stance"] == ["for", None]
    assert table.lines == [1, 2]


def test_parquet_written_by_datasets_gives_label_names(tmp_path):
    features = Features({"text": Value("string"), "stance": ClassLabel(names=["for", "against"])})
    rows = {"text": ["One.", "Two.", "Three."], "stance": [1, None, -1]}
    Dataset.from_dict(rows, features=features).to_parquet(str(tmp_path / "a.parquet"))

    table = read_table(tmp_path / "a.parquet")

    assert table.columns["stance"] == ["against", None, -1]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.jsonl", b"", "an empty file"),
        ("a.csv", b"", "an empty file"),
        ("a.parquet", b"", "an empty file"),
        ("a.jsonl", b"\n \n", "an empty file"),
        ("a.csv", b"\xef\xbb\xbf", "no rows"),
        ("a.csv", b"id,text\n", "no rows"),
        ("a.parquet", b"PAR?", "no readable Parquet"),
    ],
    ids=["jsonl", "csv", "parquet", "blank lines", "mark only", "header only", "broken parquet"],
)
def test_a_file_without_rows_is_a_problem(tmp_path, name, content, found):
    (problem,) = read(tmp_path, name, content).problems

    assert found in problem.found


def test_an_unknown_type_names_the_known_ones(tmp_path):
    with pytest.raises(CorpusError, match=r"'.xlsx', expected one of .jsonl, .ndjson, .csv"):
        read(tmp_path, "a.xlsx", b"")


def test_a_file_that_cannot_be_opened_says_why(tmp_path):
    with pytest.raises(CorpusError, match="cannot be read: No such file"):
        read_table(tmp_path / "a.csv")


_texts = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1)


@settings(deadline=None)
@given(_texts)
def test_what_the_csv_writer_wrote_is_read_back(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerows([["text"], *([text] for text in texts)])
    path.write_bytes(buffer.getvalue().encode())

    table = read_table(path)

    assert table.problems == []
    assert table.columns["text"] == texts


@settings(deadline=None)
@given(_texts, st.booleans())
def test_what_json_wrote_is_read_back(tmp_path_factory, texts, ascii_only):
    path = tmp_path_factory.mktemp("jsonl") / "a.jsonl"
    lines = [json.dumps({"text": text}, ensure_ascii=ascii_only) for text in texts]
    path.write_bytes("\n".join(lines).encode())

    assert read_table(path).columns["text"] == texts
