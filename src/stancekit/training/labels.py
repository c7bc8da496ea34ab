"""Which labels a model is fitted on: the gold ones, or those that annotators gave."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from stancekit.corpus import AxisAggregation, Corpus, aggregate
from stancekit.errors import ConfigError
from stancekit.training.options import LabelSource
from stancekit.training.rows import Rows


def rows_to_fit(corpus: Corpus, source: LabelSource) -> Rows:
    """Give the rows of a corpus with the labels that a model is to be fitted on.

    A passage that nobody annotated keeps its gold label. One whose annotators are tied has none,
    and counts for nothing on that axis; with ``soft`` it counts for each of its labels.

    Raises
    ------
    ConfigError
        If annotators' labels are asked for and the corpus has none.
    CorpusError
        If they cannot be aggregated so.
    """
    rows = Rows.of(corpus)
    if source == "gold":
        return rows
    if corpus.annotations is None:
        raise ConfigError(
            f"data.labels: found {source!r}, but {corpus.source} has no annotations.csv, expected "
            "single annotators' labels in it. Set data.labels to gold, or add the file"
        )
    axes = aggregate(corpus, source).axes
    labels = {axis: _labels(axes[axis], rows.y[axis].tolist()) for axis in corpus.axes}
    y = pd.DataFrame(labels, dtype=object)
    if source != "soft":
        return rows.with_labels(y)
    soft = {axis: _shares(axes[axis], labels[axis]) for axis in corpus.axes}
    return rows.with_labels(y, soft=pd.DataFrame(soft, dtype=object))


def _labels(found: AxisAggregation, gold: list[str | None]) -> list[str | None]:
    unknown: list[bool] = np.isnan(found.probabilities[:, 0]).tolist()
    return [
        own if nobody else label
        for label, nobody, own in zip(found.labels, unknown, gold, strict=True)
    ]


def _shares(found: AxisAggregation, labels: list[str | None]) -> list[Any]:
    """Give each passage's shares, or its label where the shares have one only."""
    cells: list[Any] = []
    for label, row in zip(labels, found.probabilities.tolist(), strict=True):
        shares = {
            name: share for name, share in zip(found.label_names, row, strict=True) if share > 0
        }
        cells.append(shares if len(shares) > 1 else label)
    return cells
