"""The options of the zeroshot family."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from stancekit.models.devices import Device, Precision
from stancekit.models.reading import MaskOptions
from stancekit.models.windows import OnLong


class ZeroshotOptions(MaskOptions):
    """Which entailment model tests the codebook's hypotheses, and how a passage is read.

    `checkpoint` is a folder or a hub id of a sequence classifier trained on natural language
    inference. `entailment` is which of its outputs, counted from 0, says that the hypothesis
    follows; ``None`` reads it from the checkpoint, where that plainly says so, and fails where not.
    `no_target` are the words that stand for ``{target}`` in a hypothesis where a passage has no
    target; ``None`` refuses such a passage. With `calibrate` a temperature and a bias a label are
    fitted to the rows that are labelled, if any are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    checkpoint: str = "cross-encoder/nli-MiniLM2-L6-H768"
    entailment: int | None = Field(default=None, ge=0)
    no_target: str | None = Field(default=None, min_length=1)
    calibrate: bool = True
    max_length: int | None = Field(default=None, ge=16)
    on_long: OnLong = "window"
    device: Device = "auto"
    precision: Precision = "auto"
