"""Whether intervals hold what they promise, tests keep their level, and what 2,000 resamples cost.

    python experiments/benchmarks/evaluation.py coverage [--studies 2000] [--only 15 30 100]
    python experiments/benchmarks/evaluation.py size [--studies 2000] [--only 15 30 100]
    python experiments/benchmarks/evaluation.py speed

The first two keep every hundred studies in a file, go on behind them if they were cut off, and say
what 2,000 studies take.

A simulated study has articles of some eight passages, alike within an article: each article has its
own mix of labels, and each model its own skill there (beta-binomial, intraclass correlation 0.2).
`uneven` articles have 1 to some 30 passages. The true score is that of infinitely many articles,
computed, not simulated. Threads: one.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from counted import Studies, add_options
from numpy.typing import NDArray

from stancekit.codebook import Codebook
from stancekit.evaluation import compare_models, confusion, ordinal
from stancekit.resampling import Measure, ResampledSums, resample_sums
from stancekit.training.rows import Rows

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


def study_of(number: int, n_groups: int, *, uneven: bool, seed: int) -> Study:
    """Give a study in which both models are equally good, and right about other articles."""
    draw = np.random.default_rng([seed, n_groups, uneven, number])
    sizes = np.full(n_groups, 8)
    if uneven:
        sizes = 1 + draw.negative_binomial(1.5, 1.5 / 8.5, size=n_groups)
    groups = np.repeat(np.arange(n_groups), sizes)
    mix = draw.dirichlet(CONCENTRATION * PREVALENCE, size=n_groups)
    gold = choose(draw, mix[groups])
    common, a, b = (answers(draw, gold, groups) for _ in range(3))
    shared = [draw.random(len(gold)) < SHARED for _ in range(2)]
    both = (np.where(shared[0], common, a), np.where(shared[1], common, b))
    return Study(gold, both, groups)


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
    kept = Studies(options.out)
    print("| articles | sizes | measure | groups | groups, plain percentiles | rows |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    for uneven in (False, True):
        for n_groups in options.articles:
            of = kind("coverage", n_groups, uneven, options)
            held = partial(intervals_held, n_groups=n_groups, uneven=uneven, options=options)
            for name, shares in kept.shares(of, options.studies, held).items():
                told = " | ".join(f"{share:.3f}" for share in shares)
                print(f"| {n_groups} | {of['sizes']} | {name} | {told} |", flush=True)
    kept.tell()


def kind(what: str, n_groups: int, uneven: bool, options: argparse.Namespace) -> dict[str, Any]:
    """Give what studies are of: those of another kind are counted apart."""
    return {
        "what": what,
        "articles": n_groups,
        "sizes": "uneven" if uneven else "even",
        "resamples": options.resamples,
        "seed": options.seed,
    }


def intervals_held(
    number: int, *, n_groups: int, uneven: bool, options: argparse.Namespace
) -> dict[str, list[int]]:
    """Tell for each measure which of three kinds of intervals hold its true value."""
    study = study_of(number, n_groups, uneven=uneven, seed=options.seed)
    by_group = study.sums(study.groups, options.resamples, seed=number)
    by_row = study.sums(np.arange(len(study.gold)), options.resamples, seed=number)
    held = {}
    for name, (measure, truth) in measured().items():
        intervals = (
            bounds(by_group, measure),
            percentiles(by_group, measure),
            bounds(by_row, measure),
        )
        held[name] = [int(low <= truth <= high) for low, high in intervals]
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
    kept = Studies(options.out)
    print("| articles | sizes | metric | groups swapped | interval without 0 | McNemar, by row |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    for uneven in (False, True):
        for n_groups in options.articles:
            of = kind("size", n_groups, uneven, options)
            apart = partial(told_apart, n_groups=n_groups, uneven=uneven, options=options)
            for metric, shares in kept.shares(of, options.studies, apart).items():
                told = " | ".join(f"{share:.3f}" for share in shares)
                print(f"| {n_groups} | {of['sizes']} | {metric} | {told} |", flush=True)
    kept.tell()


def told_apart(
    number: int, *, n_groups: int, uneven: bool, options: argparse.Namespace
) -> dict[str, list[int]]:
    """Tell for each metric which of three rules tells the models apart."""
    study = study_of(number, n_groups, uneven=uneven, seed=options.seed)
    return {
        metric: _told_apart(study, metric, options.resamples, number)
        for metric in ("macro_f1", "accuracy")
    }


def _told_apart(study: Study, metric: str, resamples: int, seed: int) -> list[int]:
    found = compare_models(
        {"outlook": words(study.gold)},
        {
            name: {"outlook": np.eye(len(LABELS))[each]}
            for name, each in zip("ab", study.predicted, strict=True)
        },
        labels={"outlook": LABELS},
        groups=study.groups.tolist(),
        metric=metric,
        resamples=resamples,
        seed=seed,
    )
    pair = found.axes["outlook"].pairs[0]
    assert pair.p_value is not None
    assert pair.difference.low is not None
    assert pair.difference.high is not None
    return [
        int(pair.p_value <= 0.05),
        int(not pair.difference.low <= 0.0 <= pair.difference.high),
        int(pair.mcnemar.p_value <= 0.05),
    ]


def words(codes: Ints) -> list[str | None]:
    return [LABELS[code] for code in codes.tolist()]


AXES = ("posture", "outlook", "sentiment")
MODELS = ("linear", "encoder", "fewshot", "transformer")


def speed(options: argparse.Namespace) -> None:
    """Time a full report of four models beside a loop that calls scikit-learn on the same draws.

    The report is that of `compare --report`: every score of every model and of a baseline, slices
    of five columns, all pairs, the rows that differ, written as page, Markdown and JSON. The loop
    has to give, for each resample, only those of its scores that scikit-learn has. Loops are
    measured in seconds of the CPU, and compared with those of the report.
    """
    made = invented(options)
    before, started = peak_mib(), (time.perf_counter(), time.process_time())
    took, report = full_report(made, options)
    wall, cpu = time.perf_counter() - started[0], time.process_time() - started[1]
    peak = peak_mib()
    start = time.process_time()
    ours = axis_draws(made, options)
    alone = time.process_time() - start
    axis_loop, axis_gap = loop_axes(made, ours, options)
    slice_loop, slice_gap = loop_slices(made, report, options)
    looped = axis_loop + slice_loop
    print(json.dumps({
        "rows": options.rows, "groups": int(made.groups.max()) + 1, "axes": len(AXES),
        "models": len(MODELS), "resamples": options.resamples,
        "slices": {one.name: len(one.values) for one in report.slices[MODELS[0]][:len(COLUMNS)]},
        "full report, s": round(wall, 1), "full report, s of CPU": round(cpu, 1),
        **{f"- {name}, s": round(seconds, 1) for name, seconds in took.items()},
        "peak MiB (before the report)": f"{peak:.0f} ({before:.0f})",
        "scikit-learn, six scores of each model and axis, s": round(axis_loop),
        "- the same draws here, s": round(alone, 2),
        "- times as fast": round(axis_loop / alone),
        "scikit-learn, accuracy and macro F1 of each slice, s": round(slice_loop),
        "largest gap to scikit-learn": max(axis_gap, slice_gap),
        "scikit-learn measured on resamples": [options.loop, options.loop_slices],
        "times as fast, the full report": round(looped / cpu),
        "times as fast, with a loop that leaves slices out": round(axis_loop / cpu),
    }, indent=1))  # fmt: skip


SCALE = {"optimistic": 1.0, "pessimistic": -1.0, "mixed": 0.0}
COLUMNS = {"speaker": 200, "outlet": 20, "role": 6, "mode": 5, "subject": 12}
"""What rows are cut by, and how many values each has; outlets and subjects fill whole articles."""


@dataclass(frozen=True)
class Invented:
    """Rows of invented articles, and what models say of them."""

    gold: dict[str, Ints]
    proba: dict[str, dict[str, Floats]]
    groups: Ints
    columns: dict[str, Ints]


def invented(options: argparse.Namespace) -> Invented:
    draw = np.random.default_rng(options.seed)
    drawn: Ints = draw.integers(options.groups, size=options.rows)
    groups: Ints = np.unique(drawn, return_inverse=True)[1]
    gold = {axis: draw.choice(len(LABELS), size=options.rows, p=PREVALENCE) for axis in AXES}
    proba = {
        model: {axis: probabilities(answers(draw, gold[axis], groups), draw) for axis in AXES}
        for model in MODELS
    }
    columns = {name: draw.integers(n, size=options.rows) for name, n in COLUMNS.items()}
    for name in ("outlet", "subject"):
        columns[name] = draw.integers(COLUMNS[name], size=int(groups.max()) + 1)[groups]
    return Invented(gold, proba, groups, columns)


def full_report(made: Invented, options: argparse.Namespace) -> tuple[dict[str, float], Any]:
    """Make and write the report; give the seconds of its parts, and the report."""
    from stancekit.reporting import ComparedModel, RunFacts, write_report
    from stancekit.training.comparison_report import comparison_report
    from stancekit.training.scoring_models import score_models

    took: dict[str, float] = {}
    rows, codebook = table_of(made), invented_codebook()
    shares = np.tile(PREVALENCE, (options.rows, 1))
    with timed(took, "comparisons"):
        comparison = compare_models(
            {axis: rows.y[axis].tolist() for axis in AXES},
            made.proba,
            labels=dict.fromkeys(AXES, LABELS),
            groups=rows.groups,
            resamples=options.resamples,
            seed=options.seed,
        )
    with timed(took, "scores and slices"):
        scores = score_models(
            rows,
            codebook,
            made.proba,
            dict.fromkeys(MODELS, dict.fromkeys(AXES, shares)),
            resamples=options.resamples,
            seed=options.seed,
        )
    with timed(took, "page, Markdown and JSON"), tempfile.TemporaryDirectory() as folder:
        report = comparison_report(
            comparison,
            [ComparedModel(name=name, address=name) for name in MODELS],
            rows,
            made.proba,
            scores,
            RunFacts(name="invented", data="invented"),
        )
        write_report(Path(folder) / "report.html", report)
    return took, report


@contextlib.contextmanager
def timed(took: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    took[name] = time.perf_counter() - started


def table_of(made: Invented) -> Rows:
    n = len(made.groups)
    texts = [f"Passage {number} of article {group}." for number, group in enumerate(made.groups)]
    known = {name: [f"{name} {value}" for value in own] for name, own in made.columns.items()}
    context = pd.DataFrame({"text": texts, **known})
    return Rows(
        X=context[["text"]],
        y=pd.DataFrame({axis: words(codes) for axis, codes in made.gold.items()}, dtype=object),
        groups=tuple(f"article {group}" for group in made.groups),
        ids=tuple(f"row {number}" for number in range(n)),
        context=context,
    )


def invented_codebook() -> Codebook:
    labels = {
        label: {"definition": label, **({"position": SCALE[label]} if label in SCALE else {})}
        for label in LABELS
    }
    axis = {"question": "What is said?", "absent": "none", "labels": labels}
    return Codebook.from_mapping({
        "name": "invented", "version": "1.0.0", "unit": "a passage",
        "axes": dict.fromkeys(AXES, axis),
    })  # fmt: skip


def probabilities(said: Ints, draw: np.random.Generator) -> Floats:
    found = draw.dirichlet(np.ones(len(LABELS)), size=len(said)) * 0.4
    found[np.arange(len(said)), said] += 0.6
    return found


def axis_draws(
    made: Invented, options: argparse.Namespace
) -> dict[tuple[str, str], dict[str, Floats]]:
    """Give the scores of each resample that scikit-learn has, too."""
    placed, places = ordinal.placed_labels(LABELS, SCALE)
    drawn = {}
    for model in MODELS:
        for axis in AXES:
            said = made.proba[model][axis].argmax(axis=1)
            cells = draws_of(made.gold[axis], said, made.groups, options)
            drawn[model, axis] = {
                "macro_f1": confusion.macro_f1(cells),
                "weighted_f1": confusion.weighted_f1(cells),
                "accuracy": confusion.accuracy(cells),
                "mcc": confusion.mcc(cells),
                "f1_by_label": confusion.f1_by_label(cells),
                "quadratic_kappa": ordinal.quadratic_kappa(ordinal.among(cells, placed), places),
            }
    return drawn


def draws_of(gold: Ints, said: Ints, groups: Ints, options: argparse.Namespace) -> Floats:
    """Give the confusion matrix of each resample."""
    cells = confusion.confusion_rows(gold, said, len(LABELS))
    rows = {"confusion": cells}
    sums = resample_sums(rows, groups, resamples=options.resamples, seed=options.seed)
    assert sums.draws is not None
    return sums.draws["confusion"]


def loop_axes(
    made: Invented,
    ours: dict[tuple[str, str], dict[str, Floats]],
    options: argparse.Namespace,
) -> tuple[float, float]:
    """Give the seconds of all resamples, from some, and the largest difference of a score."""
    from sklearn import metrics

    every, scale = range(len(LABELS)), sorted(SCALE, key=lambda label: SCALE[label])
    order = [LABELS.index(label) for label in scale]
    predicted = {key: made.proba[key[0]][key[1]].argmax(axis=1) for key in ours}
    gap, started = 0.0, time.process_time()
    for number, rows in enumerate(resampled_rows(made.groups, options.loop, options)):
        for (model, axis), scores in ours.items():
            gold, said = made.gold[axis][rows], predicted[model, axis][rows]
            both = np.isin(gold, order) & np.isin(said, order)
            found = {
                "macro_f1": metrics.f1_score(gold, said, average="macro"),
                "weighted_f1": metrics.f1_score(gold, said, average="weighted"),
                "accuracy": metrics.accuracy_score(gold, said),
                "mcc": metrics.matthews_corrcoef(gold, said),
                "f1_by_label": metrics.f1_score(gold, said, average=None, labels=every),
                "quadratic_kappa": metrics.cohen_kappa_score(
                    gold[both], said[both], labels=order, weights="quadratic"
                ),
            }
            for name, value in found.items():
                gap = max(gap, float(np.abs(value - scores[name][number]).max()))
    return (time.process_time() - started) * options.resamples / options.loop, gap


def loop_slices(made: Invented, report: Any, options: argparse.Namespace) -> tuple[float, float]:
    """Give the seconds of all resamples of all slices, from few, and the largest difference."""
    from sklearn.metrics import accuracy_score, f1_score

    gap, seconds = 0.0, 0.0
    for one in report.slices[MODELS[0]]:
        values = made.columns[one.name]
        codes = [int(each.value.split()[1]) for each in one.values if not each.is_pooled]
        for code in codes:
            own = np.flatnonzero(values == code)
            groups: Ints = np.unique(made.groups[own], return_inverse=True)[1]
            gold = made.gold[one.axis][own]
            for model in MODELS:
                said = made.proba[model][one.axis][own].argmax(axis=1)
                cells = draws_of(gold, said, groups, options)
                ours = confusion.accuracy(cells), confusion.macro_f1(cells)
                started = time.process_time()
                drawn = resampled_rows(groups, options.loop_slices, options)
                for number, rows in enumerate(drawn):
                    # Only labels that are gold count in our mean; scikit-learn has to be told so.
                    labels = np.unique(gold[rows])
                    found = (
                        accuracy_score(gold[rows], said[rows]),
                        f1_score(
                            gold[rows], said[rows], average="macro", labels=labels, zero_division=0
                        ),
                    )
                    gap = max(gap, *(abs(a - b[number]) for a, b in zip(found, ours, strict=True)))
                seconds += time.process_time() - started
    return seconds * options.resamples / options.loop_slices, gap


def resampled_rows(groups: Ints, n: int, options: argparse.Namespace) -> Iterator[Ints]:
    """Yield the rows of each of the first resamples."""
    drawn = times_drawn(groups, options)
    rows_of = [np.flatnonzero(groups == group) for group in range(drawn.shape[1])]
    for number in range(n):
        picked = [np.tile(rows, times) for rows, times in zip(rows_of, drawn[number], strict=True)]
        yield np.concatenate(picked)


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
        add_options(command, out="evaluation.jsonl")
        command.set_defaults(run=run)
    command = commands.add_parser("speed", help=speed.__doc__)
    command.add_argument("--rows", type=int, default=5000)
    command.add_argument("--groups", type=int, default=600)
    command.add_argument("--loop", type=int, default=10, help="resamples that scikit-learn gets")
    command.add_argument("--loop-slices", type=int, default=1, help="the same of each slice")
    command.add_argument("--seed", type=int, default=0)
    command.set_defaults(run=speed)
    for command in commands.choices.values():
        command.add_argument("--resamples", type=int, default=2000)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
