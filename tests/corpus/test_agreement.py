import json

import numpy as np
import pytest

from stancekit.codebook import Codebook
from stancekit.corpus import Disagreement, load_corpus, measure_agreement

# Three annotators, twelve passages: 8 alike, two on which Cy differs, one single label, one gap.
THREE = {"Ann": "++--00nn+-n ", "Bo": "++--00nn+-  ", "Cy": "++--00nn-n  "}


def outlook_of(corpus, **options):
    return measure_agreement(corpus, **options)["outlook"]


def test_counts_and_disagreements(annotated):
    found = outlook_of(annotated(THREE))

    assert (found.n_items, found.n_groups, found.n_single) == (10, 10, 1)
    assert found.annotators == {"Ann": 11, "Bo": 10, "Cy": 10}
    assert found.disagreements == (
        Disagreement("p8", {"Ann": "optimistic", "Bo": "optimistic", "Cy": "pessimistic"}),
        Disagreement("p9", {"Ann": "pessimistic", "Bo": "pessimistic", "Cy": "none"}),
    )
    assert [pair.annotators for pair in found.pairwise] == [
        ("Ann", "Bo"),
        ("Ann", "Cy"),
        ("Bo", "Cy"),
    ]


def test_alphas_by_hand(annotated):
    # Of 30 labels + 8, - 9, 0 6, n 7. The two passages with 2:1 have 4 of 6 ordered pairs unequal,
    # each counting 1/2: observed 4; by chance 900 - (64 + 81 + 36 + 49) = 670 of 30 * 29.
    found = outlook_of(annotated(THREE))
    assert found.agreement.value == pytest.approx(26 / 30)
    assert found.alpha.value == pytest.approx(1 - 29 * 4 / 670)

    # gate: only p9 differs, 2 of 30; 7 absent, 23 expressed: 2 * 7 * 23 = 322
    assert found.alpha_gate.value == pytest.approx(1 - 29 * 2 / 322)

    # ordinal: n is missing, so p9 has two equal labels and p6, p7 none: 23 labels less none:
    # - 3 + 3 + 1 + 2 = 9, 0 6, + 3 + 3 + 2 = 8. Middles 4.5, 12, 19; p8: 4 ordered pairs of - and
    # + at 1/2, 14.5 squared each; by chance 2 * (54 * 7.5 ** 2 + 48 * 7 ** 2 + 72 * 14.5 ** 2)
    observed, by_chance = 2 * 14.5**2, 2 * (54 * 7.5**2 + 48 * 7**2 + 72 * 14.5**2)
    assert found.alpha_ordinal.value == pytest.approx(1 - 22 * observed / by_chance)


def test_agreement_on_each_label_by_hand(annotated):
    # p8 holds two + and one -: a + meets 2 * 1 / 2 = 1 + and 1 -; a - meets 1 +
    per_label = outlook_of(annotated(THREE)).per_label
    assert list(per_label) == ["optimistic", "pessimistic", "mixed", "none"]
    assert per_label["optimistic"].n == 8
    assert per_label["optimistic"].agreement.value == pytest.approx(7 / 8)
    # - : 6 in p2, p3; p8 1 of which 0 meet -; p9 two, which meet 1 - and 1 n
    assert per_label["pessimistic"].agreement.value == pytest.approx(7 / 9)
    assert per_label["mixed"].agreement.value == 1.0
    assert per_label["none"].agreement.value == pytest.approx(6 / 7)


def test_intervals_are_drawn_by_article(annotated):
    labels = {"Ann": "+-0n" * 12, "Bo": "+-0n" * 6 + "+-n0" * 6}
    alone = outlook_of(annotated(labels)).alpha
    together = outlook_of(annotated(labels, articles=[f"a{row // 4}" for row in range(48)])).alpha
    copied = outlook_of(
        annotated(
            {name: letters * 3 for name, letters in labels.items()},
            articles=[f"a{row % 48}" for row in range(144)],
        )
    ).alpha

    assert alone.low < alone.value < alone.high
    assert together.value == alone.value
    assert together.low != alone.low
    # labelling each passage of a group three times alike adds no certainty
    assert copied.high - copied.low == pytest.approx(alone.high - alone.low, abs=0.02)


def test_a_seed_gives_its_interval_and_no_other(annotated):
    corpus = annotated({"Ann": "+-0n" * 12, "Bo": "+-n0" * 12})
    first, again, other = (outlook_of(corpus, seed=seed).alpha for seed in (1, 1, 2))

    assert first == again
    assert first != other
    assert first.value == other.value


