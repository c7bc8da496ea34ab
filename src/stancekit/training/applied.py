"""A saved model and its majority baseline on labelled rows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.training.rows import Proba, Rows


def apply_model(
    predictor: Predictor,
    rows: Rows,
    corpus: Corpus,
    asked: Mapping[str, float | None],
    progress: Progress | None,
) -> tuple[Proba, dict[str, list[bool]] | None]:
    """Give the probabilities and, where it is asked when to abstain, where the model does."""
    if progress is not None:
        progress("predict", 0, len(rows))
    abstained = None
    if any(value is not None for value in asked.values()):
        frame = predictor.predict_frame(rows.X, **asked)
        columns = {
            axis: [f"{axis}.p_{label}" for label in predictor.axes[axis]] for axis in corpus.axes
        }
        proba = {axis: frame[columns[axis]].to_numpy() for axis in corpus.axes}
        abstained = {axis: frame[f"{axis}.abstained"].tolist() for axis in corpus.axes}
    else:
        every = predictor.predict_proba(rows.X)
        proba = {axis: every[axis] for axis in corpus.axes}
    if progress is not None:
        progress("predict", len(rows), len(rows))
    return proba, abstained


def majority_baseline(predictor: Predictor, codebook: Codebook, n: int) -> dict[str, Proba]:
    """Give the majority baseline, where the model saw labels and says how often it saw each."""
    counted = predictor.info.training.get("labels")
    if counted is None or not all(any(counted[axis].values()) for axis in codebook.axes):
        return {}
    return {"majority": _majority(counted, codebook, n)}


def _majority(counted: Mapping[str, Mapping[str, int]], codebook: Codebook, n: int) -> Proba:
    """Give the training rows' shares of each label, for every row."""
    shares = {
        axis: np.array([counted[axis][label] for label in codebook.axes[axis].labels], float)
        for axis in codebook.axes
    }
    return {axis: np.tile(values / values.sum(), (n, 1)) for axis, values in shares.items()}
