import hashlib
import json
import subprocess
import sys

import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.corpus import load_corpus
from stancekit.errors import CorpusError

ROWS = [
    {"id": "a", "text": "Sail now.", "posture": "pragmatic", "outlook": None, "article_id": "x"},
    {"id": "b", "text": "Close the port.", "posture": "hawkish", "outlook": "pessimistic"},
]


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def problems_of(path, **options):
    with pytest.raises(CorpusError) as caught:
        load_corpus(path, **options)
    return caught.value.problems


def test_a_jsonl_file(tmp_path, codebook):
    path = write_jsonl(tmp_path / "rows.jsonl", ROWS)

    corpus = load_corpus(path, codebook=codebook)

    assert corpus.ids == ["a", "b"]
    assert corpus.labels("posture") == ["pragmatic", "hawkish"]
    assert corpus.labels("outlook") == [None, "pessimistic"]
    assert corpus.passages.features["posture"].names == ["pragmatic", "hawkish", "none"]
    assert corpus.group_column == "article_id"
    assert corpus.codebook == codebook
    assert corpus.source == str(path)
    assert corpus.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert corpus.annotations is None


def test_jsonl_csv_and_parquet_give_the_same_corpus(tmp_path, codebook):
    frame = pd.DataFrame(ROWS)
    frame.to_csv(tmp_path / "rows.csv", index=False)
    frame.to_parquet(tmp_path / "rows.parquet")
    write_jsonl(tmp_path / "rows.jsonl", ROWS)

    frames = [
        load_corpus(tmp_path / f"rows.{suffix}", codebook=codebook).frame()
        for suffix in ("jsonl", "csv", "parquet")
    ]

    pd.testing.assert_frame_equal(frames[0], frames[1])
    pd.testing.assert_frame_equal(frames[0], frames[2])


def test_parquet_with_categories_and_dates(tmp_path, codebook):
    frame = pd.DataFrame(ROWS).astype({"posture": "category", "outlook": "category"})
    frame["date"] = pd.to_datetime(["2026-03-01", None])
    frame.to_parquet(tmp_path / "rows.parquet")

    corpus = load_corpus(tmp_path / "rows.parquet", codebook=codebook)

    assert corpus.labels("posture") == ["pragmatic", "hawkish"]
    assert corpus.frame()["date"].tolist() == ["2026-03-01T00:00:00", None]


def test_a_folder_brings_its_codebook_and_annotations(tmp_path, codebook):
    write_jsonl(tmp_path / "passages.jsonl", ROWS)
    (tmp_path / "codebook.yaml").write_text(codebook.to_yaml(), encoding="utf-8")
    (tmp_path / "annotations.csv").write_text("id,annotator,axis,label\na,Ann,posture,none\n")

    corpus = load_corpus(tmp_path)

    assert corpus.codebook == codebook
    assert corpus.annotations.to_dict("records") == [
        {"id": "a", "annotator": "Ann", "axis": "posture", "label": "none"}
    ]


def test_a_given_codebook_goes_before_the_folders(tmp_path, codebook):
    write_jsonl(tmp_path / "passages.jsonl", ROWS)
    (tmp_path / "codebook.yaml").write_text("not a codebook")

    assert load_corpus(tmp_path, codebook=codebook).codebook == codebook


def test_problems_of_passages_and_annotations_come_at_once(tmp_path, codebook):
    write_jsonl(tmp_path / "passages.jsonl", [{**ROWS[0], "posture": "hawk"}])
    (tmp_path / "annotations.csv").write_text("id,annotator,axis,label\nq,Ann,posture,none\n")

    problems = problems_of(tmp_path, codebook=codebook)

    assert [(problem.column, problem.line) for problem in problems] == [("posture", 1), ("id", 2)]


