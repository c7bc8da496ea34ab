"""How often a slice is flagged where errors do not go with it, and where they do.

Articles have error rates of their own (beta-binomial), so that rows of one article go together. A
slice fills whole articles, as an outlet does, or parts of them, as a mode does. Without a
difference, 5 % of the tests by whole groups may fall under 0.05; beside it stands Pearson's
chi-square over rows, which takes rows for independent. With a difference of 15 points between
values, the share found is the test's power.

    python experiments/benchmarks/slice_flags.py [--runs 2000] [--seed 0]
"""

from __future__ import annotations

import argparse

import numpy as np
from scipy.stats import beta, chi2

from stancekit.evaluation.sign_flips import chi_square, slice_p_value

_ROWS = 10
_VALUES = 3
_LEVEL = 0.05
_CORRELATION = 0.2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(
        "| articles | slice | difference | by groups | by rows |\n| --- | --- | --- | --- | --- |"
    )
    for n_groups in (15, 30, 100):
        for kind in ("whole articles", "parts of articles"):
            for difference in (0.0, 0.15):
                found = rejected(n_groups, kind, difference, options.runs, options.seed)
                print(f"| {n_groups} | {kind} | {difference} | {found[0]:.3f} | {found[1]:.3f} |")


def rejected(
    n_groups: int, kind: str, difference: float, runs: int, seed: int
) -> tuple[float, float]:
    """Give the shares of runs in which either test falls under the level."""
    generator = np.random.default_rng(seed)
    groups = np.arange(n_groups * _ROWS) // _ROWS
    counts = np.zeros(2)
    for run in range(runs):
        values = groups % _VALUES
        if kind == "parts of articles":
            values = generator.integers(_VALUES, size=len(groups))
        values = np.unique(values, return_inverse=True)[1]
        wrong = (generator.random(len(groups)) < rates(values, groups, difference, generator)) * 1.0
        p_value, _ = slice_p_value(wrong, values, groups, flips=499, seed=run)
        by_rows = chi2.sf(chi_square(wrong, values), _VALUES - 1)
        counts += [p_value is not None and p_value <= _LEVEL, by_rows <= _LEVEL]
    return counts[0] / runs, counts[1] / runs


def rates(
    values: np.ndarray, groups: np.ndarray, difference: float, generator: np.random.Generator
) -> np.ndarray:
    """Give each row's error rate: its value's, moved by its article."""
    mean = 0.25 + difference * (values - (_VALUES - 1) / 2)
    place = generator.random(int(groups.max()) + 1)[groups]
    size = 1 / _CORRELATION - 1
    moved: np.ndarray = beta.ppf(place, mean * size, (1 - mean) * size)
    return moved


if __name__ == "__main__":
    main()
