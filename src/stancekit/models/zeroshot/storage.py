"""A zero-shot model on disk: the checkpoint, and the hypotheses and calibration as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from stancekit.models.checkpoints import copy_checkpoint
from stancekit.models.devices import Device, Precision
from stancekit.models.reading import ReadingOptions
from stancekit.models.shrinkage import Calibration
from stancekit.models.zeroshot.hypotheses import Hypotheses
from stancekit.models.zeroshot.network import EntailmentNetwork
from stancekit.models.zeroshot.scorer import Reading, ZeroshotScorer

CONTENT: Final = "zeroshot.json"
CHECKPOINT: Final = "checkpoint"


def write_zeroshot(
    scorer: ZeroshotScorer,
    checkpoint: Path,
    folder: Path,
    *,
    device: Device,
    precision: Precision,
) -> None:
    """Write the model, its checkpoint included, so that it needs no other file to predict."""
    content = {
        "hypotheses": scorer.hypotheses.axes,
        "entailment": scorer.network.entailment,
        "how": {**asdict(scorer.how), "reading": scorer.how.reading.model_dump(mode="json")},
        "calibrations": {axis: asdict(each) for axis, each in scorer.calibrations.items()},
        "device": device,
        "precision": precision,
    }
    (folder / CONTENT).write_text(json.dumps(content), encoding="ascii")
    copy_checkpoint(
        checkpoint, folder / CHECKPOINT, architecture="AutoModelForSequenceClassification"
    )


def read_scorer(folder: Path) -> ZeroshotScorer:
    """Read a model that `write_zeroshot` wrote; its files were checked by the caller."""
    content = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    how = content["how"]
    network = EntailmentNetwork.load(
        folder / CHECKPOINT,
        entailment=content["entailment"],
        device=content["device"],
        precision=content["precision"],
    )
    return ZeroshotScorer(
        network,
        Hypotheses.of(content["hypotheses"]),
        Reading(**{**how, "reading": ReadingOptions.model_validate(how["reading"])}),
        {
            axis: Calibration(temperature=each["temperature"], biases=tuple(each["biases"]))
            for axis, each in content["calibrations"].items()
        },
    )
