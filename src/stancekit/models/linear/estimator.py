"""The linear family: logistic regression over n-grams of masked text, for all axes in one pass."""

from __future__ import annotations

from pathlib import Path

from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.linear.learning import describe_fit, held_out, learn
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.scorer import LinearScorer
from stancekit.models.linear.storage import write_parts
from stancekit.models.passages import PassageColumns
from stancekit.models.task import Task


class LinearStanceClassifier(StanceClassifier[LinearOptions]):
    """Logistic regression over words, word pairs and character n-grams of masked passages.

    Parameters and attributes are those of `StanceClassifier`; `options` is a `LinearOptions`, and
    the seed is that of the folds in which strengths are chosen and temperatures fitted.

    Notes
    -----
    Passages with a target are read with the target marked, the words around it apart, and with
    features of how text and target relate. Temperatures are fitted to out-of-fold predictions
    (Guo et al. 2017).
    """

    family = "linear"
    options_type = LinearOptions

    def write_weights(self, folder: Path) -> None:
        """Write the tables into the folder, as arrays and JSON."""
        check_is_fitted(self, "scorer_")
        write_parts(self.scorer_.parts, folder)

    def _fit(
        self, columns: PassageColumns, task: Task, options: LinearOptions, around: Surroundings
    ) -> None:
        # One thread, whatever the machine: sums in another order would be another model.
        with threadpool_limits(1, user_api="blas"):
            learned = learn(columns, task, options, progress=around.progress)
        choices = {axis: describe_fit(fit) for axis, fit in learned.fits.items()}
        self._set_fitted(LinearScorer(learned.parts), choices, held_out(learned.fits, task))