def test_without_a_codebook_labels_are_sorted(tmp_path):
    rows = [{"text": "One.", "label": "for"}, {"text": "Two.", "label": "against"}]

    corpus = load_corpus(write_jsonl(tmp_path / "rows.jsonl", rows), axes={"stance": "label"})

    assert corpus.codebook == Codebook.from_labels({"stance": ["against", "for"]}, name="rows")
    assert corpus.labels("stance") == ["for", "against"]


def test_whole_numbers_serve_as_labels(tmp_path):
    rows = [{"text": "One.", "label": 2}, {"text": "Two.", "label": 0}, {"text": "Three."}]

    corpus = load_corpus(write_jsonl(tmp_path / "rows.jsonl", rows), axes={"stance": "label"})

    assert corpus.labels("stance") == ["2", "0", None]


def test_only_the_axes_of_the_file_are_kept_of_the_codebook(tmp_path, codebook):
    rows = [{"text": "One.", "outlook": "optimistic"}]

    corpus = load_corpus(write_jsonl(tmp_path / "rows.jsonl", rows), codebook=codebook)

    assert corpus.axes == ("outlook",)


def test_ids_are_made_of_digest_and_line_where_the_file_has_none(tmp_path, codebook):
    path = tmp_path / "rows.csv"
    path.write_text('text,posture\n"One\nmore.",none\nTwo.,none\n')

    corpus = load_corpus(path, codebook=codebook)

    assert corpus.ids == [f"{corpus.digest[:12]}:2", f"{corpus.digest[:12]}:4"]


def test_one_label_only_needs_a_codebook(tmp_path, codebook):
    path = write_jsonl(tmp_path / "rows.jsonl", [{"text": "One.", "posture": "none"}])

    with pytest.raises(
        CorpusError, match="only the label 'none' in column 'posture', expected two"
    ):
        load_corpus(path, axes={"posture": "posture"})
    assert load_corpus(path, codebook=codebook).labels("posture") == ["none"]


def test_an_axis_without_labels_needs_a_codebook(tmp_path):
    path = write_jsonl(tmp_path / "rows.jsonl", [{"text": "One.", "posture": None}])

    with pytest.raises(CorpusError, match="found no label in column 'posture'"):
        load_corpus(path, axes={"posture": "posture"})


def test_every_bad_row_is_reported_at_once(tmp_path, codebook):
    path = tmp_path / "rows.jsonl"
    lines = [
        '{"id": "a", "text": "Fine.", "posture": "none"}',
        '{"id": "b", "text": ""}',
        '{"id": "c", "text": null}',
        '{"id": "d"}',
        '{"id": "e", "text": 5}',
        '{"id": "f", "text": "Cut.',
        '{"id": "g", "text": "Fine.", "posture": "pragmatik"}',
        '{"id": "a", "text": "Fine."}',
        '{"id": "h", "text": "Fine.", "posture": -1}',
        '{"id": "i", "text": "Half \\ud83d a pair"}',
        '{"id": "j", "text": "caf\xe9"}',
    ]
    path.write_bytes("\n".join(lines).encode("latin-1"))

    problems = problems_of(path, codebook=codebook)

    assert sorted((problem.line, problem.column) for problem in problems if problem.column) == [
        (2, "text"),
        (3, "text"),
        (4, "text"),
        (5, "text"),
        (7, "posture"),
        (8, "id"),
        (9, "posture"),
        (10, "text"),
    ]
    assert {problem.line for problem in problems if problem.column is None} == {6, 11}
    assert {problem.file for problem in problems} == {str(path)}
    assert len(problems) == 10


