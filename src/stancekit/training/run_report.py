"""The report and the figures of a run, in its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus
from stancekit.output import whole_folder, write_text
from stancekit.records import StanceExplanation
from stancekit.reporting import (
    ErrorCase,
    Report,
    RunFacts,
    confusion_figure,
    largest_errors,
    reliability_figure,
    render_reforms,
    slice_sections,
    write_report,
)
from stancekit.training.around import passages_around
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.provenance import package_versions
from stancekit.training.reforms import reforms_answers
from stancekit.training.rows import Rows
from stancekit.training.scoring import Scores

MACHINE_WRITTEN = (
    "The card of the data says that a machine wrote its texts: these scores are a plumbing check, "
    "not field accuracy."
)
_NO_NAMES = (
    "The data has no speaker, affiliation or outlet, so that there is no name-only baseline."
)
_NO_LABELS = (
    "An axis has no labelled row that the model was fitted on, so that there is no baseline: each "
    "of them learns from such rows."
)


ExplainPassage = Callable[[Mapping[str, Any], str, str], StanceExplanation]
"""What the words of a passage add, on an axis, to a label."""

EXPLAINED_SPANS = 32
"""Parts into which the text of an error is divided at most, where that costs passes over it."""


def write_run_report(
    folder: Path,
    config: ExperimentConfig,
    data: ExperimentData,
    scores: Scores | None,
    truncated: Mapping[str, float] = MappingProxyType({}),
    explain: ExplainPassage | None = None,
    choices: Mapping[str, Any] = MappingProxyType({}),
) -> Path | None:
    """Write report, ``reforms.md`` and ``figures/``; ``None`` where nothing was scored.

    Parameters
    ----------
    truncated
        By side, the share of passages that the model read a part of alone.
    explain
        Of the model that was scored; ``None`` where it is gone, as that of a fold is.
    choices
        What the model settled while it was fitted, as its manifest says.
    """
    if scores is None:
        return None
    _write_figures(folder / "figures", scores)
    report = _report(config, data, scores, truncated, explain)
    answers = reforms_answers(config, data, choices, report)
    write_text(folder / "reforms.md", render_reforms(config.name, answers))
    return write_report(folder / "report.html", report)


def _report(
    config: ExperimentConfig,
    data: ExperimentData,
    scores: Scores,
    truncated: Mapping[str, float],
    explain: ExplainPassage | None,
) -> Report:
    return Report(
        title=config.name,
        facts=_facts(config, data, scores),
        evaluations=tuple(scores.evaluations.values()),
        baselines=scores.baselines,
        differences=scores.differences,
        audit=data.audit,
        notes=(*_notes(config, data, scores), *_on_long_passages(truncated)),
        errors=error_cases(data.codebook, scores, data.scored, explain),
        sections=slice_sections(scores.slices),
    )


def _facts(config: ExperimentConfig, data: ExperimentData, scores: Scores) -> RunFacts:
    main = data.main
    return RunFacts(
        name=config.name,
        family=config.model.family,
        date=datetime.now().astimezone().date().isoformat(),
        data=main.source,
        data_digest=main.digest,
        split=data.split,
        split_warning=data.warning,
        n_train=len(data.fit),
        n_train_groups=len(set(data.fit.groups)),
        n_test=len(scores.rows),
        n_test_groups=len(set(scores.rows.groups)),
        codebook_name=data.codebook.name,
        codebook_version=data.codebook.version,
        codebook_hash=data.codebook.hash,
        seed=config.seed,
        versions=package_versions(),
    )


def _notes(config: ExperimentConfig, data: ExperimentData, scores: Scores) -> tuple[str, ...]:
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
    elif not any("name-only" in baselines for baselines in scores.baselines.values()):
        notes.append(_NO_NAMES)
    return tuple(notes)


def _on_long_passages(truncated: Mapping[str, float]) -> Iterator[str]:
    sides = {"fit": "training", "test": "test"}
    for side, share in truncated.items():
        if share:
            yield (
                f"{share:.1%} of the {sides[side]} passages are longer than the model reads: it "
                "read a part of each."
            )


def error_cases(
    codebook: Codebook, scores: Scores, corpus: Corpus, explain: ExplainPassage | None
) -> tuple[ErrorCase, ...]:
    """Give the largest errors of each axis, with their texts and the article around them.

    Parameters
    ----------
    corpus
        That the scored rows are from.
    explain
        Tells what drove them, where that can be told.
    """
    rows = scores.rows
    neighbours = passages_around(rows, corpus)
    return tuple(
        case
        for name, axis in codebook.axes.items()
        for case in largest_errors(
            rows.y[name].tolist(),
            scores.proba[name],
            rows.X["text"].tolist(),
            axis=name,
            labels=axis.label_names,
            ids=rows.ids,
            explain=None if explain is None else partial(_explained, explain, rows, name),
            neighbours=neighbours,
        )
    )


def _explained(
    explain: ExplainPassage, rows: Rows, axis: str, row: int, label: str
) -> StanceExplanation:
    return explain({str(name): rows.X[name].iloc[row] for name in rows.X}, axis, label)


def _write_figures(folder: Path, scores: Scores) -> None:
    with whole_folder(folder) as temporary:
        for number, evaluation in enumerate(scores.evaluations.values()):
            # An axis may be called what no file can be.
            stem = f"{number}-{''.join(c if c.isalnum() else '_' for c in evaluation.axis)}"
            confusion_figure(evaluation).savefig(temporary / f"{stem}-confusion.png", dpi=120)
            reliability_figure(evaluation).savefig(temporary / f"{stem}-reliability.png", dpi=120)
