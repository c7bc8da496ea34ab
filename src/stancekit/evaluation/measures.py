"""The sums that each score is made of, and the scores made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from stancekit.evaluation import calibration, confusion, selective
from stancekit.evaluation.abstentions import abstention_scores
from stancekit.evaluation.brier import brier_scores
from stancekit.evaluation.ordinal import ordinal_scores
from stancekit.evaluation.rows import CodedRows, FloatArray
from stancekit.evaluation.scores import LabelScores, ReliabilityBin, RiskCoverage
from stancekit.resampling import Measure, ResampledSums, Score, Sums, ratio

MIN_SUPPORT = 10
"""Under this many gold rows a label gets no score of its own."""

MatrixMeasure = Callable[[FloatArray], FloatArray]


def row_sums(rows: CodedRows) -> Sums:
    """Give what has to be summed over rows for every score, the rows on the first dimension."""
    n_labels = rows.proba.shape[1]
    cells = confusion.confusion_rows(rows.gold, rows.predicted, n_labels)
    right = (rows.gold == rows.predicted).astype(np.float64)
    sums = {
        "confusion": cells,
        "brier": calibration.brier_rows(rows.proba, rows.gold),
        "top": calibration.bin_rows(rows.top_probability, right),
        "steps": selective.step_rows(rows.top_probability, 1.0 - right),
    }
    for i in range(n_labels):
        happened = (rows.gold == i).astype(np.float64)
        sums[f"label {i}"] = calibration.bin_rows(rows.proba[:, i], happened)
    if rows.abstained is not None:
        sums["answered"] = cells * ~rows.abstained[:, None, None]
    return sums


def metric_scores(
    sums: ResampledSums,
    labels: Sequence[str],
    absent: str | None,
    positions: Mapping[str, float | None],
) -> dict[str, Score]:
    """Give the scores of the whole axis by name."""
    rare = rare_note(sums.total["confusion"].sum(axis=1), labels)
    scores = {
        "macro_f1": sums.score(_of("confusion", confusion.macro_f1), note=rare),
        "accuracy": sums.score(_of("confusion", confusion.accuracy)),
        "weighted_f1": sums.score(_of("confusion", confusion.weighted_f1)),
        "mcc": sums.score(_of("confusion", confusion.mcc)),
        **brier_scores(sums, len(labels)),
        "calibration_error": sums.score(_of("top", calibration.calibration_error)),
        "classwise_calibration_error": sums.score(_classwise_calibration_error(len(labels))),
        "aurc": sums.score(_of("steps", selective.aurc)),
    }
    scores |= ordinal_scores(sums, labels, positions)
    if absent is not None:
        scores |= _gate_scores(sums, list(labels).index(absent), len(labels))
    if "answered" in sums.total:
        scores |= abstention_scores(sums)
    return scores


def label_scores(sums: ResampledSums, label: int) -> LabelScores:
    """Give the scores of the label of that index, refused where it has too few gold rows."""
    matrix = sums.total["confusion"]
    support, predicted = int(matrix[label].sum()), int(matrix[:, label].sum())
    if support < MIN_SUPPORT:
        refused = Score(
            None, note=f"too few gold rows ({support}, at least {MIN_SUPPORT} are needed)"
        )
        return LabelScores(refused, refused, refused, support, predicted)
    return LabelScores(
        f1=sums.score(_of_label(label, confusion.f1_by_label)),
        precision=sums.score(_of_label(label, confusion.precision_by_label)),
        recall=sums.score(_of_label(label, confusion.recall_by_label)),
        support=support,
        predicted=predicted,
    )


def reliability_bins(sums: ResampledSums, rows: CodedRows) -> tuple[ReliabilityBin, ...]:
    """Give the bins of top probability, the least first."""
    top = rows.top_probability
    bins = calibration.equal_mass_bins(top)
    return tuple(
        ReliabilityBin(
            start=float(top[bins == i].min()),
            end=float(top[bins == i].max()),
            n=int((bins == i).sum()),
            confidence=float(top[bins == i].mean()),
            accuracy=sums.score(_frequency_in_bin(i)),
        )
        for i in range(int(bins.max(initial=-1)) + 1)
    )


def risk_coverage(sums: ResampledSums, rows: CodedRows) -> tuple[RiskCoverage, ...]:
    """Give the risk at each coverage, the least first; empty without rows."""
    falling = np.sort(rows.top_probability)[::-1]
    if len(falling) == 0:
        return ()
    last = [max(1, int(np.ceil(round(share * len(falling), 9)))) for share in selective.COVERAGES]
    risks = sums.scores(lambda drawn: selective.risks_at(drawn["steps"], selective.COVERAGES))
    return tuple(
        RiskCoverage(coverage=share, n=n, threshold=float(falling[n - 1]), risk=risk)
        for share, n, risk in zip(selective.COVERAGES, last, risks, strict=True)
    )


def _gate_scores(sums: ResampledSums, absent: int, n_labels: int) -> dict[str, Score]:
    expressed = [i for i in range(n_labels) if i != absent]

    def gate_f1(sums: Sums) -> FloatArray:
        return confusion.gate_f1(sums["confusion"], absent)

    def gate_accuracy(sums: Sums) -> FloatArray:
        return confusion.accuracy(confusion.gate(sums["confusion"], absent))

    def expressed_macro_f1(sums: Sums) -> FloatArray:
        return confusion.macro_f1(sums["confusion"], over=expressed)

    measures = (gate_f1, gate_accuracy, expressed_macro_f1)
    return {measure.__name__: sums.score(measure) for measure in measures}


def _of(name: str, measure: MatrixMeasure) -> Measure:
    return lambda sums: measure(sums[name])


def _of_label(label: int, by_label: MatrixMeasure) -> Measure:
    return lambda sums: by_label(sums["confusion"])[..., label]


def _frequency_in_bin(number: int) -> Measure:
    return lambda sums: ratio(sums["top"][..., number, 2], sums["top"][..., number, 0])


def _classwise_calibration_error(n_labels: int) -> Measure:
    def mean_over_labels(sums: Sums) -> FloatArray:
        errors = [calibration.calibration_error(sums[f"label {i}"]) for i in range(n_labels)]
        return np.asarray(np.mean(errors, axis=0))

    return mean_over_labels


def rare_note(support: FloatArray, labels: Sequence[str]) -> str | None:
    """Say which labels count in a mean of labels with few gold rows, ``None`` if none does."""
    rare = [
        f"{label} ({int(count)})"
        for label, count in zip(labels, support, strict=True)
        if 0 < count < MIN_SUPPORT
    ]
    return f"counts labels with under {MIN_SUPPORT} gold rows: {', '.join(rare)}" if rare else None
