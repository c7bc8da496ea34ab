"""The options of the encoder family."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from stancekit.models.devices import Device, Precision
from stancekit.models.linear.options import FittingOptions, NgramOptions, Positive
from stancekit.models.reading import ReadingOptions, TargetReading
from stancekit.models.windows import OnLong

Pooling = Literal["auto", "mean", "cls"]


class EmbeddingOptions(ReadingOptions):
    """Which encoder embeds a passage, and how.

    `checkpoint` is a folder or a hub id of a sentence-transformers or transformers encoder.
    `pooling` ``auto`` goes by what the checkpoint says of itself, else takes the mean. The last
    `layers` layers are pooled, each for itself, and stand side by side: an encoder made for
    likeness of sentences has given up some of what tells stances apart in its last one (Devlin et
    al. 2019, section 5.3, take four).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    checkpoint: str = "sentence-transformers/all-MiniLM-L6-v2"
    pooling: Pooling = "auto"
    layers: int = Field(default=1, ge=1)
    max_length: int | None = Field(default=None, ge=8)
    on_long: OnLong = "window"
    device: Device = "auto"
    precision: Precision = "auto"


class EncoderOptions(FittingOptions, EmbeddingOptions):
    """Which encoder reads a passage, how, and how the regressions on it are fitted.

    With `linear` the n-grams of the linear family (its options under `ngrams`) stand beside the
    embedding, which then counts `weight` times as much as one of their blocks. `cache` is a folder
    in which embeddings are kept by the content of text and checkpoint: ``auto`` takes
    ``stancekit/embeddings`` in the user's cache folder, ``None`` keeps none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    # A frozen encoder has never seen a target as a second segment.
    target: TargetReading = "none"
    linear: bool = True
    ngrams: NgramOptions = NgramOptions()
    weight: Positive = 1.0
    cache: str | None = "auto"
