"""An encoder model on disk: the checkpoint, the weights on its embeddings, and n-gram tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from stancekit.models.checkpoints import copy_checkpoint
from stancekit.models.encoder.embedding import Embedder, Network
from stancekit.models.encoder.scorer import EncoderParts, EncoderScorer
from stancekit.models.linear.scorer import LinearScorer
from stancekit.models.linear.storage import read_scorer as read_linear
from stancekit.models.linear.storage import write_parts
from stancekit.models.reading import ReadingOptions

ARRAYS: Final = "encoder.npz"
CONTENT: Final = "encoder.json"
CHECKPOINT: Final = "checkpoint"


def write_encoder(
    scorer: EncoderScorer,
    checkpoint: Path,
    folder: Path,
    *,
    tuned: Any = None,
) -> None:
    """Write the model, its encoder included, so that it needs no other file to predict.

    Parameters
    ----------
    checkpoint
        What the encoder was read from.
    tuned
        The encoder's network in full precision, where it is not that of the checkpoint any more.
    """
    parts = scorer.parts
    content = {
        "axes": parts.axes,
        "targets": parts.targets,
        "scale": parts.scale,
        "temperatures": parts.temperatures,
        "reading": parts.reading.model_dump(mode="json"),
        "network": asdict(scorer.embedder.network),
        "linear": parts.linear is not None,
    }
    (folder / CONTENT).write_text(json.dumps(content), encoding="ascii")
    arrays = {"weights": parts.weights, "centre": parts.centre}
    if parts.intercepts is not None:
        arrays["intercepts"] = parts.intercepts
    np.savez(folder / ARRAYS, allow_pickle=False, **arrays)
    if parts.linear is not None:
        write_parts(parts.linear.parts, folder)
    copy_checkpoint(checkpoint, folder / CHECKPOINT, tuned=tuned)


def read_scorer(folder: Path) -> EncoderScorer:
    """Read a model that `write_encoder` wrote; its files were checked by the caller."""
    content = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    with np.load(folder / ARRAYS, allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    linear: LinearScorer | None = read_linear(folder) if content["linear"] else None
    parts = EncoderParts(
        axes={axis: tuple(labels) for axis, labels in content["axes"].items()},
        weights=arrays["weights"],
        centre=arrays["centre"],
        targets=tuple(content["targets"]),
        scale=content["scale"],
        intercepts=arrays.get("intercepts"),
        temperatures=content["temperatures"],
        linear=linear,
        reading=ReadingOptions.model_validate(content["reading"]),
    )
    return EncoderScorer(parts, Embedder.load(folder / CHECKPOINT, Network(**content["network"])))
