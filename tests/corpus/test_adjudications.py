import pytest

from stancekit.corpus import load_corpus
from stancekit.corpus.adjudications import read_adjudications
from stancekit.errors import CorpusError

HEADER = "id,axis,label,reason,status\n"


def read(tmp_path, codebook, content):
    path = tmp_path / "adjudications.csv"
    path.write_text(content, encoding="utf-8")
    return read_adjudications(path, ids={"a", "b"}, codebook=codebook)


def test_good_adjudications(tmp_path, codebook):
    rows = "a,posture,none,A wish.,\nb,posture,hawkish,Irony.,unclear\na,outlook,optimistic,Yes,\n"

    frame, problems = read(tmp_path, codebook, HEADER + rows)

    assert problems == []
    assert frame["status"].tolist() == ["resolved", "unclear", "resolved"]


def test_the_status_column_is_optional(tmp_path, codebook):
    frame, problems = read(tmp_path, codebook, "id,axis,label,reason\na,posture,none,A wish.\n")

    assert problems == []
    assert frame["status"].tolist() == ["resolved"]


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("z,posture,none,So.,", "id", "the id of a passage"),
        ("a,postur,none,So.,", "axis", "did you mean 'posture'?"),
        ("a,posture,hawkisch,So.,", "label", "did you mean 'hawkish'?"),
        ("a,posture,,So.,", "label", "a value in every column"),
        ("a,posture,none,,", "reason", "a value in every column"),
        ('a,posture,none,"  ",', "reason", "why the label was chosen"),
        ("a,posture,none,So.,unclaer", "status", "did you mean 'unclear'?"),
        ("b,posture,hawkish,So.,", "id", "one adjudication a passage on 'posture'"),
    ],
    ids=["id", "axis", "label", "no label", "no reason", "blank reason", "status", "twice"],
)
def test_a_row_at_fault(tmp_path, codebook, row, column, expected):
    _, problems = read(tmp_path, codebook, f"{HEADER}b,posture,none,So.,\n{row}\n")

    (problem,) = problems
    assert (problem.line, problem.column) == (3, column)
    assert expected in problem.expected


def test_missing_columns_are_named(tmp_path, codebook):
    _, problems = read(tmp_path, codebook, "id,axis,label\na,posture,none\n")

    (problem,) = problems
    assert problem.column == "reason"
    assert "found id, axis, label" in problem.expected


PASSAGES = "id,text,posture,outlook\na,One.,none,optimistic\nb,Two.,hawkish,pessimistic\n"


def test_a_corpus_loads_and_selects_its_adjudications(tmp_path, codebook):
    (tmp_path / "passages.csv").write_text(PASSAGES)
    rows = "a,posture,none,So.,\nb,posture,hawkish,So.,\n"
    (tmp_path / "adjudications.csv").write_text(HEADER + rows)

    corpus = load_corpus(tmp_path, codebook=codebook)

    assert corpus.annotations is None
    assert corpus.adjudications["id"].tolist() == ["a", "b"]
    assert corpus.select([1]).adjudications["id"].tolist() == ["b"]


def test_no_file_no_adjudications(tmp_path, codebook):
    (tmp_path / "passages.csv").write_text(PASSAGES)

    assert load_corpus(tmp_path, codebook=codebook).adjudications is None


def test_all_bad_rows_of_both_files_are_told_at_once(tmp_path, codebook):
    (tmp_path / "passages.csv").write_text(PASSAGES)
    (tmp_path / "annotations.csv").write_text(
        "id,annotator,axis,label\nz,Ann,posture,none\na,Ann,tone,dry\n"
        "a,Ann,posture,none\na,Ann,posture,hawkish\n"
    )
    (tmp_path / "adjudications.csv").write_text(HEADER + "a,posture,none,,\nz,tone,dry,So.,\n")

    with pytest.raises(CorpusError, match="6 problems; nothing was loaded") as caught:
        load_corpus(tmp_path, codebook=codebook)

    annotated, adjudicated = caught.value.problems[:3], caught.value.problems[3:]
    assert [(row.line, row.column) for row in annotated] == [
        (2, "id"),
        (3, "axis"),
        (5, "annotator"),
    ]
    assert [(row.line, row.column) for row in adjudicated] == [
        (2, "reason"),
        (3, "id"),
        (3, "axis"),
    ]
