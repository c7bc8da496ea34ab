"""How often a slice is flagged where errors do not go with it, and where they do.

Articles have error rates of their own (beta-binomial), so that rows of one article go together. A
slice fills whole articles, as an outlet does, or parts of them, as a mode does. Without a
difference, 5 % of the tests by whole groups may fall under 0.05; beside it stands Pearson's
chi-square over rows, which takes rows for independent. With a difference of 15 points between
values, the share found is the test's power.

    python experiments/benchmarks/slice_flags.py [--studies 2000] [--only 15 30 100]

Every hundred studies are kept in a file, behind which a run that was cut off goes on.
"""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

import numpy as np
from counted import Studies, add_options
from scipy.stats import beta, chi2

from stancekit.evaluation.sign_flips import chi_square, slice_p_value

_ROWS = 10
_VALUES = 3
_LEVEL = 0.05
_CORRELATION = 0.2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_options(parser, out="slice_flags.jsonl")
    options = parser.parse_args()
    kept = Studies(options.out)
    print(
        "| articles | slice | difference | by groups | by rows |\n| --- | --- | --- | --- | --- |"
    )
    for n_groups in options.articles:
        for kind in ("whole articles", "parts of articles"):
            for difference in (0.0, 0.15):
                of = {"articles": n_groups, "slice": kind, "difference": difference}
                count = partial(flagged, of=of, seed=options.seed)
                shares = kept.shares({**of, "seed": options.seed}, options.studies, count)
                told = " | ".join(f"{share:.3f}" for share in shares["flagged"])
                print(f"| {n_groups} | {kind} | {difference} | {told} |", flush=True)
    kept.tell()


def flagged(number: int, *, of: dict[str, Any], seed: int) -> dict[str, list[int]]:
    """Tell of a study whether either test falls under the level."""
    n_groups, is_whole = of["articles"], of["slice"] == "whole articles"
    generator = np.random.default_rng([seed, n_groups, is_whole, number])
    groups = np.arange(n_groups * _ROWS) // _ROWS
    values = groups % _VALUES if is_whole else generator.integers(_VALUES, size=len(groups))
    values = np.unique(values, return_inverse=True)[1]
    rate = rates(values, groups, of["difference"], generator)
    wrong = (generator.random(len(groups)) < rate) * 1.0
    p_value, _ = slice_p_value(wrong, values, groups, flips=499, seed=number)
    by_rows = chi2.sf(chi_square(wrong, values), _VALUES - 1)
    return {"flagged": [int(p_value is not None and p_value <= _LEVEL), int(by_rows <= _LEVEL)]}


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
