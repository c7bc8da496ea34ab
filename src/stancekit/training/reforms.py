"""What a run can answer of the REFORMS items, from what it read, did and found."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from typing import Any

from stancekit.evaluation import AxisEvaluation
from stancekit.reporting import ReformsAnswer, Report
from stancekit.reporting.cautions import cautions
from stancekit.reporting.facts import told_method
from stancekit.reporting.metrics import metric_texts
from stancekit.reporting.numbers import counted
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.generalisation import WORDS
from stancekit.training.provenance import git_state
from stancekit.training.reforms_data import answers_on_data
from stancekit.training.reforms_model import answers_on_leakage, answers_on_model
from stancekit.training.results import Assessment

_AGAIN = (
    "The command stancekit train config.yaml, with the config.yaml beside this file, makes model "
    "and scores again."
)
_TESTED = (
    "A model counts as better than a baseline only where the whole interval of the paired "
    "difference is above 0; whole groups are drawn, so that rows of one group need not be "
    "independent."
)
_SHOWN = ("macro_f1", "accuracy", "mcc", "brier", "calibration_error")


def reforms_answers(
    config: ExperimentConfig,
    data: ExperimentData,
    choices: Mapping[str, Any],
    report: Report,
    assessment: Assessment,
) -> dict[str, ReformsAnswer]:
    """Give what is known of each item, by its number; the others are for the author.

    Parameters
    ----------
    choices
        What the model settled while it was fitted, as its manifest says.
    """
    return {
        **_on_reproducing(data, report),
        **answers_on_data(data),
        **answers_on_model(config, data, choices, report, assessment),
        **answers_on_leakage(config, data, report),
        **_on_numbers(report, assessment),
        **_on_generalising(assessment),
    }


def _on_reproducing(data: ExperimentData, report: Report) -> dict[str, ReformsAnswer]:
    versions = report.facts.versions
    return {
        "2a": ReformsAnswer(
            tuple(
                f"{side}: {corpus.source}, {counted(len(corpus), 'row')}, SHA-256 of the source "
                f"{corpus.digest}"
                for side, corpus in data.corpora.items()
            ),
            "a link or DOI under which these data are found.",
        ),
        "2b": ReformsAnswer(
            (f"stancekit {versions.get('stancekit', 'of an unknown version')}.", *_repository()),
            "a link or DOI of the code that used the model.",
        ),
        "2c": ReformsAnswer(
            (
                f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors.",
                "Versions: " + ", ".join(f"{name} {text}" for name, text in versions.items()) + ".",
            ),
            "memory and accelerators, where they matter.",
        ),
        "2d": ReformsAnswer(
            ("model/README.md says what the model is and how it is used.",),
            "the README of your study.",
        ),
        "2e": ReformsAnswer(
            (f"{_AGAIN} The seed is {report.facts.seed}.",),
            "the script of what follows from the scores.",
        ),
    }


def _repository() -> list[str]:
    state = git_state()
    if not state:
        return []
    changed = ", with changes that are not committed" if state["dirty"] == "true" else ""
    return [f"The repository that it was run in: commit {state['commit']}{changed}."]


def _on_numbers(report: Report, assessment: Assessment) -> dict[str, ReformsAnswer]:
    return {
        "7a": ReformsAnswer(
            tuple(
                f"{one.axis}: {metric.title} {one.metrics[metric.name].in_words()}."
                for one in report.evaluations
                for metric in metric_texts(_shown(one))
            ),
            "why these suit your question; report.md has all of them.",
        ),
        "7b": ReformsAnswer((told_method(report), *_on_divisions(assessment))),
        "7c": ReformsAnswer(
            (_TESTED,),
            "corrections for further comparisons that you make.",
        ),
        "8b": ReformsAnswer(
            tuple(cautions(report)) or ("The numbers show no reason for doubt.",),
            "other topics, outlets, years and languages.",
        ),
    }


def _on_divisions(assessment: Assessment) -> Iterator[str]:
    """Say how far the scores move with the division of the rows, where the run measured it."""
    found = assessment.repeated_splits
    if found is None or not found.splits:
        return
    for axis, one in found.axes.items():
        score = one.metrics["macro_f1"]
        if score.sd is not None:
            yield (
                f"{axis}: over {counted(len(found.splits), 'random division')} of the training "
                f"rows, macro F1 is {score.mean.in_words()} in the mean (corrected resampled t), "
                f"with a standard deviation of {score.sd:.3f}."
            )


def _on_generalising(assessment: Assessment) -> dict[str, ReformsAnswer]:
    """Give how far the family carried over, where the run measured it."""
    lines = tuple(
        f"{axis}, {WORDS[one.scheme]}: macro F1 {evaluation.metrics['macro_f1'].in_words()}."
        for one in assessment.generalisation
        for axis, evaluation in one.evaluations.items()
    )
    return {"8a": ReformsAnswer(lines, "what else speaks for it.")} if lines else {}


def _shown(evaluation: AxisEvaluation) -> list[str]:
    return [name for name in _SHOWN if name in evaluation.metrics]
