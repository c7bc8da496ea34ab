"""The encoder family: logistic regressions on a frozen encoder's embeddings, all axes at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from stancekit.models.arrays import FloatArray
from stancekit.models.checkpoints import checkpoint_digest, open_checkpoint
from stancekit.models.contract import Progress
from stancekit.models.encoder.cache import EmbeddingCache, cache_folder
from stancekit.models.encoder.cached import embed_cached
from stancekit.models.encoder.embedding import Embedder, Network
from stancekit.models.encoder.features import embedding_columns, frequent_targets
from stancekit.models.encoder.options import EncoderOptions
from stancekit.models.encoder.scorer import EncoderParts, EncoderScorer
from stancekit.models.encoder.storage import write_encoder
from stancekit.models.estimator import StanceClassifier, Surroundings
from stancekit.models.linear.fitting import AxisFit
from stancekit.models.linear.learning import Learned, describe_fit, fit_axes, held_out, learn
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.scorer import LinearScorer
from stancekit.models.passages import PassageColumns
from stancekit.models.task import Task
from stancekit.models.wording import read_passages


class EncoderStanceClassifier(StanceClassifier[EncoderOptions]):
    """Logistic regression on a frozen encoder's embeddings, with or without n-grams beside them.

    Parameters and attributes are those of `StanceClassifier`; `options` is an `EncoderOptions`.

    Notes
    -----
    Embeddings are of unit length and centred on the training passages. Strengths are chosen and
    temperatures fitted (Guo et al. 2017) on out-of-fold predictions, as in the linear family.
    """

    family = "encoder"
    options_type = EncoderOptions

    def write_weights(self, folder: Path) -> None:
        """Write the encoder, the weights on its embeddings, and the n-grams' tables."""
        check_is_fitted(self, "scorer_")
        write_encoder(self.scorer_, self.checkpoint_, folder)

    def _fit(
        self,
        columns: PassageColumns,
        task: Task,
        options: EncoderOptions,
        around: Surroundings,
    ) -> None:
        checkpoint = open_checkpoint(options.checkpoint)
        digest = checkpoint_digest(checkpoint)
        embedder = Embedder.load(checkpoint, Network.of(options))
        encoded = embedder.encode(read_passages(columns, options.reading))
        cache = _cache(options, embedder, digest)
        embeddings = embed_cached(embedder, encoded, cache, around.progress)
        centre: FloatArray = embeddings.mean(axis=0, dtype=np.float64)
        own = frequent_targets(columns.targets)
        known = embedding_columns(
            embeddings, columns.targets, centre=centre, own=own, scale=options.weight
        )
        # One thread, whatever the machine: sums in another order would be another model.
        with threadpool_limits(1, user_api="blas"):
            learned, fits = _learned(columns, known, task, options, around.progress)
        linear = None if learned is None else LinearScorer(learned.parts)
        parts = EncoderParts(
            axes=dict(task.labels),
            weights=_stacked(fits) if learned is None else learned.beside,
            centre=centre,
            targets=own,
            scale=options.weight,
            intercepts=None if learned else np.concatenate([f.intercepts for f in fits.values()]),
            temperatures={axis: fit.temperature for axis, fit in fits.items()},
            linear=linear,
            reading=options.reading,
        )
        shared = {
            "checkpoint": digest,
            "truncated_share": encoded.truncated_share,
        }
        choices = {axis: {**describe_fit(fit), **shared} for axis, fit in fits.items()}
        self.checkpoint_ = checkpoint
        self._set_fitted(EncoderScorer(parts, embedder), choices, held_out(fits, task))


def _learned(
    columns: PassageColumns,
    known: FloatArray,
    task: Task,
    options: EncoderOptions,
    progress: Progress | None,
) -> tuple[Learned | None, dict[str, AxisFit]]:
    """Fit with the n-grams, or to the embeddings alone."""
    if not options.linear:
        return None, fit_axes(known, task, options, progress=progress)
    learned = learn(columns, task, _linear(options), beside=known, progress=progress)
    return learned, dict(learned.fits)


def _stacked(fits: dict[str, AxisFit]) -> FloatArray:
    return np.concatenate([fit.coefficients for fit in fits.values()])


def _linear(options: EncoderOptions) -> LinearOptions:
    """Take the n-grams' options, and all others that the two families share."""
    shared = set(LinearOptions.model_fields) & set(EncoderOptions.model_fields)
    own = {name: getattr(options, name) for name in shared}
    return LinearOptions.model_validate({**options.ngrams.model_dump(), **own})


def _cache(options: EncoderOptions, embedder: Embedder, digest: str) -> EmbeddingCache | None:
    if options.cache is None:
        return None
    folder = cache_folder() if options.cache == "auto" else Path(options.cache)
    way = digest, embedder.pooling, embedder.network.layers, str(embedder.dtype)
    return EmbeddingCache(folder, repr(way))
