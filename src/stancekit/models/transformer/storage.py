"""A fine-tuned model on disk: each network as transformers saves it, the tokenizer, and JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from stancekit.models.loading import load_tokenizer
from stancekit.models.reading import ReadingOptions
from stancekit.models.transformer.network import StanceNetwork
from stancekit.models.transformer.scorer import Running, TransformerScorer

CONTENT: Final = "transformer.json"
TOKENIZER: Final = "tokenizer"


def write_transformer(scorer: TransformerScorer, folder: Path) -> None:
    """Write the model; nothing in it is a pickle."""
    for number, network in enumerate(scorer.networks):
        network.float().save_pretrained(folder / f"network-{number}")
        network.to(scorer.dtype)
    scorer.tokenizer.save_pretrained(folder / TOKENIZER)
    running = {**asdict(scorer.running), "reading": scorer.running.reading.model_dump(mode="json")}
    content = {
        "n_networks": len(scorer.networks),
        "running": running,
        "temperatures": scorer.temperatures,
    }
    (folder / CONTENT).write_text(json.dumps(content), encoding="ascii")


def read_scorer(folder: Path) -> TransformerScorer:
    """Read a model that `write_transformer` wrote; its files were checked by the caller."""
    content = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    running = content["running"]
    networks = [
        StanceNetwork.load(folder / f"network-{number}") for number in range(content["n_networks"])
    ]
    return TransformerScorer(
        networks,
        load_tokenizer(folder / TOKENIZER),
        Running(**{**running, "reading": ReadingOptions.model_validate(running["reading"])}),
        content["temperatures"],
    )
