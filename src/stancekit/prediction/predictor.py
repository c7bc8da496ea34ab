"""The importable predictor: passages and articles in, stances out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stancekit.models import StanceScorer, load_model, read_manifest
from stancekit.models.confidence import Confidence, label_sets, read_confidence
from stancekit.models.explaining import MOST_SPANS, asked_labels, explain_passage
from stancekit.models.passages import to_columns
from stancekit.prediction.caution import Caution
from stancekit.prediction.locate import ResolvedModel, resolve_model
from stancekit.records import (
    Article,
    Stance,
    StanceExplanation,
    Statement,
    TaggedArticle,
    TaggedStatement,
)

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from stancekit.codebook import Codebook

_TOGETHER = 64
"""Articles whose statements are predicted in one call."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model this is.

    Parameters
    ----------
    uri
        The address it was loaded from, an alias resolved to a version.
    training
        What it was trained on: data digests, rows, groups, split.
    choices
        For each axis, what `fit` chose.
    """

    uri: str
    path: str
    version: str | None
    run_id: str | None
    family: str
    codebook: dict[str, str]
    axes: dict[str, tuple[str, ...]]
    training: dict[str, Any]
    choices: dict[str, Any]
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Limits:
    """For each axis, the probability below which it abstains, and that of labels in a set."""

    thresholds: Mapping[str, float]
    least: Mapping[str, float] | None


class Predictor:
    """A loaded model: predicts passages, and tags articles.

    Loading and using a linear model imports numpy and nothing heavier.
    """

    def __init__(self, scorer: StanceScorer, info: ModelInfo) -> None:
        self._scorer = scorer
        self.info = info

    @classmethod
    def load(
        cls,
        uri: str | Path,
        *,
        codebook: Codebook | None = None,
        tracking_uri: str | None = None,
    ) -> Predictor:
        """Load a saved model.

        Parameters
        ----------
        uri
            A model folder, ``runs:/ID/model``, ``models:/NAME/3``, ``models:/NAME@alias`` or
            ``models:/m-ID``.
        codebook
            The codebook that the caller goes by; loading fails if the model was trained with
            another.
        tracking_uri
            Address of the MLflow store; by default ``MLFLOW_TRACKING_URI``, else
            ``sqlite:///mlflow.db`` in the current directory.

        Raises
        ------
        ModelError
            If there is no such model, or its files are not those that were saved.
        CodebookError
            If `codebook` differs from the model's.
        """
        found = resolve_model(uri, tracking_uri)
        manifest = read_manifest(found.path)
        predictor = cls(load_model(found.path, manifest=manifest), _info(found, manifest))
        if codebook is not None and codebook.hash != predictor.info.codebook["hash"]:
            predictor.codebook.require_same(codebook, where=str(uri))
        return predictor

    @property
    def axes(self) -> dict[str, tuple[str, ...]]:
        """The labels of each axis, in codebook order."""
        return self.info.axes

    @property
    def codebook(self) -> Codebook:
        """The codebook that the model was trained with."""
        from stancekit.codebook import Codebook

        return Codebook.load(Path(self.info.path) / "codebook.yaml")

    def predict_proba(self, X: Any) -> dict[str, NDArray[np.float64]]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order).

        Parameters
        ----------
        X
            A sequence of str, or rows (mappings or a DataFrame) with ``text`` and, where known,
            ``target``, ``speaker`` and ``affiliation``.
        """
        return self._scorer.predict_proba(X)

    def predict(
        self,
        X: Any,
        *,
        threshold: float | None = None,
        precision: float | None = None,
        coverage: float | None = None,
    ) -> list[dict[str, Stance]]:
        """Give each passage's stance on each axis.

        Parameters
        ----------
        threshold
            Where the most probable label is less probable than this, the predictor abstains:
            the stance's label is ``None``. By default it abstains only from texts without a
            word, of which there is nothing to tell.
        precision
            Abstain so that this share of the labels given is right, as far as training rows that
            were held out of the fit show it; in place of a threshold.
        coverage
            Name a set of labels, too, that holds the gold label this often (``stance.labels``).

        Raises
        ------
        ModelError
            If a number is no share, or the model has no held-out rows, or none that show such a
            precision.
        """
        limits = self._limits(Caution(threshold, precision, coverage))
        passages = to_columns(X)
        blank = _blank(passages.texts)
        by_axis = {}
        for axis, proba in self.predict_proba(passages).items():
            abstained = _abstained(proba, blank, limits.thresholds[axis]).tolist()
            sets = self._sets(axis, proba, limits)
            by_axis[axis] = [
                _stance(row, self.axes[axis], no, labels)
                for row, no, labels in zip(proba.tolist(), abstained, sets, strict=True)
            ]
        return [{axis: by_axis[axis][row] for axis in by_axis} for row in range(len(passages))]

    def predict_frame(
        self, X: Any, *, threshold: float | None = None, precision: float | None = None
    ) -> pd.DataFrame:
        """Give one tidy frame: for each axis ``AXIS``, ``AXIS.p_LABEL``… and ``AXIS.abstained``."""
        import pandas as pd

        limits = self._limits(Caution(threshold, precision))
        columns: dict[str, Any] = {}
        index = X.index if isinstance(X, pd.DataFrame) else None
        passages = to_columns(X)
        blank = _blank(passages.texts)
        for axis, proba in self.predict_proba(passages).items():
            labels = self.axes[axis]
            abstained = _abstained(proba, blank, limits.thresholds[axis])
            chosen = [labels[code] for code in proba.argmax(axis=1)]
            known = [None if no else label for no, label in zip(abstained, chosen, strict=True)]
            # As objects from the start: pandas would turn None into NaN on the way.
            columns[axis] = pd.Series(known, index=index, dtype=object)
            columns |= {f"{axis}.p_{label}": proba[:, code] for code, label in enumerate(labels)}
            columns[f"{axis}.abstained"] = abstained
        return pd.DataFrame(columns, index=index)

    def explain(
        self,
        passage: str | Mapping[str, Any],
        axis: str | None = None,
        label: str | None = None,
        *,
        most_spans: int = MOST_SPANS,
    ) -> dict[str, StanceExplanation]:
        """Tell what each part of a text adds to a label, with its offsets in the text as given.

        A linear model tells exactly what each word adds to the label's logit. Of any other, the
        text is divided into words, or phrases where it is long, and each is left out in turn: its
        weight is by how much the label's log-odds fall (Zeiler and Fergus 2014).

        Parameters
        ----------
        passage
            A text, or a row with ``text`` and, where known, ``target``, ``speaker`` and
            ``affiliation``.
        axis
            By default all axes.
        label
            By default the most probable one of each axis.
        most_spans
            Parts of the text that are left out at most: the model reads it once more than there
            are parts. It has no effect on a linear model, which reads it once.

        Raises
        ------
        ModelError
            If there is no such axis, or a label that an axis does not have.
        """
        labels = asked_labels(self.axes, axis, label)
        return explain_passage(self._scorer, passage, labels, most_spans=most_spans)

    def tag(
        self,
        article: Article | str,
        *,
        threshold: float | None = None,
        precision: float | None = None,
        coverage: float | None = None,
    ) -> TaggedArticle:
        """Find who says what in an article, and each speaker's stance.

        Parameters
        ----------
        article
            An article, or its text.
        threshold, precision, coverage
            As for `predict`.
        """
        asked = {"threshold": threshold, "precision": precision, "coverage": coverage}
        return next(self.tag_many([article], **asked))

    def tag_many(
        self,
        articles: Iterable[Article | str],
        *,
        threshold: float | None = None,
        precision: float | None = None,
        coverage: float | None = None,
    ) -> Iterator[TaggedArticle]:
        """Tag articles one after the other, in order; memory does not grow with their number."""
        from stancekit.articles import read_article

        asked = {"threshold": threshold, "precision": precision, "coverage": coverage}
        self._limits(Caution(**asked))
        waiting: list[Article] = []
        for article in articles:
            waiting.append(read_article(article) if isinstance(article, str) else article)
            if len(waiting) == _TOGETHER:
                yield from self._tag_together(waiting, asked)
                waiting = []
        yield from self._tag_together(waiting, asked)

    def _limits(self, caution: Caution) -> _Limits:
        caution.check()
        known: Mapping[str, Confidence] = {}
        if caution.needs_held_out:
            known = read_confidence(Path(self.info.path))
        return _Limits(
            thresholds=caution.thresholds(self.axes, known),
            least=caution.least_probabilities(self.axes, known),
        )

    def _sets(
        self, axis: str, proba: NDArray[np.float64], limits: _Limits
    ) -> list[tuple[str, ...] | None]:
        if limits.least is None:
            return [None] * len(proba)
        inside = label_sets(proba, limits.least[axis])
        return [tuple(compress(self.axes[axis], row)) for row in inside.tolist()]

    def _tag_together(
        self, articles: list[Article], asked: Mapping[str, float | None]
    ) -> Iterator[TaggedArticle]:
        from stancekit.articles import statements

        found = [statements(article) for article in articles]
        passages = [_passage(statement) for group in found for statement in group]
        stances = iter(self.predict(passages, **asked) if passages else [])
        for article, group in zip(articles, found, strict=True):
            tagged = tuple(TaggedStatement(statement, next(stances)) for statement in group)
            yield TaggedArticle(article, tagged)


