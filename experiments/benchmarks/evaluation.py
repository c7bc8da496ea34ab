"""Whether intervals hold what they promise, tests keep their level, and what 2,000 resamples cost.

    python experiments/benchmarks/evaluation.py coverage --studies 2000
    python experiments/benchmarks/evaluation.py size --studies 2000
    python experiments/benchmarks/evaluation.py speed

A simulated study has articles of some eight passages, alike within an article: each article has its
own mix of labels, and each model its own skill there (beta-binomial, intraclass correlation 0.2).
`uneven` articles have 1 to some 30 passages. The true score is that of infinitely many articles,
computed, not simulated. Threads: one.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stancekit.evaluation import compare_models, confusion, evaluate_axis
from stancekit.resampling import Measure, ResampledSums, resample_sums

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LABELS = ("optimistic", "pessimistic", "mixed", "none")
PREVALENCE = np.array([0.25, 0.20, 0.10, 0.45])
SKILL = np.array([0.7, 0.6, 0.5, 0.8])
"""How often a model is right about each label."""
CONCENTRATION = 4.0
"""Of articles around these means: an intraclass correlation of 1 / (1 + 4)."""
SHARED = 0.5
"""Share of the passages on which two models say the same."""

N_GROUPS = (15, 30, 100)
MEASURES: dict[str, Callable[[Floats], Floats]] = {
    "accuracy": confusion.accuracy,
    "macro_f1": confusion.macro_f1,
    "mcc": confusion.mcc,
}


@dataclass(frozen=True)
class Study:
    """Gold labels and what two models say, as numbers, in groups."""

    gold: Ints
    predicted: tuple[Ints, Ints]
    groups: Ints

    def sums(self, groups: Ints, resamples: int, seed: int) -> ResampledSums:
        rows = {
            name: confusion.confusion_rows(self.gold, each, len(LABELS))
            for name, each in zip("ab", self.predicted, strict=True)
        }
        return resample_sums(rows, groups, resamples=resamples, seed=seed)


def studies(n: int, n_groups: int, *, uneven: bool, seed: int) -> Iterator[Study]:
    """Yield studies in which both models are equally good, and right about other articles."""
    draw = np.random.default_rng([seed, n_groups, uneven])
    for _ in range(n):
        sizes = np.full(n_groups, 8)
        if uneven:
            sizes = 1 + draw.negative_binomial(1.5, 1.5 / 8.5, size=n_groups)
        groups = np.repeat(np.arange(n_groups), sizes)
        mix = draw.dirichlet(CONCENTRATION * PREVALENCE, size=n_groups)
        gold = choose(draw, mix[groups])
        common, a, b = (answers(draw, gold, groups) for _ in range(3))
        shared = [draw.random(len(gold)) < SHARED for _ in range(2)]
        both = (np.where(shared[0], common, a), np.where(shared[1], common, b))
        yield Study(gold, both, groups)


def answers(draw: np.random.Generator, gold: Ints, groups: Ints) -> Ints:
    """Say what a model answers, whose skill with each label is another one in each article."""
    n_groups = int(groups.max()) + 1
    shape = (n_groups, len(LABELS))
    skill = draw.beta(CONCENTRATION * SKILL, CONCENTRATION * (1 - SKILL), size=shape)
    is_right = draw.random(len(gold)) < skill[groups, gold]
    return np.where(is_right, gold, choose(draw, wrong_answers()[gold]))


def wrong_answers() -> Floats:
    """Give, for each gold label, how often each other one is said in its place."""
    others = np.tile(PREVALENCE, (len(LABELS), 1)) * (1 - np.eye(len(LABELS)))
    return others / others.sum(axis=1, keepdims=True)


def choose(draw: np.random.Generator, shares: Floats) -> Ints:
    """Draw one of the columns for each row."""
    passed = draw.random(len(shares))[:, None] > shares.cumsum(axis=1)
    return np.asarray(passed.sum(axis=1).clip(max=shares.shape[1] - 1), dtype=np.int64)


def true_confusion() -> Floats:
    """Give the confusion matrix of infinitely many articles."""
    said = SKILL[:, None] * np.eye(len(LABELS)) + (1 - SKILL)[:, None] * wrong_answers()
    return PREVALENCE[:, None] * said


def measured() -> dict[str, tuple[Measure, float]]:
    """Give each measure with its true value."""
    truth = true_confusion()
    found: dict[str, tuple[Measure, float]] = {
        name: ((lambda sums, one=one: one(sums["a"])), float(one(truth)))
        for name, one in MEASURES.items()
    }

    def difference(sums: Any) -> Floats:
        return confusion.macro_f1(sums["a"]) - confusion.macro_f1(sums["b"])

    return {**found, "macro_f1 difference": (difference, 0.0)}


def coverage(options: argparse.Namespace) -> None:
    """Print how often 95% intervals hold the true value."""
    print("| articles | sizes | measure | groups | groups, plain percentiles | rows |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    for uneven in (False, True):
        for n_groups in options.articles:
            held = count_held(n_groups, uneven, options)
            for name in measured():
                shares = " | ".join(f"{count / options.studies:.3f}" for count in held[name])
                print(f"| {n_groups} | {'uneven' if uneven else 'even'} | {name} | {shares} |")
            sys.stdout.flush()


def count_held(n_groups: int, uneven: bool, options: argparse.Namespace) -> dict[str, list[int]]:
    """Count for each measure the intervals that hold its true value, of three kinds."""
    held = {name: [0, 0, 0] for name in measured()}
    drawn = studies(options.studies, n_groups, uneven=uneven, seed=options.seed)
    for number, study in enumerate(drawn):
        by_group = study.sums(study.groups, options.resamples, seed=number)
        by_row = study.sums(np.arange(len(study.gold)), options.resamples, seed=number)
        for name, (measure, truth) in measured().items():
            intervals = (bounds(by_group, measure), percentiles(by_group, measure))
            for kind, (low, high) in enumerate((*intervals, bounds(by_row, measure))):
                held[name][kind] += low <= truth <= high
    return held


def bounds(sums: ResampledSums, measure: Measure) -> tuple[float, float]:
    score = sums.score(measure)
    assert score.low is not None, score
    assert score.high is not None, score
    return score.low, score.high


def percentiles(sums: ResampledSums, measure: Measure) -> tuple[float, float]:
    """Give the interval that most toolkits give."""
    assert sums.draws is not None
    low, high = np.quantile(measure(sums.draws), [0.025, 0.975])
    return float(low), float(high)


def size(options: argparse.Namespace) -> None:
    """Print how often two equally good models are told apart at the 5% level."""
    print("| articles | sizes | metric | groups swapped | interval without 0 | McNemar, by row |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    for uneven in (False, True):
        for n_groups in options.articles:
            for metric in ("macro_f1", "accuracy"):
                counts = count_rejected(n_groups, uneven, metric, options)
                shares = " | ".join(f"{count / options.studies:.3f}" for count in counts)
                sizes = "uneven" if uneven else "even"
                print(f"| {n_groups} | {sizes} | {metric} | {shares} |", flush=True)


def count_rejected(
    n_groups: int, uneven: bool, metric: str, options: argparse.Namespace
) -> list[int]:
    counts = [0, 0, 0]
    drawn = studies(options.studies, n_groups, uneven=uneven, seed=options.seed)
    for number, study in enumerate(drawn):
        found = compare_models(
            {"outlook": words(study.gold)},
            {
                name: {"outlook": np.eye(len(LABELS))[each]}
                for name, each in zip("ab", study.predicted, strict=True)
            },
            labels={"outlook": LABELS},
            groups=study.groups.tolist(),
            metric=metric,
            resamples=options.resamples,
            seed=number,
        )
        pair = found.axes["outlook"].pairs[0]
        assert pair.p_value is not None
        assert pair.difference.low is not None
        assert pair.difference.high is not None
        counts[0] += pair.p_value <= 0.05
        counts[1] += not pair.difference.low <= 0.0 <= pair.difference.high
        counts[2] += pair.mcnemar.p_value <= 0.05
    return counts


def words(codes: Ints) -> list[str | None]:
    return [LABELS[code] for code in codes.tolist()]


AXES = ("posture", "outlook", "sentiment")
MODELS = ("linear", "encoder", "fewshot", "transformer")


def speed(options: argparse.Namespace) -> None:
    """Time all that a report computes beside a loop that calls scikit-learn, on the same draws."""
    draw = np.random.default_rng(options.seed)
    groups: Ints = draw.integers(options.groups, size=options.rows)
    groups = np.unique(groups, return_inverse=True)[1]
    gold = {axis: draw.choice(len(LABELS), size=options.rows, p=PREVALENCE) for axis in AXES}
    proba = {
        model: {axis: probabilities(answers(draw, gold[axis], groups), draw) for axis in AXES}
        for model in MODELS
    }
    shared: dict[str, Any] = {
        "groups": groups.tolist(),
        "resamples": options.resamples,
        "seed": options.seed,
    }
    gold_words = {axis: words(codes) for axis, codes in gold.items()}

    before = peak_mib()
    started = time.perf_counter()
    for model in MODELS:
        for axis in AXES:
            evaluate_axis(
                gold_words[axis],
                proba[model][axis],
                axis=axis,
                labels=LABELS,
                absent="none",
                **shared,
            )
    evaluated = time.perf_counter() - started
    started = time.perf_counter()
    compare_models(gold_words, proba, labels=dict.fromkeys(AXES, LABELS), **shared)
    compared = time.perf_counter() - started
    peak = peak_mib()

    started = time.perf_counter()
    ours = {
        (model, axis): macro_f1_draws(gold[axis], proba[model][axis], groups, options)
        for model in MODELS
        for axis in AXES
    }
    alone = time.perf_counter() - started
    looped, gap = loop(gold, proba, groups, ours, options)
    print(json.dumps({
        "rows": options.rows, "groups": int(groups.max()) + 1, "resamples": options.resamples,
        "evaluate_axis, 4 models x 3 axes, s": round(evaluated, 2),
        "compare_models, 18 pairs, s": round(compared, 2),
        "peak MiB (before)": f"{peak:.0f} ({before:.0f})",
        "macro F1 of every resample, s": round(alone, 3),
        "scikit-learn, s": round(looped, 1),
        "scikit-learn measured on resamples": options.loop,
        "times as fast, macro F1 alone": round(looped / alone),
        "times as fast, all of evaluate and compare": round(looped / (evaluated + compared)),
        "largest gap to scikit-learn": gap,
    }, indent=1))  # fmt: skip


def probabilities(said: Ints, draw: np.random.Generator) -> Floats:
    found = draw.dirichlet(np.ones(len(LABELS)), size=len(said)) * 0.4
    found[np.arange(len(said)), said] += 0.6
    return found


def macro_f1_draws(gold: Ints, proba: Floats, groups: Ints, options: argparse.Namespace) -> Floats:
    cells = confusion.confusion_rows(gold, proba.argmax(axis=1), len(LABELS))
    sums = resample_sums(
        {"confusion": cells}, groups, resamples=options.resamples, seed=options.seed
    )
    assert sums.draws is not None
    return confusion.macro_f1(sums.draws["confusion"])


def loop(
    gold: dict[str, Ints],
    proba: dict[str, dict[str, Floats]],
    groups: Ints,
    ours: dict[tuple[str, str], Floats],
    options: argparse.Namespace,
) -> tuple[float, float]:
    """Give the seconds of all resamples, from some, and the largest difference of a score."""
    from sklearn.metrics import f1_score

    drawn = times_drawn(groups, options)
    rows_of = [np.flatnonzero(groups == group) for group in range(drawn.shape[1])]
    predicted = {key: proba[key[0]][key[1]].argmax(axis=1) for key in ours}
    gap, started = 0.0, time.perf_counter()
    for number in range(options.loop):
        picked = [np.tile(rows, times) for rows, times in zip(rows_of, drawn[number], strict=True)]
        rows = np.concatenate(picked)
        for (model, axis), scores in ours.items():
            found = f1_score(gold[axis][rows], predicted[model, axis][rows], average="macro")
            gap = max(gap, abs(found - scores[number]))
    seconds = time.perf_counter() - started
    return seconds * options.resamples / options.loop, gap


def times_drawn(groups: Ints, options: argparse.Namespace) -> Ints:
    """Give how often each resample draws each group: one row a group, counted as itself."""
    n_groups = int(groups.max()) + 1
    each = {"group": np.eye(n_groups)}
    sums = resample_sums(each, np.arange(n_groups), resamples=options.resamples, seed=options.seed)
    assert sums.draws is not None
    return np.asarray(sums.draws["group"], dtype=np.int64)


def peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    for name, run in (("coverage", coverage), ("size", size)):
        command = commands.add_parser(name, help=run.__doc__)
        command.add_argument("--studies", type=int, default=2000)
        command.add_argument("--articles", type=int, nargs="+", default=N_GROUPS)
        command.set_defaults(run=run)
    command = commands.add_parser("speed", help=speed.__doc__)
    command.add_argument("--rows", type=int, default=5000)
    command.add_argument("--groups", type=int, default=600)
    command.add_argument("--loop", type=int, default=20, help="resamples that scikit-learn gets")
    command.set_defaults(run=speed)
    for command in commands.choices.values():
        command.add_argument("--resamples", type=int, default=2000)
        command.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
