"""Rows to a fitted model, and a fitted model to a folder."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus.duplicates import joined_groups
from stancekit.corpus.hub import hub_repository
from stancekit.models import build_model, replace_card, save_model
from stancekit.models.contract import Progress, StanceModel, StanceScorer, truncated
from stancekit.models.explaining import explain_passage
from stancekit.models.windows import share_of
from stancekit.output import whole_folder
from stancekit.records import StanceExplanation
from stancekit.reporting import CardFacts, model_card
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.dates import date_range
from stancekit.training.frozen import digest_of_content
from stancekit.training.frozen_rows import FrozenFitRows
from stancekit.training.members import with_folders
from stancekit.training.notes import MACHINE_WRITTEN
from stancekit.training.rows import FitPredict, Proba, Rows
from stancekit.training.scoring import Scores
from stancekit.training.shown_errors import EXPLAINED_SPANS, ExplainPassage


def fit_model(
    rows: Rows,
    codebook: Codebook,
    config: ExperimentConfig,
    progress: Progress | None = None,
    *,
    work: Path | None = None,
) -> StanceModel:
    """Give the configured model, fitted on the rows; the seed is set before it is built.

    `work` is a folder for what a fit that is cut off leaves.
    """
    model: StanceModel = build_model(
        config.model.family,
        with_folders(config.model.family, config.model.options, config.tracking.uri),
        codebook=codebook,
        seed=config.seed,
    )
    with _without_autologging():
        # What is nearly the same text must not be on both sides of an inner fold either: a choice
        # made there would be made for repeated rows.
        groups = joined_groups(rows.X["text"].tolist(), rows.groups, seed=config.seed)
        model.fit(rows.X, rows.fitted_on, groups=groups.tolist(), progress=progress, work=work)
    return model


def write_model(
    folder: Path,
    model: StanceModel,
    data: ExperimentData,
    config: ExperimentConfig,
) -> None:
    """Save the model with a card that has no scores yet, whole or not at all.

    Nothing that differs between two runs of one configuration goes into the folder.
    """
    card = model_card(data.codebook, _card_facts(data, config), ())
    with whole_folder(folder) as temporary:
        texts = data.fit.X["text"].tolist()
        save_model(model, temporary, card=card, training=_training(data, config), texts=texts)


def write_scored_card(
    folder: Path, data: ExperimentData, config: ExperimentConfig, scores: Scores | None
) -> None:
    """Put the scores on the card of the saved model."""
    evaluations = () if scores is None else tuple(scores.evaluations.values())
    replace_card(folder, model_card(data.codebook, _card_facts(data, config), evaluations))


def predict_and_explain(scorer: StanceScorer) -> tuple[FitPredict, ExplainPassage]:
    """Predict and explain with a saved model, as its users will."""

    def predict(_: Rows, test: Rows) -> Proba:
        answer: Proba = scorer.predict_proba(test.X)
        return answer

    def explain(passage: Mapping[str, Any], axis: str, label: str) -> StanceExplanation:
        return explain_passage(scorer, passage, {axis: label}, most_spans=EXPLAINED_SPANS)[axis]

    return predict, explain


def truncated_shares(scorer: StanceScorer, data: ExperimentData) -> dict[str, float]:
    """Give the share of each side's passages that a saved model reads a part of alone.

    Empty for a model that reads passages of any length.
    """
    sides = {"fit": data.fit, "test": data.test}
    found = {name: truncated(scorer, side.X) for name, side in sides.items() if side is not None}
    return {name: share_of(told) for name, told in found.items() if told is not None}


def fold_predictor(data: ExperimentData, config: ExperimentConfig) -> FitPredict:
    """Fit a model anew for each fold, and predict the rows that it did not see."""

    def predict(fit: Rows, test: Rows) -> Proba:
        answer: Proba = fit_model(fit, data.codebook, config).predict_proba(test.X)
        return answer

    return predict


def _training(data: ExperimentData, config: ExperimentConfig) -> dict[str, Any]:
    return {
        "name": config.name,
        "seed": config.seed,
        "data": {name: corpus.digest for name, corpus in data.corpora.items()},
        "split": data.split,
        "split_fingerprint": data.fingerprint,
        "fit_on": config.data.fit_on,
        "fitted_labels": config.data.labels,
        "n_rows": len(data.fit),
        "n_groups": len(set(data.fit.groups)),
        "dates": date_range(data.fit),
        "labels": {axis: _label_counts(data, axis) for axis in data.codebook.axes},
        # By these an evaluation tells whether the model is the one that was frozen.
        "options_sha256": digest_of_content(config.model.options),
        "fit": FrozenFitRows.of(data.fit).model_dump(),
    }


def _label_counts(data: ExperimentData, axis: str) -> dict[str, int]:
    counts = Counter(data.fit.y[axis])
    return {label: counts[label] for label in data.codebook.axes[axis].label_names}


def _card_facts(data: ExperimentData, config: ExperimentConfig) -> CardFacts:
    main = data.main
    options = config.model.options
    return CardFacts(
        name=config.name,
        family=config.model.family,
        data=Path(main.source).name + ("" if "train" in data.corpora else " (to test on)"),
        data_digest=main.digest,
        dataset_id=hub_repository(main.source) if "train" in data.corpora else None,
        n_rows=len(data.fit),
        n_groups=len(set(data.fit.groups)),
        group=main.group_column,
        # Members of a model each have their own.
        masked=options.get("mask_speaker"),
        options=options,
        notes=_notes(data),
    )


def _notes(data: ExperimentData) -> tuple[str, ...]:
    written = data.main.is_machine_written
    return tuple(
        note for note in (data.warning, MACHINE_WRITTEN if written else None) if note is not None
    )


@contextlib.contextmanager
def _without_autologging() -> Iterator[None]:
    """Keep MLflow, where the user turned its autologging on, from recording our inner fits."""
    if "mlflow" not in sys.modules:
        yield
        return
    from mlflow.utils.autologging_utils import disable_autologging

    with disable_autologging():
        yield
