from dataclasses import replace

import pandas as pd
import pytest

from stancekit.corpus.axis_annotations import annotations_by_axis
from stancekit.errors import CorpusError


def test_labels_as_numbers(annotated):
    found = annotations_by_axis(annotated({"Bo": "+-n", "Ann": "+ 0"}))["outlook"]

    assert found.annotators == ("Ann", "Bo")
    assert found.counts().tolist() == [[2, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 1]]


def test_an_axis_without_annotations(annotated):
    found = annotations_by_axis(annotated({"Ann": "+ "}).select([1]))["outlook"]

    assert found.annotators == ()
    assert found.counts().sum() == 0


def test_a_corpus_without_annotations_says_what_to_do(make_corpus):
    corpus = make_corpus([{"id": "a", "text": "One.", "posture": "none"}])

    with pytest.raises(CorpusError, match=r"has no annotations; put annotations\.csv"):
        annotations_by_axis(corpus)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("p9", "Ann", "outlook", "mixed"), "column id: found 'p9' .*the id of a passage"),
        (("p1", "Ann", "outlook", "gloomy"), "column label: found 'gloomy' .*'pessimistic'"),
        (("p0", "Ann", "outlook", "none"), "1 second labels, the first by 'Ann' on passage 'p0'"),
    ],
    ids=["unknown id", "unknown label", "twice"],
)
def test_annotations_that_no_loader_has_checked(annotated, row, told):
    corpus = annotated({"Ann": "+ "})
    rows = pd.DataFrame([row], columns=["id", "annotator", "axis", "label"], dtype=object)
    spoilt = replace(corpus, annotations=pd.concat([corpus.annotations, rows]))

    with pytest.raises(CorpusError, match=told):
        annotations_by_axis(spoilt)


def test_a_repeated_passage_is_refused(annotated):
    corpus = annotated({"Ann": "+-"}).select([0, 0])

    with pytest.raises(CorpusError, match="found the id 'p0' twice"):
        annotations_by_axis(corpus)


def test_annotations_on_other_axes_are_left_out(annotated):
    corpus = annotated({"Ann": "+-"})
    rows = pd.DataFrame(
        [("p0", "Ann", "tone", "dry")], columns=["id", "annotator", "axis", "label"], dtype=object
    )
    more = replace(corpus, annotations=pd.concat([corpus.annotations, rows]))

    assert list(annotations_by_axis(more)) == ["outlook"]
    assert annotations_by_axis(more)["outlook"].counts().sum() == 2
