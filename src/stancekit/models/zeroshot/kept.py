"""Log odds of many passages, kept on the way: a fit that is cut off goes on from there."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from stancekit.models.arrays import FloatArray
from stancekit.models.contract import Progress
from stancekit.models.estimator import Surroundings
from stancekit.models.passages import PassageColumns
from stancekit.models.zeroshot.scorer import CHUNK, ZeroshotScorer


def kept_log_odds(
    scorer: ZeroshotScorer, columns: PassageColumns, digest: str, around: Surroundings
) -> FloatArray:
    """Give the log odds of each hypothesis, shape (passages, hypotheses).

    Parameters
    ----------
    digest
        Of the checkpoint: what another one left is not gone on with.
    """
    n_hypotheses = len(scorer.hypotheses.texts)
    parts = [np.empty((0, n_hypotheses))]
    for start in range(0, len(columns), CHUNK):
        chunk = columns.rows(slice(start, start + CHUNK))
        kept = around.work / f"{digest[:16]}-{start}.npy" if around.work is not None else None
        progress = _from(around.progress, start * n_hypotheses, len(columns) * n_hypotheses)
        if kept is not None and kept.is_file():
            parts.append(np.load(kept, allow_pickle=False))
            continue
        parts.append(scorer.log_odds(chunk, first=start, progress=progress))
        if kept is not None:
            _keep(parts[-1], kept)
    return np.concatenate(parts)


def _keep(values: FloatArray, path: Path) -> None:
    """Write an array that takes its name once it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    with temporary.open("wb") as file:
        np.save(file, values, allow_pickle=False)
    temporary.replace(path)


def _from(progress: Progress | None, before: int, total: int) -> Progress | None:
    """Count the pairs of one chunk among those of all."""
    if progress is None:
        return None
    tell = progress

    def counted(step: str, done: int, _: int) -> None:
        tell(step, before + done, total)

    return counted
