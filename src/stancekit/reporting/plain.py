"""The evaluation report as plain data: the content of ``report.json``.

====================  ============================================================================
key                   holds
====================  ============================================================================
``format``            ``"stancekit-report/1"``; the number grows if a key changes its meaning
``title``, ``notes``  as the page has them
``summary``           how good the model is, in sentences
``cautions``          where the numbers are not to be trusted, in sentences
``facts``             where the numbers come from, by the names of `RunFacts`; ``null`` = unknown
``axes``              by axis: ``evaluation`` and, by name, ``baselines`` (as
                      `AxisEvaluation.to_dict` gives them), ``differences`` of macro F1,
                      ``verdicts`` on them, and ``errors`` with text, gold, predicted,
                      probability, the words' weights and the article around
``audit``, ``method`` what crosses the split; how intervals were made
``sections``          further sections: ``key``, ``title``, ``lead``, ``cautions``, ``parts``,
                      ``sections``; a part has its ``kind``, and a table's rows are mappings by
                      the keys of its columns
====================  ============================================================================

A score is ``{"value": number or null, "low": ..., "high": ...}``, with a ``note`` where there is
something to mind.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from stancekit.evaluation import AxisEvaluation
from stancekit.reporting.cases import case_to_dict
from stancekit.reporting.cautions import cautions
from stancekit.reporting.facts import told_method
from stancekit.reporting.report import Report
from stancekit.reporting.verdicts import compare_with, summarise

FORMAT: Final = "stancekit-report/1"


def report_to_dict(report: Report) -> dict[str, Any]:
    """Give the report as plain data for JSON; same report, same data in the same order."""
    doubts = cautions(report)
    return {
        "format": FORMAT,
        "title": report.title,
        "notes": list(report.notes),
        "summary": summarise(report, n_cautions=len(doubts)),
        "cautions": doubts,
        "facts": asdict(report.facts),
        "axes": {one.axis: _axis(report, one) for one in report.evaluations},
        "audit": list(report.audit),
        "method": told_method(report),
        "sections": [section.to_dict() for section in report.sections],
    }


def render_json(report: Report) -> str:
    """Give the plain data as JSON text."""
    return json.dumps(report_to_dict(report), ensure_ascii=False, indent=2) + "\n"


def _axis(report: Report, evaluation: AxisEvaluation) -> dict[str, Any]:
    axis = evaluation.axis
    differences = report.differences.get(axis, {})
    verdicts = {name: compare_with(name, score) for name, score in differences.items()}
    return {
        "evaluation": evaluation.to_dict(),
        "baselines": {n: one.to_dict() for n, one in report.baselines.get(axis, {}).items()},
        "differences": {name: score.to_dict() for name, score in differences.items()},
        "verdicts": {
            name: {"outcome": verdict.outcome, "sentence": verdict.sentence}
            for name, verdict in verdicts.items()
        },
        "errors": [case_to_dict(case) for case in report.errors if case.axis == axis],
    }
