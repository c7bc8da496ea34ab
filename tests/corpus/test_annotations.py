import pytest

from stancekit.corpus.annotations import read_annotations

HEADER = "id,annotator,axis,label\n"


def read(tmp_path, codebook, content):
    path = tmp_path / "annotations.csv"
    path.write_text(content, encoding="utf-8")
    return read_annotations(path, ids={"a", "b"}, codebook=codebook)


def test_good_annotations(tmp_path, codebook):
    rows = "a,Ann,posture,none\na,Bo,posture,hawkish\na,Ann,outlook,optimistic\n"

    frame, problems = read(tmp_path, codebook, HEADER + rows)

    assert problems == []
    assert frame["label"].tolist() == ["none", "hawkish", "optimistic"]


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("z,Ann,posture,none", "id", "the id of a passage"),
        ("a,Ann,postur,none", "axis", "did you mean 'posture'?"),
        ("a,Ann,posture,hawkisch", "label", "did you mean 'hawkish'?"),
        ("a,Ann,posture,optimistic", "label", "a label of axis 'posture'"),
        ("a,Ann,posture,-1", "label", "a missing label is null"),
        ("a,Ann,posture,", "label", "a value in every column"),
        ("a,,posture,none", "annotator", "a value in every column"),
        ("b,Ann,posture,hawkish", "annotator", "one label an annotator on 'posture'"),
    ],
    ids=["id", "axis", "label", "other axis", "minus one", "no label", "no annotator", "twice"],
)
def test_a_row_at_fault(tmp_path, codebook, row, column, expected):
    _, problems = read(tmp_path, codebook, f"{HEADER}b,Ann,posture,none\n{row}\n")

    (problem,) = problems
    assert (problem.line, problem.column) == (3, column)
    assert expected in problem.expected


def test_missing_columns_are_named(tmp_path, codebook):
    _, problems = read(tmp_path, codebook, "id,coder,axis,label\na,Ann,posture,none\n")

    (problem,) = problems
    assert problem.column == "annotator"
    assert "found id, coder, axis, label" in problem.expected
