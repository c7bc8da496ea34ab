import pytest

from stancekit.evaluation import AxisEvaluation, Score


def evaluation_of(axis="outlook", **metrics):
    """Give an evaluation of 40 rows that has these metrics, and no others."""
    usual = {"macro_f1": Score(0.6, 0.5, 0.7), "accuracy": Score(0.7)}
    return AxisEvaluation(
        axis=axis,
        labels=("up", "down"),
        absent=None,
        n=40,
        n_groups=12,
        n_missing=0,
        prevalence={"up": 0.5, "down": 0.5},
        metrics={**usual, **metrics},
        per_label={},
        confusion=((20, 0), (0, 20)),
        reliability=(),
        n_abstained=None,
        resamples=50,
        seed=0,
    )


@pytest.fixture
def evaluate():
    return evaluation_of
