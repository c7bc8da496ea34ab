"""A saved model through the behavioural tests, on our own sentences and on labelled passages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from stancekit.articles import attribute, read_article
from stancekit.corpus import load_corpus
from stancekit.evaluation.behaviour import (
    Attributor,
    BehaviourReport,
    UserRows,
    check_behaviour,
    read_poles,
)
from stancekit.models.contract import Progress
from stancekit.prediction import Predictor
from stancekit.records import Passage
from stancekit.reporting import check_report_place, write_report
from stancekit.training.evaluation_report import behaviour_report
from stancekit.training.rows import Rows


def evaluate_behaviour(
    model: Predictor | str | Path,
    data: str | Path | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    axes: Mapping[str, str] | None = None,
    poles: str | Path | None = None,
    threshold: float | None = None,
    seed: int = 0,
    report: str | Path | None = None,
    progress: Progress | None = None,
) -> BehaviourReport:
    """Run the behavioural tests on a saved model and on this package's attribution.

    Parameters
    ----------
    model
        A loaded predictor, a model folder, or an MLflow model address.
    data, columns, axes
        As for `stancekit.training.evaluate`; without data the tests run on our own sentences alone.
    poles
        A YAML file that says what the axes of the codebook concern: see
        `stancekit.evaluation.behaviour.read_poles`. Those of the bundled codebook are known.
    threshold
        The model abstains where its most probable label is less probable; by default never.
    report
        Where to write the tests alone as an HTML report, and beside it as ``.md`` and ``.json``;
        `stancekit.training.evaluate` tells of them beside scores. ``None`` writes none.

    Raises
    ------
    ModelError, CodebookError, CorpusError, ConfigError
        If the model, the data or the file of poles cannot be used.
    OutputError
        If the report cannot be written, or would replace what is no report.
    """
    if report is not None:
        check_report_place(Path(report))
    predictor = model if isinstance(model, Predictor) else Predictor.load(model)
    codebook = predictor.codebook
    mapping: dict[str, Any] | None = None if poles is None else read_poles(poles)
    rows = None
    if data is not None:
        corpus = load_corpus(data, codebook=codebook, columns=columns, axes=axes)
        rows = _user_rows(Rows.of(corpus))
    found = check_behaviour(
        predictor,
        codebook,
        attributor=Attributor(read_article, attribute),
        rows=rows,
        poles=mapping,
        threshold=threshold,
        seed=seed,
        progress=progress,
    )
    if report is not None:
        source = None if data is None else str(data)
        write_report(Path(report), behaviour_report(predictor, found, data=source))
    return found


def _user_rows(rows: Rows) -> UserRows:
    names = [name for name in rows.X.columns if name in Passage.__dataclass_fields__]
    columns = {name: [None if pd.isna(v) else str(v) for v in rows.X[name]] for name in names}
    return UserRows(
        passages=[
            Passage(**dict(zip(columns, values, strict=True)))
            for values in zip(*columns.values(), strict=True)
        ],
        groups=rows.groups,
        gold={
            str(axis): [label if isinstance(label, str) else None for label in rows.y[axis]]
            for axis in rows.y
        },
    )
