"""The report and the figures of a run, in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from stancekit.output import whole_folder, write_text
from stancekit.reporting import (
    Report,
    RunFacts,
    confusion_figure,
    reliability_figure,
    render_reforms,
    write_report,
)
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.notes import run_doubts, run_notes
from stancekit.training.provenance import package_versions
from stancekit.training.reforms import reforms_answers
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores
from stancekit.training.sections.assessment import assessment_sections
from stancekit.training.sections.baselines import baseline_sections
from stancekit.training.shown_errors import ExplainPassage, error_cases


def write_run_report(
    folder: Path,
    config: ExperimentConfig,
    data: ExperimentData,
    scores: Scores | None,
    assessment: Assessment,
    truncated: Mapping[str, float] = MappingProxyType({}),
    explain: ExplainPassage | None = None,
    choices: Mapping[str, Any] = MappingProxyType({}),
) -> Path | None:
    """Write report, ``reforms.md`` and ``figures/``; ``None`` where nothing was scored.

    Parameters
    ----------
    assessment
        What else was found out about the model: it makes the report's further sections.
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
    report = _report(config, data, scores, assessment, truncated, explain)
    answers = reforms_answers(config, data, choices, report, assessment)
    write_text(folder / "reforms.md", render_reforms(config.name, answers))
    return write_report(folder / "report.html", report)


def _report(
    config: ExperimentConfig,
    data: ExperimentData,
    scores: Scores,
    assessment: Assessment,
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
        notes=run_notes(config, data, scores, truncated),
        errors=error_cases(data.codebook, scores, data.scored, explain),
        doubts=run_doubts(config, data),
        sections=(*baseline_sections(scores), *assessment_sections(assessment)),
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


def _write_figures(folder: Path, scores: Scores) -> None:
    with whole_folder(folder) as temporary:
        for number, evaluation in enumerate(scores.evaluations.values()):
            # An axis may be called what no file can be.
            stem = f"{number}-{''.join(c if c.isalnum() else '_' for c in evaluation.axis)}"
            confusion_figure(evaluation).savefig(temporary / f"{stem}-confusion.png", dpi=120)
            reliability_figure(evaluation).savefig(temporary / f"{stem}-reliability.png", dpi=120)
