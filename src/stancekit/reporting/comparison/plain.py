"""The report on compared models as plain data: the JSON beside its page.

====================  ============================================================================
key                   holds
====================  ============================================================================
``format``            ``"stancekit-report-comparison/1"``
``title``, ``notes``  as the page has them
``summary``           which is best, in sentences
``cautions``          where the numbers are not to be trusted, in sentences
``facts``             where the numbers come from, by the names of `RunFacts`; ``null`` = unknown
``models``            name, address and training of each
``comparison``        what ``stancekit compare --json`` gives: leaderboards and pairs; models stand
                      under their addresses
``axes``              by axis: ``verdicts``, ``evaluations`` by the model's name (as
                      `AxisEvaluation.to_dict` gives them), ``baselines``, ``differences`` from
                      them, and the ``differing`` rows that the page shows
``slices``            by the model's name
``method``            how intervals and tests were made
``sections``          further sections, as ``report.json`` of a run has them
====================  ============================================================================
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from stancekit.reporting.comparison.content import ComparisonContent, content_of
from stancekit.reporting.comparison.report import ComparisonReport

FORMAT: Final = "stancekit-report-comparison/1"


def comparison_to_dict(report: ComparisonReport) -> dict[str, Any]:
    """Give the report as plain data for JSON; same report, same data in the same order."""
    content = content_of(report)
    return {
        "format": FORMAT,
        "title": report.title,
        "notes": list(report.notes),
        "summary": content.summary,
        "cautions": content.cautions,
        "facts": asdict(report.facts),
        "models": [asdict(model) for model in report.models],
        "comparison": report.comparison.to_dict(),
        "axes": {axis: _axis(report, content, axis) for axis in report.comparison.axes},
        "slices": {
            model: [one.to_dict() for one in slices] for model, slices in report.slices.items()
        },
        "method": content.method,
        "sections": [section.to_dict() for section in report.sections],
    }


def comparison_json(report: ComparisonReport) -> str:
    """Give the plain data as JSON text."""
    return json.dumps(comparison_to_dict(report), ensure_ascii=False, indent=2) + "\n"


def _axis(report: ComparisonReport, content: ComparisonContent, axis: str) -> dict[str, Any]:
    return {
        "verdicts": [asdict(verdict) for verdict in content.verdicts[axis]],
        "evaluations": {name: one.to_dict() for name, one in report.evaluations[axis].items()},
        "baselines": {name: one.to_dict() for name, one in report.baselines.get(axis, {}).items()},
        "differences": {
            model: {name: score.to_dict() for name, score in scores.items()}
            for model, scores in report.differences.get(axis, {}).items()
        },
        "differing": [row.to_dict() for row in report.differing.get(axis, ())],
    }
