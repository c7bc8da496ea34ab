"""The options of the transformer family."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from stancekit.models.devices import Device, Precision
from stancekit.models.reading import ReadingOptions
from stancekit.models.windows import OnLong

Positive = Annotated[float, Field(gt=0)]
Share = Annotated[float, Field(ge=0, lt=1)]


class PretrainingOptions(BaseModel):
    """Masked language modelling on a user's own unlabelled texts, before the fine-tuning.

    `texts` is a ``.jsonl``, ``.csv`` or ``.parquet`` file with a ``text`` column; ``train`` takes
    the training passages themselves (Gururangan et al. 2020).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: str = "train"
    epochs: Positive = 3.0
    learning_rate: Positive = 1e-4
    batch_size: int = Field(default=32, ge=1)
    masked: float = Field(default=0.15, gt=0, lt=1)


class TransformerOptions(ReadingOptions):
    """Which encoder is fine-tuned, and how.

    Of `n_models` models each is fitted without one of as many folds, which keep groups whole; it
    stops by that fold, and the temperature is fitted to what the models say of their own. Their
    probabilities are averaged. One model alone holds out one of five folds. `patience` is how many
    epochs without a lower loss are borne; ``None`` runs all `epochs` and keeps the last.

    `layer_decay` is what the learning rate of each layer is multiplied by, counted from the heads
    down (Howard and Ruder 2018). `dropout` and `attention_dropout` are the checkpoint's own where
    they are ``None``; on a CPU that of the attention takes a third of the time. `batch_size` is
    that of one step on all devices together; `accumulation` divides it where the memory does not
    hold it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    checkpoint: str = "sentence-transformers/all-MiniLM-L6-v2"
    max_length: int | None = Field(default=None, ge=8)
    on_long: OnLong = "window"
    n_models: int = Field(default=1, ge=1, le=20)
    epochs: int = Field(default=8, ge=1)
    patience: int | None = Field(default=2, ge=1)
    learning_rate: Positive = 5e-5
    layer_decay: float = Field(default=0.9, gt=0, le=1)
    warmup: Share = 0.1
    weight_decay: float = Field(default=0.01, ge=0)
    dropout: Share | None = None
    attention_dropout: Share | None = None
    label_smoothing: Share = 0.0
    class_weight: Literal["balanced"] | dict[str, Positive] | None = "balanced"
    batch_size: int = Field(default=16, ge=1)
    accumulation: int = Field(default=1, ge=1)
    pretraining: PretrainingOptions | None = None
    device: Device = "auto"
    precision: Precision = "auto"
