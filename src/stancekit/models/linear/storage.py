"""A linear model on disk: one file of arrays, one of JSON, nothing that runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from stancekit.models.linear.relation import Relation
from stancekit.models.linear.scorer import LinearParts, LinearScorer, Table

ARRAYS = "linear.npz"
VOCABULARY = "linear.json"


def write_parts(parts: LinearParts, folder: Path) -> None:
    """Write the model; equal models give equal bytes."""
    vocabulary = {
        "axes": parts.axes,
        "temperatures": parts.temperatures,
        "prefix": parts.prefix,
        "characters": parts.characters,
        "pairs": parts.pairs,
        "near": parts.near,
        "mask_speaker": parts.mask_speaker,
        "mask_names": parts.mask_names,
        "unseen": None if parts.relation is None else parts.relation.unseen,
        "words": parts.words,
        "ngrams": parts.ngrams,
    }
    (folder / VOCABULARY).write_text(json.dumps(vocabulary), encoding="ascii")
    np.savez(folder / ARRAYS, allow_pickle=False, **_arrays(parts))


def read_scorer(folder: Path) -> LinearScorer:
    """Read a model that `write_parts` wrote; its files were checked by the caller."""
    content = json.loads((folder / VOCABULARY).read_text(encoding="ascii"))
    with np.load(folder / ARRAYS, allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    return LinearScorer(_to_parts(content, arrays))


def _arrays(parts: LinearParts) -> dict[str, Any]:
    arrays: dict[str, Any] = {"intercepts": parts.intercepts}
    for name, table in parts.tables.items():
        arrays |= {f"{name}.weights": table.weights, f"{name}.squares": table.squares}
    arrays |= {f"{name}.keys": keys for name, keys in parts.keys.items()}
    if parts.relation is not None and parts.relation_weights is not None:
        arrays |= {
            "relation.idf": parts.relation.idf,
            "relation.vectors": parts.relation.vectors,
            "relation.weights": parts.relation_weights,
        }
    return arrays


def _to_parts(content: dict[str, Any], arrays: dict[str, Any]) -> LinearParts:
    relation = None
    if content["unseen"] is not None:
        relation = Relation(arrays["relation.idf"], content["unseen"], arrays["relation.vectors"])
    tables = {
        name.removesuffix(".squares"): Table(
            arrays[f"{name.removesuffix('.squares')}.weights"], array
        )
        for name, array in arrays.items()
        if name.endswith(".squares")
    }
    return LinearParts(
        axes={axis: tuple(labels) for axis, labels in content["axes"].items()},
        words=content["words"],
        ngrams=content["ngrams"],
        prefix=content["prefix"],
        characters=None if content["characters"] is None else tuple(content["characters"]),
        pairs=content["pairs"],
        near=content["near"],
        mask_speaker=content["mask_speaker"],
        mask_names=content["mask_names"],
        tables=tables,
        keys={
            name.removesuffix(".keys"): array
            for name, array in arrays.items()
            if name.endswith(".keys")
        },
        intercepts=arrays["intercepts"],
        temperatures=content["temperatures"],
        relation=relation,
        relation_weights=arrays.get("relation.weights"),
    )
