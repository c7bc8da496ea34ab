import pandas as pd
import pytest

from stancekit.corpus.annotations import read_annotations
from stancekit.corpus.exchange import annotations_text, merge_annotations
from stancekit.errors import CorpusError

COLUMNS = ["id", "annotator", "axis", "label"]


def frame(*rows, columns=COLUMNS):
    return pd.DataFrame(rows, columns=columns, dtype=object)


OLD = frame(("a1", "Ann", "posture", "firm"), ("b2", "Ann", "posture", "yielding"))


def test_new_labels_stand_behind_the_old_ones():
    given = frame(("b2", "Ann", "posture", "yielding"), ("a1", "Bo", "posture", "yielding"))
    merged = merge_annotations(OLD, given)
    assert merged.annotations.values.tolist() == [
        *OLD.values.tolist(),
        ["a1", "Bo", "posture", "yielding"],
    ]
    assert (len(merged.added), merged.n_known) == (1, 1)


def test_without_old_labels_all_are_new():
    merged = merge_annotations(None, OLD)
    assert (len(merged.annotations), len(merged.added), merged.n_known) == (2, 2, 0)


def test_every_label_that_would_change_is_told():
    given = frame(
        ("a1", "Ann", "posture", "yielding"),
        ("b2", "Ann", "posture", "firm"),
        ("b2", "Bo", "posture", "firm"),
    )
    with pytest.raises(CorpusError, match="2 labels would change; nothing was merged") as caught:
        merge_annotations(OLD, given, file="annotations.csv")
    assert str(caught.value.problems[0]) == (
        "annotations.csv, column 'posture': found 'yielding' from 'Ann' on passage 'a1', expected "
        "'firm', the label that the file has already"
    )


def test_columns_of_ones_own_are_kept():
    old = frame(("a1", "Ann", "posture", "firm", "2024"), columns=[*COLUMNS, "when"])
    merged = merge_annotations(old, frame(("b2", "Bo", "posture", "firm")))
    assert annotations_text(merged.annotations) == (
        "id,annotator,axis,label,when\na1,Ann,posture,firm,2024\nb2,Bo,posture,firm,\n"
    )


def test_the_text_reads_back_the_same(tmp_path, book):
    given = frame(("a\r1", 'Bo, "B"', "outlook", "none"), ("=b", "Zoë\n", "posture", "firm"))
    path = tmp_path / "annotations.csv"
    path.write_text(annotations_text(given), encoding="utf-8", newline="")
    back, problems = read_annotations(path, ids=["a\r1", "=b"], codebook=book)
    assert problems == []
    assert back.values.tolist() == given.values.tolist()