def test_ten_passages_of_few_articles_get_no_interval(annotated):
    corpus = annotated({"Ann": "+-+-+-+-nn", "Bo": "+-+-+--+nn"}, articles=list("aaaabbbbcc"))
    found = outlook_of(corpus)

    assert found.alpha.value is not None
    assert (found.alpha.low, found.alpha.note) == (None, "too few groups (3)")


def test_no_resamples_no_interval(annotated):
    assert outlook_of(annotated(THREE), resamples=0).alpha.note == "no interval asked for"


@pytest.mark.parametrize(
    ("labels", "note"),
    [
        pytest.param({"Ann": "+-n"}, "a single annotator (Ann)", id="one annotator"),
        pytest.param({"Ann": "+- ", "Bo": "  n"}, "no passage has two labels", id="no overlap"),
        pytest.param({"Ann": "nnn", "Bo": "nnn"}, "are alike", id="one label"),
    ],
)
def test_an_undefined_alpha_says_why(annotated, labels, note):
    found = outlook_of(annotated(labels))

    assert found.alpha.value is None
    assert note in found.alpha.note
    assert found.reading == "undefined"
    assert found.disagreements == ()


def test_an_axis_without_annotations(annotated):
    found = outlook_of(annotated({"Ann": "+  "}).select([1, 2]))

    assert found.alpha.note == "undefined: no annotations on this axis"
    assert (found.n_items, found.n_single, found.annotators) == (0, 0, {})


def test_all_alike_is_full_agreement_though_alpha_is_undefined(annotated):
    found = outlook_of(annotated({"Ann": "n" * 12, "Bo": "n" * 12}))

    assert found.agreement.value == 1.0
    assert found.per_label["none"].agreement.value == 1.0
    assert "never given to a passage labelled twice" in found.per_label["mixed"].agreement.note
    assert found.alpha_ordinal.note == "undefined: no passage has two labels with a position"


def test_labels_of_one_position_count_as_one(annotated, tmp_path):
    annotated({"Ann": "+-0n+-0n", "Bo": "+-n0+-0n"})
    axis = {
        "labels": {
            "optimistic": {"position": 1},
            "pessimistic": {"position": -1},
            "mixed": {"position": 0},
            "none": {"position": 0},
        }
    }
    codebook = Codebook.from_mapping({"name": "ferries", "axes": {"outlook": axis}})
    found = outlook_of(load_corpus(tmp_path, codebook=codebook))

    assert found.alpha.value < 1
    assert found.alpha_ordinal.value == 1.0
    assert found.alpha_gate is None


def test_two_positions_make_no_order(annotated, tmp_path):
    annotated({"Ann": "+-n", "Bo": "+-n"})
    axis = {"labels": {"optimistic": {"position": 1}, "pessimistic": {"position": -1}, "none": {}}}
    codebook = Codebook.from_mapping({"name": "ferries", "axes": {"outlook": axis}})

    assert outlook_of(load_corpus(tmp_path, codebook=codebook)).alpha_ordinal is None


def test_the_result_survives_json(annotated):
    content = outlook_of(annotated(THREE)).to_dict()

    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["reading"] == "firm"
    assert content["disagreements"][0]["id"] == "p8"
    assert content["pairwise"][0]["n"] == 10


def test_alpha_does_not_depend_on_the_order_of_rows(annotated):
    corpus = annotated(THREE)
    turned = corpus.select(np.arange(len(corpus))[::-1])

    assert outlook_of(turned).alpha.value == pytest.approx(outlook_of(corpus).alpha.value)


def test_a_bare_codebook_has_neither_order_nor_gate(annotated, tmp_path):
    annotated({"Ann": "+-+-", "Bo": "+-++"})
    words = ["optimistic", "pessimistic"]
    codebook = Codebook.from_labels({"outlook": words}, name="ferries")
    found = outlook_of(load_corpus(tmp_path, codebook=codebook))

    # 8 labels, 5 + and 3 -, one passage of four apart: 1 - 7 * 2 / (2 * 5 * 3)
    assert found.alpha.value == pytest.approx(1 - 14 / 30)
    assert found.alpha_ordinal is None
    assert found.alpha_gate is None
    assert found.to_dict()["alpha_ordinal"] is None
