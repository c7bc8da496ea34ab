"""Variants of the baselines, by cross-validation inside the training rows of data/talks.

python experiments/benchmarks/baselines.py    # about a minute; no test row is read
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from stancekit.evaluation import KeywordBaseline, SentimentBaseline, TfidfBaseline
from stancekit.training.baselines import as_baselines_read
from stancekit.training.config import load_config
from stancekit.training.data import load_data
from stancekit.training.rows import Rows

VARIANTS: dict[str, Callable[..., Any]] = {
    **{
        f"keywords, {n} words": lambda own, n=n: KeywordBaseline(own, n_words=n)
        for n in (10, 30, 100)
    },
    "sentiment-only": SentimentBaseline,
    "sentiment-only, unweighted": lambda own: SentimentBaseline(own, class_weight=None),
    **{f"tf-idf, C {C:g}": lambda own, C=C: TfidfBaseline(own, C=C) for C in (1.0, 10.0, 100.0)},
}


def main() -> None:
    data = load_data(load_config("configs/talks-linear.yaml"))
    rows = as_baselines_read(data).fit
    axes = {name: axis.label_names for name, axis in data.codebook.axes.items()}
    print(f"| variant | {' | '.join(axes)} | mean | mean log loss |")
    print(f"| --- |{' ---: |' * (len(axes) + 2)}")
    with threadpool_limits(1, user_api="blas"):
        for name, kind in VARIANTS.items():
            found = [scores(rows, axis, kind, labels) for axis, labels in axes.items()]
            macro_f1, loss = zip(*found, strict=True)
            cells = (*macro_f1, np.mean(macro_f1), np.mean(loss))
            print(f"| {name} | {' | '.join(f'{cell:.3f}' for cell in cells)} |")


def scores(
    rows: Rows, axis: str, kind: Callable[..., Any], labels: tuple[str, ...]
) -> tuple[float, float]:
    """Give macro F1 and log loss over five folds of whole articles."""
    gold = rows.y[axis]
    proba = np.zeros((len(rows), len(labels)))
    for fit, left in GroupKFold(5).split(rows.X, groups=rows.groups):
        baseline = kind(labels).fit(rows.X.iloc[fit], gold.iloc[fit].tolist())
        proba[left] = baseline.predict_proba(rows.X.iloc[left])
    known = gold.notna().to_numpy()
    codes = [labels.index(label) for label in gold[known]]
    predicted = proba[known].argmax(axis=1)
    macro_f1 = f1_score(codes, predicted, average="macro", zero_division=0.0)
    return float(macro_f1), float(log_loss(codes, proba[known], labels=range(len(labels))))


if __name__ == "__main__":
    main()