def test_problems_name_the_files_own_column(tmp_path, codebook):
    path = write_jsonl(tmp_path / "rows.jsonl", [{"sentence": " ", "label": "hawk"}])

    problems = problems_of(
        path, codebook=codebook, columns={"text": "sentence"}, axes={"posture": "label"}
    )

    assert {problem.column for problem in problems} == {"sentence", "label"}


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.parquet"])
def test_an_empty_file(tmp_path, codebook, name):
    (tmp_path / name).write_bytes(b"")

    (problem,) = problems_of(tmp_path / name, codebook=codebook)

    assert problem.found == "an empty file"


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "before\x00after", "\u200b", "𝄞 “é”\r\n\tend"],
    ids=["a million characters", "nul", "zero width", "mixed"],
)
def test_texts_are_kept_to_the_letter(tmp_path, codebook, suffix, text):
    path = tmp_path / f"rows.{suffix}"
    frame = pd.DataFrame({"text": [text], "posture": ["none"]})
    if suffix == "jsonl":
        write_jsonl(path, frame.to_dict("records"))
    elif suffix == "csv":
        path.write_bytes(f'text,posture\r\n"{text}",none\r\n'.encode())
    else:
        frame.to_parquet(path)

    corpus = load_corpus(path, codebook=codebook)

    assert corpus.texts == [text]
    assert corpus.frame()["text"].tolist() == [text]


def test_unknown_columns_are_kept_whatever_they_hold(tmp_path, codebook):
    rows = [
        {"text": "One.", "posture": "none", "year": 2020, "spans": [[1, 2, "it"]], "odd": 1},
        {"text": "Two.", "posture": "none", "year": 2021, "spans": [], "odd": "one"},
    ]

    frame = load_corpus(write_jsonl(tmp_path / "rows.jsonl", rows), codebook=codebook).frame()

    assert frame["year"].tolist() == [2020, 2021]
    assert [json.loads(value) for value in frame["spans"]] == [[[1, 2, "it"]], []]
    assert [json.loads(value) for value in frame["odd"]] == [1, "one"]


def test_the_same_call_twice_gives_the_same_result(tmp_path, codebook):
    path = write_jsonl(tmp_path / "rows.jsonl", ROWS)

    first, second = (load_corpus(path, codebook=codebook) for _ in range(2))

    pd.testing.assert_frame_equal(first.frame(), second.frame())
    assert first.passages.features == second.passages.features
    assert first.digest == second.digest


def test_a_local_file_leaves_no_trace_and_draws_no_bar(tmp_path, codebook):
    path = write_jsonl(tmp_path / "rows.jsonl", ROWS)
    home = tmp_path / "home"
    home.mkdir()
    program = (
        "import sys, stancekit.corpus\n"
        "assert 'datasets' not in sys.modules\n"
        f"corpus = stancekit.corpus.load_corpus({str(path)!r}, axes={{'posture': 'posture'}})\n"
        "corpus.frame(); corpus.select([0]).texts\n"
    )
    environment = {"HOME": str(home), "HF_HOME": str(home / "hub"), "PATH": ""}

    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("rows.jsnl", "rows.jsnl: no such file or folder; did you mean 'rows.jsonl'"),
        ("nowhere/rows.jsonl", "the folder '.*nowhere' is not here either"),
    ],
    ids=["typo", "no folder"],
)
def test_a_missing_file_names_the_nearest(tmp_path, source, message):
    write_jsonl(tmp_path / "rows.jsonl", ROWS)

    with pytest.raises(CorpusError, match=message):
        load_corpus(str(tmp_path / source))


def test_a_relative_path_into_a_known_folder_is_no_hub_id(tmp_path, monkeypatch):
    (tmp_path / "data" / "ferries").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CorpusError, match="data/ferrys: no such file or folder; did you mean"):
        load_corpus("data/ferrys")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "found no passages file in the folder, expected one of passages.jsonl"),
        (["passages.csv", "passages.jsonl"], "found passages.csv, passages.jsonl, expected one"),
        (["passage.csv"], "did you mean 'passage.csv'"),
    ],
    ids=["none", "two", "typo"],
)
def test_a_folder_needs_one_passages_file(tmp_path, names, message):
    for name in names:
        (tmp_path / name).write_text("text,posture\nOne.,none\n")

    with pytest.raises(CorpusError, match=message):
        load_corpus(tmp_path)