def _blank(texts: list[str]) -> NDArray[np.bool_]:
    """Tell which texts hold no letter and no digit."""
    import numpy as np

    return np.array([not any(map(str.isalnum, text)) for text in texts], dtype=bool)


def _abstained(
    proba: NDArray[np.float64], blank: NDArray[np.bool_], threshold: float
) -> NDArray[np.bool_]:
    unsure: NDArray[np.bool_] = proba.max(axis=1) < threshold
    return unsure | blank


def _stance(
    probabilities: list[float],
    labels: tuple[str, ...],
    abstained: bool,
    label_set: tuple[str, ...] | None,
) -> Stance:
    highest = max(probabilities)
    return Stance(
        label=None if abstained else labels[probabilities.index(highest)],
        probability=highest,
        probabilities=dict(zip(labels, probabilities, strict=True)),
        abstained=abstained,
        labels=label_set,
    )


def _passage(statement: Statement) -> dict[str, str | None]:
    return {
        "text": statement.text,
        "speaker": statement.speaker.name,
        "affiliation": statement.speaker.affiliation,
    }


def _info(found: ResolvedModel, manifest: Mapping[str, Any]) -> ModelInfo:
    return ModelInfo(
        uri=found.uri,
        path=str(found.path),
        version=found.version,
        run_id=found.run_id,
        family=manifest["family"],
        codebook=manifest["codebook"],
        axes={axis: tuple(labels) for axis, labels in manifest["axes"].items()},
        training=manifest["training"],
        choices=manifest["choices"],
        versions=manifest["versions"],
    )
