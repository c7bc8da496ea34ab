"""The models that were compared: where they lie, and what they were trained on."""

from __future__ import annotations

from stancekit.reporting.comparison.report import ComparedModel, ComparisonReport
from stancekit.reporting.sections import Section, Table
from stancekit.reporting.values import Cell

_DIGEST = 12


def models_section(report: ComparisonReport) -> Section:
    """Give a table of the models."""
    table = Table.of(
        {
            "name": "model",
            "family": "family",
            "n_train": "training rows",
            "n_train_groups": "training groups",
            "n_seen": "rows seen in training",
            "trained_on": "training data",
            "address": "address",
        },
        [_row(model) for model in report.models],
    )
    return Section(key="models", title="Models", parts=(table,))


def _row(model: ComparedModel) -> dict[str, Cell]:
    return {
        "name": model.name,
        "family": model.family,
        "n_train": model.n_train,
        "n_train_groups": model.n_train_groups,
        "n_seen": model.n_seen,
        "trained_on": None if model.trained_on is None else model.trained_on[:_DIGEST],
        "address": model.address,
    }
