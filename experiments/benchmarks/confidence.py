"""Whether label sets hold the gold label as often as they promise, and probabilities are honest.

The rows of FOMC are divided at random 200 times, near-duplicates on one side, 80 % to fit the
linear family and 20 % to test. Sets, thresholds and temperatures come from the fit's own held-out
rows, as a saved model has them.

    OMP_NUM_THREADS=1 python experiments/benchmarks/confidence.py BENCHMARKS [--splits 200]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.model_selection import GroupShuffleSplit

from stancekit.codebook import Codebook
from stancekit.corpus.duplicates import joined_groups
from stancekit.evaluation import evaluate_axis
from stancekit.models import build_model
from stancekit.models.confidence import label_sets
from stancekit.models.held_out import confidence_of

AXIS = "policy"
COVERAGES = (0.8, 0.9, 0.95)
PRECISIONS = (0.7, 0.8)


def measure(rows: pd.DataFrame, fit: Any, test: Any, groups: Any, seed: int) -> dict[str, Any]:
    """Fit on one side, and give what holds on the other, and the probabilities there."""
    labels = sorted(rows["label"].unique())
    book = Codebook.from_labels({AXIS: tuple(labels)}, name="fomc")
    model = build_model("linear", {"C": [1.0], "pairs": 0}, codebook=book, seed=seed)
    y = rows[["label"]].rename(columns={"label": AXIS})
    model.fit(rows.iloc[fit][["text"]], y.iloc[fit], groups=groups[fit].tolist())
    proba = model.predict_proba(rows.iloc[test][["text"]])[AXIS]
    gold = rows["label"].iloc[test].map(labels.index).to_numpy()
    confidence = confidence_of(model.held_out_)[AXIS]
    found: dict[str, Any] = {}
    for coverage in COVERAGES:
        sets = label_sets(proba, confidence.least_probability(coverage))
        found[f"coverage of sets of {coverage:.0%}"] = sets[np.arange(len(gold)), gold].mean()
        found[f"labels in a set of {coverage:.0%}"] = sets.sum(axis=1).mean()
    for precision in PRECISIONS:
        sure = proba.max(axis=1) >= confidence.threshold(precision)
        right = proba.argmax(axis=1) == gold
        found[f"precision above the threshold for {precision:.0%}"] = right[sure].mean()
        found[f"answered above the threshold for {precision:.0%}"] = sure.mean()
    return {**found, "rows": test.tolist(), "proba": proba.round(4).tolist()}


def calibration(rows: pd.DataFrame, groups: Any, found: pd.DataFrame) -> Iterator[str]:
    """Give the calibration errors over the test rows of all splits together.

    On the few rows of one split even a calibrated model has an error of some 0.05.
    """
    order = np.concatenate([np.array(each, int) for each in found["rows"]])
    proba = np.concatenate([np.array(each) for each in found["proba"]])
    scores = evaluate_axis(
        rows["label"].iloc[order].tolist(),
        proba / proba.sum(axis=1, keepdims=True),
        axis=AXIS,
        labels=sorted(rows["label"].unique()),
        groups=groups[order].tolist(),
        resamples=1000,
    )
    for name in ("calibration_error", "classwise_calibration_error", "weighted_f1"):
        yield f"{name}, all splits together: {scores.metrics[name].in_words()}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--splits", type=int, default=200)
    parser.add_argument("--out", type=Path, default=Path("runs/benchmarks/confidence.jsonl"))
    options = parser.parse_args()
    parts = [
        pd.read_json(options.benchmarks / "fomc" / f"{name}.jsonl", lines=True)
        for name in ("train", "validation", "test")
    ]
    rows = pd.concat(parts, ignore_index=True)
    groups = joined_groups(rows["text"].tolist(), range(len(rows)), seed=0)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    lines = options.out.read_text("utf-8").splitlines() if options.out.is_file() else []
    splits = GroupShuffleSplit(options.splits, test_size=0.2, random_state=0)
    for number, (fit, test) in enumerate(splits.split(rows, groups=groups)):
        if number >= len(lines):
            lines.append(json.dumps(measure(rows, fit, test, groups, seed=number)))
            with options.out.open("a", encoding="utf-8") as file:
                file.write(lines[-1] + "\n")
    found = pd.DataFrame(map(json.loads, lines[: options.splits]))
    print(f"{len(found)} splits; mean, standard error, and where 95 % of the splits lie")
    for name, values in found.drop(columns=["rows", "proba"]).items():
        low, high = values.quantile([0.025, 0.975])
        error = values.std() / len(values) ** 0.5
        print(f"{name:<45}{values.mean():>8.4f}{error:>8.4f}{low:>9.3f} to {high:.3f}")
    print("\n".join(calibration(rows, groups, found)))


if __name__ == "__main__":
    main()
