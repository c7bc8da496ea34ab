"""What every model family offers, and what every saved model offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from stancekit.models.held_out import HeldOut

Progress = Callable[[str, int, int], None]
"""Told of a step: its name, how much of it is done, and of how much."""


class StanceScorer(Protocol):
    """A fitted model, ready to predict; all that loading a saved model needs to give."""

    axes: Mapping[str, tuple[str, ...]]
    """The labels of each axis, in codebook order."""

    def predict_proba(self, X: Any) -> dict[str, NDArray[np.float64]]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        ...


@runtime_checkable
class ReadsWindows(Protocol):
    """A fitted model that may read a part of a long passage alone, and tells of which."""

    def truncated(self, X: Any) -> NDArray[np.bool_] | None:
        """Give which passages are longer than the model reads, shape (n,).

        ``None`` where it reads passages of any length, as a model of such members does.
        """
        ...


def truncated(scorer: StanceScorer, X: Any) -> NDArray[np.bool_] | None:
    """Give which passages a model reads a part of alone; ``None`` where it reads any length."""
    return scorer.truncated(X) if isinstance(scorer, ReadsWindows) else None


class StanceModel(Protocol):
    """A model family: one `fit` and one pass over the text for all axes."""

    held_out_: Mapping[str, HeldOut]
    """After `fit`: each axis' predictions for training rows that were held out of them."""

    def fit(
        self,
        X: Any,
        y: pd.DataFrame,
        *,
        groups: Sequence[Any] | None = None,
        progress: Progress | None = None,
        work: Path | None = None,
    ) -> Self:
        """Fit all axes; null labels are masked, and `groups` stay whole in inner folds.

        A cell of `y` is a label, or a mapping of labels to their shares: a soft label. `work` is a
        folder for what a fit that is cut off leaves, and the same fit goes on from.
        """
        ...

    def predict_proba(self, X: Any) -> dict[str, NDArray[np.float64]]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        ...

    def predict(self, X: Any) -> pd.DataFrame:
        """Give the most probable label of each axis."""
        ...

    def describe(self) -> dict[str, Any]:
        """Give the choices that `fit` made, as plain data."""
        ...

    def write_weights(self, folder: Path) -> None:
        """Write arrays and JSON into the folder; nothing there is ever unpickled."""
        ...
