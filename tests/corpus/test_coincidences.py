import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.corpus.coincidences import (
    agreement,
    group_coincidences,
    nominal_alpha,
    ordinal_alpha,
    specific_agreement,
)

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": example A (two observers,
# binary), B (two, nominal) and C (four observers, missing data). A dot is a missing label.
BINARY = ["0100000010", "1110010000"]
NOMINAL = ["aabbdcccedda", "babbbccceddd"]
FOUR_OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
# The worked example of Wikipedia's article "Krippendorff's alpha": three observers, nominal .691.
THREE_OBSERVERS = [".....34121133.3", "1.213343.......", "..21344.21133.4"]


def coincidences_of(observers, groups=None):
    values = sorted(set("".join(observers)) - {"."})
    counts = np.array(
        [[unit.count(value) for value in values] for unit in zip(*observers, strict=True)],
        dtype=float,
    )
    groups = np.zeros(len(counts), dtype=int) if groups is None else np.asarray(groups)
    return group_coincidences(counts, groups, int(groups.max()) + 1)


def total(observers):
    return coincidences_of(observers)[0]


@pytest.mark.parametrize(
    ("observers", "measure", "printed"),
    [
        pytest.param(BINARY, nominal_alpha, 0.095, id="binary, 2 observers"),
        pytest.param(NOMINAL, nominal_alpha, 0.692, id="nominal, 2 observers"),
        pytest.param(THREE_OBSERVERS, nominal_alpha, 0.691, id="nominal, 3 observers, gaps"),
        pytest.param(FOUR_OBSERVERS, nominal_alpha, 0.743, id="nominal, 4 observers, gaps"),
        pytest.param(FOUR_OBSERVERS, ordinal_alpha, 0.815, id="ordinal, 4 observers, gaps"),
    ],
)
def test_the_printed_alphas(observers, measure, printed):
    assert round(float(measure(total(observers))), 3) == printed


def test_the_printed_coincidences():
    # example A: 10 units, 20 values, 14 zeros and 6 ones
    assert total(BINARY).tolist() == [[10.0, 4.0], [4.0, 2.0]]
    # example C: 40 values of 41, since the single value of unit 12 pairs with none
    assert total(FOUR_OBSERVERS).sum(axis=0).tolist() == pytest.approx([9, 13, 10, 5, 3])


@pytest.mark.parametrize(
    ("observers", "nominal", "ordinal"),
    [
        # o = [[2, 1], [1, 0]], n = 4: 1 - 3 * 2 / (2 * 3 * 1) = 0
        pytest.param(["aa", "ab"], 0.0, 0.0, id="no better than chance"),
        # o = [[0, 2], [2, 0]], n = 4: 1 - 3 * 4 / (2 * 2 * 2) = -0.5
        pytest.param(["ab", "ba"], -0.5, -0.5, id="always the other label"),
        # three units aa, bb, ac: n = 6, marginals 3 2 1; nominal: D_o = 2, expected pairs
        # 36 - 14 = 22: 1 - 5 * 2 / 22 = 12/22. Ordinal: middles 1.5, 4, 5.5, squares ab 6.25,
        # bc 2.25, ac 16; observed 2 * 16, expected 2 * (6 * 6.25 + 2 * 2.25 + 3 * 16) = 180:
        # 1 - 5 * 32 / 180 = 1/9
        pytest.param(["aba", "abc"], 12 / 22, 1 / 9, id="poles confused"),
        pytest.param(["abc", "abc"], 1.0, 1.0, id="perfect"),
    ],
)
def test_alphas_by_hand(observers, nominal, ordinal):
    assert float(nominal_alpha(total(observers))) == pytest.approx(nominal)
    assert float(ordinal_alpha(total(observers))) == pytest.approx(ordinal)


@pytest.mark.parametrize("observers", [["aa", "aa"], ["ab", ".."]], ids=["one label", "no pair"])
def test_undefined_alphas_are_nan(observers):
    assert np.isnan(nominal_alpha(total(observers)))
    assert np.isnan(ordinal_alpha(total(observers)))


def test_agreement_of_two_is_the_share_of_equal_labels_and_dice():
    # example A: 6 of 10 equal; ones: 1 in common, 6 given in all: Dice 2 * 1 / 6
    assert float(agreement(total(BINARY))) == pytest.approx(0.6)
    assert specific_agreement(total(BINARY)).tolist() == pytest.approx([10 / 14, 2 / 6])


def test_coincidences_add_up_over_groups():
    cells = coincidences_of(FOUR_OBSERVERS, groups=[0, 1, 2] * 4)
    assert cells.shape == (3, 5, 5)
    assert cells.sum(axis=0) == pytest.approx(total(FOUR_OBSERVERS))
    assert nominal_alpha(cells).shape == (3,)


units = st.lists(st.text("abc.", min_size=4, max_size=4), min_size=1, max_size=20)


@given(units)
def test_alpha_is_that_of_its_definition(rows):
    observers = ["".join(column) for column in zip(*rows, strict=True)]
    found = float(nominal_alpha(total(observers))) if set("".join(rows)) - {"."} else np.nan
    pairable = [unit.replace(".", "") for unit in rows if len(unit.replace(".", "")) > 1]
    values = "".join(pairable)
    n = len(values)
    by_chance = sum(one != other for one in values for other in values)
    if not by_chance:
        assert np.isnan(found)
        return
    observed = sum(
        sum(one != other for one in unit for other in unit) / (len(unit) - 1) for unit in pairable
    )
    assert found == pytest.approx(1 - (observed / n) / (by_chance / (n * (n - 1))))


@given(units, st.permutations(range(4)))
def test_who_gave_a_label_does_not_matter(rows, order):
    shuffled = ["".join(row[place] for place in order) for row in rows]
    if set("".join(rows)) - {"."}:
        first = total(["".join(column) for column in zip(*rows, strict=True)])
        again = total(["".join(column) for column in zip(*shuffled, strict=True)])
        assert np.array_equal(first, again)
