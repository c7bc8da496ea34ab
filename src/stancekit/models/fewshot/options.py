"""The options of the fewshot family."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from stancekit.models.encoder.options import EmbeddingOptions
from stancekit.models.linear.options import FittingOptions, Positive

Loss = Literal["cosine", "cosent"]


class FewshotOptions(FittingOptions, EmbeddingOptions):
    """Which encoder is tuned on pairs, for how long, and how the regressions on it are fitted.

    Each step reads `batch_size` passages and learns from every pair among them: a pair of one label
    is to be near, any other far (Tunstall et al. 2022). A passage is read `passes` times on
    average, in no more than `max_steps` steps: what a tuning costs grows with the passages up to
    that bound, and never with the number of their pairs. ``None`` takes 8 passes below 40 labelled
    passages, where more gained nothing, and 24 from there on. `class_weight` says how often
    passages of a label are drawn, and what they count in the regressions.

    Of `folds` folds, `n_held_out` are predicted by an encoder and regressions that never saw them,
    each at the cost of one more tuning; ``None`` takes all of them up to 100 labelled passages, and
    one above that. `loss` ``cosine`` draws the cosine of a pair to 1 or 0; ``cosent`` goes by the
    order of cosines alone.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    loss: Loss = "cosine"
    passes: Positive | None = None
    batch_size: int = Field(default=16, ge=4)
    max_steps: int = Field(default=200, ge=1)
    learning_rate: Positive = 3e-5
    warmup: float = Field(default=0.1, ge=0, lt=1)
    weight_decay: float = Field(default=0.01, ge=0)
    C: list[Positive] = Field(default=[1.0], min_length=1)
    folds: int = Field(default=3, ge=2, le=20)
    n_held_out: int | None = Field(default=None, ge=0)
