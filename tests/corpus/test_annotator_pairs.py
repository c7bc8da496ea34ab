import pytest

from stancekit.corpus.annotator_pairs import pair_agreements
from stancekit.corpus.axis_annotations import annotations_by_axis


def pairs_of(corpus):
    found = pair_agreements(annotations_by_axis(corpus)["outlook"])
    return {pair.annotators: pair for pair in found}


def test_a_pair_by_hand(annotated):
    # the binary example of Krippendorff (2011): alpha .095. 6 of 10 equal; Ann says + 8 times,
    # Bo 6 times: by chance .8 * .6 + .2 * .4 = .56, kappa (.6 - .56) / .44
    pairs = pairs_of(annotated({"Ann": "+-++++++-+", "Bo": "---++-++++"}))

    pair = pairs["Ann", "Bo"]
    assert pair.n == 10
    assert pair.agreement == pytest.approx(0.6)
    assert pair.kappa == pytest.approx(0.04 / 0.44)
    assert round(pair.alpha, 3) == 0.095
    assert pair.to_dict()["annotators"] == ["Ann", "Bo"]


def test_only_common_passages_count(annotated):
    pairs = pairs_of(annotated({"Ann": "+-+ ", "Bo": " -- ", "Cy": "   n"}))

    assert list(pairs) == [("Ann", "Bo"), ("Ann", "Cy"), ("Bo", "Cy")]
    assert (pairs["Ann", "Bo"].n, pairs["Ann", "Bo"].agreement) == (2, 0.5)
    none = pairs["Ann", "Cy"]
    assert (none.n, none.agreement, none.kappa, none.alpha) == (0, None, None, None)


def test_one_label_only_leaves_kappa_and_alpha_undefined(annotated):
    pair = pairs_of(annotated({"Ann": "nnn", "Bo": "nnn"}))["Ann", "Bo"]

    assert (pair.agreement, pair.kappa, pair.alpha) == (1.0, None, None)


def test_a_single_annotator_has_no_pair(annotated):
    assert pairs_of(annotated({"Ann": "+-n"})) == {}
