import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, mean_absolute_error

from stancekit.evaluation import evaluate_axis, ordinal

LABELS = ["no", "partly", "yes", "none"]
POSITIONS = {"no": -1.0, "partly": 0.0, "yes": 1.0, "none": None}


def drawn(n, seed):
    generator = np.random.default_rng(seed)
    proba = generator.dirichlet(np.ones(4), size=n)
    return [LABELS[i] for i in generator.integers(4, size=n)], proba


def evaluate(gold, proba, **options):
    known = {"axis": "outlook", "labels": LABELS, "absent": "none", "positions": POSITIONS}
    return evaluate_axis(gold, proba, **{**known, "resamples": 0, **options})


def placed_pairs(gold, proba):
    """Positions of gold and prediction where both have one."""
    predicted = [LABELS[i] for i in proba.argmax(axis=1)]
    pairs = [(POSITIONS[g], POSITIONS[p]) for g, p in zip(gold, predicted, strict=True)]
    return np.array([pair for pair in pairs if None not in pair]).T


def test_scores_of_evenly_spaced_positions_are_those_of_scikit_learn():
    gold, proba = drawn(400, seed=3)
    found = evaluate(gold, proba).metrics
    true, predicted = placed_pairs(gold, proba)
    kappa = cohen_kappa_score(true.astype(int), predicted.astype(int), weights="quadratic")
    assert found["quadratic_kappa"].value == pytest.approx(kappa, abs=1e-12)
    assert found["position_mae"].value == pytest.approx(
        mean_absolute_error(true, predicted), abs=1e-12
    )


def test_uneven_positions_count_by_their_squared_distance():
    matrix = np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, 1.0]])
    # found: 1·1² + 1·4² = 17; expected, gold (3, 0, 2) by predicted (3, 1, 1) over 5 rows:
    # (3·1·1 + 3·1·16 + 2·3·16 + 2·1·9) / 5 = 33
    positions = np.array([0.0, 1.0, 4.0])
    assert ordinal.quadratic_kappa(matrix, positions) == pytest.approx(1 - 17 / 33)
    assert ordinal.position_mae(matrix, positions) == pytest.approx((1 + 4) / 5)


def test_a_row_without_a_position_is_left_out_and_never_zero():
    gold = ["yes", "yes", "none", "no", "partly"]
    sure = np.eye(4)[[2, 3, 1, 0, 2]]  # yes, none, partly, no, yes
    found = evaluate(gold, sure).metrics["position_mae"]
    assert found.value == pytest.approx((0 + 0 + 1) / 3)  # with none as 0: (0 + 1 + 0 + 0 + 1) / 5
    assert "over 3 rows: of the 4 whose gold label has a position" in found.note


def test_a_stack_of_matrices_scores_as_each_of_them_alone():
    generator = np.random.default_rng(5)
    stack = generator.integers(6, size=(30, 3, 3)).astype(float)
    positions = np.array([-1.0, 0.0, 2.0])
    for measure in (ordinal.quadratic_kappa, ordinal.position_mae):
        alone = [float(measure(matrix, positions)) for matrix in stack]
        assert measure(stack, positions) == pytest.approx(alone, abs=1e-12)


@pytest.mark.parametrize(
    "positions",
    [None, {}, {"no": -1.0, "yes": 1.0}, {"no": 0.0, "partly": 0.0, "yes": 1.0}],
    ids=["not given", "none known", "two placed", "two places"],
)
def test_an_axis_of_under_three_positions_has_no_such_score(positions):
    gold, proba = drawn(20, seed=1)
    assert "quadratic_kappa" not in evaluate(gold, proba, positions=positions).metrics


def test_kappa_is_undefined_where_all_rows_share_one_position():
    found = evaluate(["yes"] * 5, np.eye(4)[[2] * 5]).metrics
    assert found["quadratic_kappa"].value is None
    assert found["position_mae"].value == 0
