"""What a reader of a run's report has to know before any number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.repeated_splits import why_not_repeated
from stancekit.training.scoring import Scores

MACHINE_WRITTEN = (
    "The card of the data says that a machine wrote its texts: these scores are a plumbing check, "
    "not field accuracy."
)
NO_LEARNED_BASELINES = (
    "The baselines keywords, sentiment-only, name-only and tf-idf are not here: they learn from "
    "the training rows, which a saved model does not hold. The report of the training run has them."
)
_NO_NAMES = (
    "The data has no speaker, affiliation or outlet, so that there is no name-only baseline."
)
_ONE_DIVISION = (
    "The scores rest on one division of the rows; evaluation.repeated_splits: 5 fits five more "
    "models to tell how much scores move with it."
)
_NO_SENTIMENT = (
    "The training texts are not English, or hold next to no word of VADER's lexicon, so that there "
    "is no sentiment-only baseline."
)
_NO_LABELS = (
    "An axis has no labelled row that the model was fitted on, so that there is no baseline: each "
    "of them learns from such rows."
)


def run_notes(
    config: ExperimentConfig,
    data: ExperimentData,
    scores: Scores,
    truncated: Mapping[str, float],
) -> tuple[str, ...]:
    """Give what is to be known of a run's data, folds, baselines and long passages.

    Parameters
    ----------
    truncated
        By side, the share of passages that the model read a part of alone.
    """
    notes = []
    if any(corpus.is_machine_written for corpus in data.corpora.values()):
        notes.append(MACHINE_WRITTEN)
    if data.folds:
        notes.append(
            f"Scored by cross-validation: each of {len(data.folds)} models was scored on the rows "
            "it did not see; the saved model is fitted on all of them."
        )
    if "validation" in data.corpora and config.data.fit_on == "train+validation":
        notes.append("The validation rows are part of the rows that the model is fitted on.")
    if not data.is_labelled:
        notes.append(_NO_LABELS)
    else:
        notes += _on_missing_baselines(scores)
    return (*notes, *_on_long_passages(truncated))


def run_doubts(config: ExperimentConfig, data: ExperimentData) -> tuple[str, ...]:
    """Say that the scores rest on one division of the rows, where there could be more of them.

    Folds of a cross-validation are several.
    """
    asked = config.evaluation
    if data.test is None or asked.repeated_splits or why_not_repeated(data, config) is not None:
        return ()
    return (_ONE_DIVISION,)


def _on_missing_baselines(scores: Scores) -> Iterator[str]:
    found = {name for baselines in scores.baselines.values() for name in baselines}
    for name, note in (("name-only", _NO_NAMES), ("sentiment-only", _NO_SENTIMENT)):
        if name not in found:
            yield note


def _on_long_passages(truncated: Mapping[str, float]) -> Iterator[str]:
    sides = {"fit": "training", "test": "test"}
    for side, share in truncated.items():
        if share:
            yield (
                f"{share:.1%} of the {sides[side]} passages are longer than the model reads: it "
                "read a part of each."
            )
