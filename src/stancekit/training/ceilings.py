"""What the annotators of a corpus reach on the rows that a model is scored on."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stancekit.corpus import Corpus, measure_agreement
from stancekit.evaluation.ceiling import HumanCeiling, score_annotators
from stancekit.training.scoring import Scores


def human_ceilings(
    corpus: Corpus | None, scores: Scores | None, *, resamples: int, seed: int
) -> dict[str, HumanCeiling]:
    """Give each axis' annotators beside the model; empty where the corpus has no annotations.

    Parameters
    ----------
    corpus
        Of the rows that were scored.
    """
    if corpus is None or scores is None or corpus.annotations is None:
        return {}
    agreement = measure_agreement(corpus, resamples=resamples, seed=seed)
    rows = scores.rows
    found = {}
    for axis in corpus.axes:
        annotators = score_annotators(
            rows.y[axis].tolist(),
            _labels_by_annotator(corpus.annotations, axis, rows.ids),
            scores.proba[axis],
            axis=axis,
            labels=corpus.codebook.axes[axis].label_names,
            groups=rows.groups,
            resamples=resamples,
            seed=seed,
        )
        if annotators:
            alpha = agreement[axis].alpha
            found[axis] = HumanCeiling(axis=axis, annotators=annotators, alpha=alpha)
    return found


def _labels_by_annotator(
    annotations: pd.DataFrame, axis: str, ids: Sequence[str]
) -> dict[str, list[str | None]]:
    """Give each annotator's label of each row, in the order of `ids`."""
    own = annotations[annotations["axis"] == axis]
    return {
        str(name): [given.get(one) for one in ids]
        for name, part in own.groupby("annotator", sort=True)
        for given in [dict(zip(part["id"], part["label"], strict=True))]
    }
