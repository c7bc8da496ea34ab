import pytest

from stancekit.evaluation import holm


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([0.2], [0.2], id="one"),
        # 0.01 * 4, 0.02 * 3, 0.03 * 2, 0.05 * 1 but no less than what comes before
        pytest.param([0.02, 0.01, 0.05, 0.03], [0.06, 0.04, 0.06, 0.06], id="order is kept"),
        pytest.param([0.6, 0.5], [1.0, 1.0], id="never above 1"),
        pytest.param([0.01, 0.01], [0.02, 0.02], id="ties"),
        pytest.param([None, 0.04, None, 0.01], [None, 0.04, None, 0.02], id="no test, no count"),
        pytest.param([None], [None], id="nothing tested"),
    ],
)
def test_p_values_are_raised_step_by_step(given, expected):
    assert holm(given) == pytest.approx(expected)
