import numpy as np
import pytest

from stancekit.corpus import aggregate
from stancekit.errors import CodebookError, CorpusError

HEADER = "id,axis,label,reason,status\n"
# p0 unanimous, p1 two of three, p2 and p3 a tie, p4 one label, p5 none.
LABELS = {"Ann": "++++n ", "Bo": "++--  ", "Cy": "+-0   "}
ADJUDICATIONS = (
    HEADER
    + "p1,outlook,pessimistic,A forecast.,\n"
    + "p2,outlook,mixed,Both readings hold.,unclear\n"
    + "p5,outlook,none,A list of ships.,\n"
)
NAN = np.full(4, np.nan)


def outlook_of(corpus, method):
    return aggregate(corpus, method).axes["outlook"]


def test_the_majority_and_its_ties(annotated):
    found = outlook_of(annotated(LABELS, adjudications=ADJUDICATIONS), "majority")

    assert found.label_names == ("optimistic", "pessimistic", "mixed", "none")
    assert found.labels == ["optimistic", "optimistic", None, None, "none", None]
    assert found.ties == ("p2", "p3")
    expected = [[1, 0, 0, 0], [1, 0, 0, 0], [1 / 3] * 3 + [0], [0.5, 0.5, 0, 0], [0, 0, 0, 1], NAN]
    np.testing.assert_allclose(found.probabilities, expected)
    assert found.reliability == {}


def test_adjudications_come_first(annotated):
    found = outlook_of(annotated(LABELS, adjudications=ADJUDICATIONS), "adjudicated")

    assert found.labels == ["optimistic", "pessimistic", "mixed", None, "none", "none"]
    assert found.ties == ("p3",)
    np.testing.assert_allclose(found.probabilities[1], [0, 1, 0, 0])
    np.testing.assert_allclose(found.probabilities[3], [0.5, 0.5, 0, 0])


def test_adjudicated_asks_for_more_than_half(annotated):
    # two of five is the most frequent, but no strict majority
    labels = {"Ann": "+", "Bo": "+", "Cy": "-", "Di": "0", "Ed": "n"}

    assert outlook_of(annotated(labels), "majority").labels == ["optimistic"]
    assert outlook_of(annotated(labels), "adjudicated").labels == [None]
    assert outlook_of(annotated(labels), "adjudicated").ties == ("p0",)


def test_soft_keeps_shares_where_the_text_is_unclear(annotated):
    found = outlook_of(annotated(LABELS, adjudications=ADJUDICATIONS), "soft")

    expected = [
        [1, 0, 0, 0],
        [0, 1, 0, 0],  # resolved: counts alone
        [1 / 3, 1 / 3, 1 / 3, 0],  # unclear
        [0.5, 0.5, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
    ]
    np.testing.assert_allclose(found.probabilities, expected)
    assert found.labels == ["optimistic", "pessimistic", None, None, "none", "none"]
    assert found.ties == ("p2", "p3")


def test_soft_without_adjudications_is_the_shares(annotated):
    found = outlook_of(annotated(LABELS), "soft")

    np.testing.assert_allclose(found.probabilities[1], [2 / 3, 1 / 3, 0, 0])
    assert found.labels[1] == "optimistic"
    assert np.isnan(found.probabilities[5]).all()


def test_dawid_skene_believes_those_who_agree_with_each_other(annotated):
    # Cy and Di say + to anything; Ann, Bo and Ed agree on all but p0
    told = "+-0n" * 10
    labels = {"Ann": told, "Bo": told, "Ed": "-" + told[1:], "Cy": "+" * 40, "Di": "+" * 40}
    found = outlook_of(annotated(labels), "dawid_skene")

    words = {"+": "optimistic", "-": "pessimistic", "0": "mixed", "n": "none"}
    assert found.labels == [words[letter] for letter in told]
    assert found.probabilities.sum(axis=1) == pytest.approx(np.ones(40))
    assert (found.ties, found.note) == ((), None)
    assert list(found.reliability) == ["Ann", "Bo", "Cy", "Di", "Ed"]
    assert found.reliability["Ann"].accuracy > 0.95
    # a quarter of all is +
    assert found.reliability["Cy"].accuracy == pytest.approx(0.25, abs=0.01)
    assert found.reliability["Cy"].n == 40
    assert found.reliability["Cy"].confusion[1, 0] > 0.95


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("dawid_skene", r"axis 'outlook': Dawid-Skene found 2 annotators \(Ann, Bo\)"),
        ("mayority", "method='mayority'; did you mean 'majority'"),
    ],
    ids=["two annotators", "unknown method"],
)
def test_what_cannot_be_aggregated(annotated, method, told):
    with pytest.raises(CorpusError, match=told):
        aggregate(annotated({"Ann": "+-", "Bo": "+-"}), method)


def test_one_annotator_only(annotated):
    found = outlook_of(annotated({"Ann": "+- "}), "adjudicated")

    assert found.labels == ["optimistic", "pessimistic", None]
    assert found.ties == ()


def test_a_corpus_without_annotations_cannot_be_aggregated(make_corpus):
    corpus = make_corpus([{"id": "a", "text": "One.", "posture": "none"}])

    with pytest.raises(CorpusError, match="has no annotations"):
        aggregate(corpus, "majority")


def test_chosen_axes_only(annotated):
    corpus = annotated({"Ann": "+-"})

    assert list(aggregate(corpus, "majority", axes=["outlook"]).axes) == ["outlook"]
    with pytest.raises(CodebookError, match="did you mean 'outlook'"):
        aggregate(corpus, "majority", axes=["outlok"])
