"""What a run can answer of the REFORMS items on its model, and on what it was kept from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stancekit.reporting import ReformsAnswer, Report
from stancekit.reporting.numbers import thousands
from stancekit.reporting.verdicts import compare_with
from stancekit.training.baselines import BASELINES
from stancekit.training.config import ExperimentConfig, flatten
from stancekit.training.data import ExperimentData
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.looks import Looks
from stancekit.training.results import Assessment

_SETTLED = (
    "What the model settles itself, such as how far it is regularised, it settles on the rows that "
    "it is fitted on, in folds that keep groups and near-duplicates whole; no test row is used."
)

_NAMES_ALONE = (
    "How far names and outlet alone give the label away is the name-only baseline of item 5f, "
    "where the data have any."
)


def answers_on_model(
    config: ExperimentConfig,
    data: ExperimentData,
    choices: Mapping[str, Any],
    report: Report,
    assessment: Assessment,
) -> dict[str, ReformsAnswer]:
    """Give what the model reads, is, was chosen by and is compared with."""
    options = ", ".join(f"{key} {value}" for key, value in config.model.options.items())
    chosen = tuple(f"{key}: {value}." for key, value in flatten(choices))
    inputs = ", ".join(str(column) for column in data.fit.X)
    return {
        "4c": ReformsAnswer(
            (
                f"Names of speakers and affiliations in the text: {_masked(config)}.",
                f"Options of the family, those of its reading among them: {options or 'none'}.",
            ),
            "what was done to the articles before the passages were cut from them.",
        ),
        "5a": ReformsAnswer(
            (
                f"Family {config.model.family}, for the axes {', '.join(data.codebook.axes)}.",
                f"It is given the columns {inputs}, and gives the probabilities of all labels.",
            )
        ),
        "5c": ReformsAnswer((f"Split: {data.split}.", *_sizes(report), *report.notes)),
        "5d": ReformsAnswer(
            (
                "The run fitted one configuration.",
                *_settled(data),
                *_looked(assessment.looks),
                *_frozen(assessment.frozen),
            ),
            "which other configurations were tried, and by which scores one was chosen.",
        ),
        "5e": ReformsAnswer((f"Options: {options or 'none'}.", *chosen)),
        "5f": ReformsAnswer(tuple(_against_baselines(report)), "why no other baseline is needed."),
    }


def _looked(looks: Looks | None) -> Iterator[str]:
    if looks is None:
        return
    yield f"The scores of this run are {looks.purpose}."
    if looks.earlier is not None:
        times = looks.times if looks.earlier else "never"
        yield f"By the MLflow store, the test rows were scored {times} before."


def _frozen(check: FrozenCheck | None) -> Iterator[str]:
    if check is None:
        return
    yield f"What was fixed beforehand: {check.in_words()}."
    yield from (f"Not as it was frozen: {one.in_words()}." for one in check.deviations)


def _sizes(report: Report) -> list[str]:
    facts = report.facts
    return [f"Fitted on {thousands(facts.n_train)} rows, scored on {thousands(facts.n_test)}."]


def _against_baselines(report: Report) -> Iterator[str]:
    """Say what each baseline is, then whether the model beats it."""
    named = dict.fromkeys(name for own in report.differences.values() for name in own)
    for name in named:
        yield f"The baseline {name}: {BASELINES[name]}."
    for axis, differences in report.differences.items():
        for name, difference in differences.items():
            yield f"{axis}: {compare_with(name, difference).sentence}"
    if not any(report.differences.values()):
        yield "There is no baseline."


def answers_on_leakage(
    config: ExperimentConfig, data: ExperimentData, report: Report
) -> dict[str, ReformsAnswer]:
    """Give how test rows were kept out of all that was fitted."""
    return {
        "6a": ReformsAnswer(
            (f"SHA-256 of what row stands on what side: {data.fingerprint}.", *_settled(data))
        ),
        "6b": ReformsAnswer(
            (
                f"What is kept on one side: {data.main.group_column or 'each row'}.",
                *(f"Audit: {line}." for line in report.audit),
                *([] if data.warning is None else [f"Warning: {data.warning}."]),
            )
        ),
        "6c": ReformsAnswer(
            (
                f"Names of speakers and affiliations in the text: {_masked(config)}.",
                _NAMES_ALONE,
            ),
            "why the text itself is known when the model is to be used.",
        ),
    }


def _settled(data: ExperimentData) -> list[str]:
    """Say what was chosen on which rows; without rows to fit, nothing was."""
    return [_SETTLED] if len(data.fit) else ["Nothing was fitted."]


def _masked(config: ExperimentConfig) -> str:
    masked = config.model.options.get("mask_speaker")
    if masked is None:
        return "as the card of each member of the model says"
    return "masked before the model reads it" if masked else "seen by the model"
