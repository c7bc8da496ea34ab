"""What the families' estimators have in common: a scikit-learn classifier of many axes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar

import numpy as np
import pandas as pd
from pydantic import BaseModel, ValidationError
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from stancekit.codebook import Codebook
from stancekit.errors import ModelError, nearest
from stancekit.models.arrays import FloatArray
from stancekit.models.contract import Progress
from stancekit.models.held_out import HeldOut
from stancekit.models.labels import check_lengths, check_weights, own_labels, to_targets
from stancekit.models.passages import PassageColumns, to_columns
from stancekit.models.task import Task

Options = TypeVar("Options", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who is told of a fit, and where it may leave what it would go on from."""

    progress: Progress | None = None
    work: Path | None = None


class StanceClassifier(ClassifierMixin, BaseEstimator, Generic[Options]):  # type: ignore[misc]
    """A classifier of passages on all axes of a codebook.

    Parameters
    ----------
    codebook
        The axes to learn and their labels; ``None`` takes the columns of `y` and their sorted
        labels.
    options
        The family's options, or a mapping of their fields; ``None`` for the defaults.
    random_state
        Seed of everything that is drawn.

    Attributes
    ----------
    codebook_
        The codebook that was learned: the one given, or one made of the labels in `y`.
    classes_
        The labels of each axis, in the order of the probabilities.
    scorer_
        The fitted model, as loading a saved one gives it.
    choices_
        For each axis, what was chosen and how each choice scored.
    held_out_
        For each axis, predictions for labelled rows by models that were not fitted on them.
    """

    family: ClassVar[str]
    options_type: ClassVar[type[BaseModel]]
    fewest_labels: ClassVar[int] = 2
    """Of an axis, in the rows of `fit`."""

    def __init__(
        self,
        codebook: Codebook | None = None,
        *,
        options: Options | Mapping[str, Any] | None = None,
        random_state: int = 0,
    ) -> None:
        self.codebook = codebook
        self.options = options
        self.random_state = random_state

    def fit(
        self,
        X: Any,
        y: pd.DataFrame,
        *,
        groups: Sequence[Any] | None = None,
        progress: Progress | None = None,
        work: Path | None = None,
    ) -> Self:
        """Fit all axes; rows whose label is null are masked for that axis.

        A cell of `y` is a label, or a mapping of labels to their shares: a soft label, which
        counts for each of them in proportion.

        Parameters
        ----------
        X
            A sequence of str, or rows with ``text`` and, where known, ``target``, ``speaker`` and
            ``affiliation``.
        y
            One column an axis.
        groups
            What stays whole in inner folds, one a row.
        progress
            Told of each step.
        work
            A folder for what a fit that is cut off leaves, and the same fit goes on from. Families
            that are fitted within minutes leave nothing.

        Raises
        ------
        ModelError
            If an axis has fewer than two labels in `y`, in a family that learns from them, or a
            label that the codebook lacks.
        """
        options = self._checked_options()
        columns = to_columns(X)
        y = pd.DataFrame(y).reset_index(drop=True)
        groups = None if groups is None else list(groups)
        check_lengths(len(columns), len(y), groups)
        labels = self._labels(y)
        check_weights(getattr(options, "class_weight", None), labels)
        task = Task(
            labels=labels, targets=self._targets(y, labels), groups=groups, seed=self.random_state
        )
        return self._fit_task(columns, task, options, Surroundings(progress, work))

    def fit_task(self, columns: PassageColumns, task: Task, around: Surroundings) -> Self:
        """Fit what another family has read already, as one of its members."""
        options = self._checked_options()
        check_weights(getattr(options, "class_weight", None), task.labels)
        return self._fit_task(columns, task, options, around)

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        check_is_fitted(self, "scorer_")
        proba: dict[str, FloatArray] = self.scorer_.predict_proba(X)
        return proba

    def predict(self, X: Any) -> pd.DataFrame:
        """Give the most probable label of each axis, one column an axis."""
        proba = self.predict_proba(X)
        return pd.DataFrame(
            {axis: self.classes_[axis][proba[axis].argmax(axis=1)] for axis in proba}
        )

    def score(self, X: Any, y: pd.DataFrame, sample_weight: Any = None) -> float:
        """Give the mean accuracy over axes, each over its labelled rows."""
        predicted, gold = self.predict(X), pd.DataFrame(y).reset_index(drop=True)
        shares = [
            np.average(
                (predicted[axis] == gold[axis])[gold[axis].notna()],
                weights=None if sample_weight is None else sample_weight[gold[axis].notna()],
            )
            for axis in predicted
        ]
        return float(np.mean(shares))

    def describe(self) -> dict[str, Any]:
        """Give the choices that `fit` made, as plain data."""
        check_is_fitted(self, "choices_")
        return dict(self.choices_)

    def _fit_task(
        self, columns: PassageColumns, task: Task, options: Options, around: Surroundings
    ) -> Self:
        self._fit(columns, task, options, around)
        self.codebook_ = self.codebook or Codebook.from_labels(task.labels, name="unnamed")
        self.classes_ = {axis: np.array(names) for axis, names in task.labels.items()}
        return self

    @abstractmethod
    def write_weights(self, folder: Path) -> None:
        """Write arrays and JSON into the folder; nothing there is ever unpickled."""

    @abstractmethod
    def _fit(
        self, columns: PassageColumns, task: Task, options: Options, around: Surroundings
    ) -> None:
        """Fit, and set `scorer_`, `choices_` and `held_out_`."""

    def _targets(
        self, y: pd.DataFrame, labels: Mapping[str, tuple[str, ...]]
    ) -> dict[str, FloatArray]:
        fewest = self.fewest_labels
        return {
            axis: to_targets(axis, y[axis], names, fewest=fewest) for axis, names in labels.items()
        }

    def _required_codebook(self) -> Codebook:
        """Give the codebook, where a family cannot do with the labels found in `y` alone."""
        if self.codebook is None:
            raise ModelError(
                f"codebook: found none, which the {self.family} family cannot do without; pass "
                "one, as in Codebook.load(PATH)"
            )
        return self.codebook

    def _set_fitted(
        self, scorer: Any, choices: Mapping[str, Any], held_out: Mapping[str, HeldOut]
    ) -> None:
        self.scorer_ = scorer
        self.choices_ = dict(choices)
        self.held_out_ = dict(held_out)

    def _checked_options(self) -> Options:
        kind: Any = self.options_type
        given: Any = self.options
        try:
            checked: Options = given if isinstance(given, kind) else kind(**dict(given or {}))
        except ValidationError as error:
            first = error.errors()[0]
            # A problem of several options together has no place.
            known = [nearest(str(place), kind.model_fields) for place in first["loc"][:1]]
            raise ModelError("; ".join([f"options: {first['msg']}", *known])) from error
        return checked

    def _labels(self, y: pd.DataFrame) -> dict[str, tuple[str, ...]]:
        if self.codebook is not None:
            missing = [axis for axis in self.codebook.axes if axis not in y]
            if missing:
                raise ModelError(f"y has the columns {list(y)}, expected also {missing}")
            return {name: axis.label_names for name, axis in self.codebook.axes.items()}
        return {str(axis): own_labels(str(axis), y[axis]) for axis in y}
