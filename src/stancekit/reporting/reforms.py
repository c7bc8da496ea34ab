"""The REFORMS items of a run: what it can answer filled in, what it cannot left to its author.

REFORMS is a checklist of 32 items in eight modules for science that rests on machine learning
(Kapoor et al., 2024, "REFORMS: Consensus-based recommendations for machine-learning-based
science", Science Advances 10, eadk3452). Numbers and modules are the paper's; what each asks is
said here in short, and the paper has the wording and its guidelines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stancekit.reporting.markdown_text import item, one_line

_PAPER: Final = "https://doi.org/10.1126/sciadv.adk3452"


@dataclass(frozen=True, slots=True)
class ReformsItem:
    """An item of the checklist: its number, and what it asks."""

    number: str
    asks: str


@dataclass(frozen=True, slots=True)
class ReformsAnswer:
    """What a run knows of an item, a sentence a line; `missing` is what its author has to add."""

    known: tuple[str, ...]
    missing: str | None = None


MODULES: Final[Mapping[str, tuple[ReformsItem, ...]]] = {
    "Study goals": (
        ReformsItem("1a", "Whom or what the claim is about: the population."),
        ReformsItem("1b", "Why that population."),
        ReformsItem("1c", "Why machine learning is the means."),
    ),
    "Computational reproducibility": (
        ReformsItem("2a", "The data set, and where exactly this version of it is found."),
        ReformsItem("2b", "The code, and where exactly this version of it is found."),
        ReformsItem("2c", "The machine and the software that it was computed with."),
        ReformsItem("2d", "A README that says how the results are made from data and code."),
        ReformsItem("2e", "A script that makes all results again."),
    ),
    "Data quality": (
        ReformsItem("3a", "Where training and test data come from, when, and who labelled them."),
        ReformsItem("3b", "What the data were sampled from."),
        ReformsItem("3c", "Why these data suit the task."),
        ReformsItem("3d", "What is predicted: its definition, and how its values are distributed."),
        ReformsItem("3e", "How many samples there are, and how often each outcome is among them."),
        ReformsItem("3f", "How much is missing, and how that differs between the outcomes."),
        ReformsItem("3g", "Why what 3b was sampled from stands for the population of 1a."),
    ),
    "Data preprocessing": (
        ReformsItem("4a", "Which samples were left out, and why."),
        ReformsItem("4b", "What was done with impossible or damaged samples."),
        ReformsItem("4c", "What was done to the raw data before the model read them."),
    ),
    "Modeling": (
        ReformsItem("5a", "Each model: what it reads, what it gives, how it is fitted."),
        ReformsItem("5b", "Why these kinds of model."),
        ReformsItem("5c", "How models were evaluated, and how the data were divided for it."),
        ReformsItem("5d", "How the reported model was selected."),
        ReformsItem("5e", "Its hyper-parameters, and how they were chosen."),
        ReformsItem("5f", "Why the baselines are fair ones."),
    ),
    "Data leakage": (
        ReformsItem("6a", "How all fitting was kept to the training data."),
        ReformsItem("6b", "What was done about duplicates and dependence across the split."),
        ReformsItem("6c", "Why each input may be used, and gives no label away."),
    ),
    "Metrics and uncertainty": (
        ReformsItem("7a", "Which metrics, and why these."),
        ReformsItem("7b", "How uncertain each number is, and how that was computed."),
        ReformsItem("7c", "Which statistical tests, and why their assumptions hold."),
    ),
    "Generalizability and limitations": (
        ReformsItem("8a", "What speaks for the findings holding beyond these data."),
        ReformsItem("8b", "Where the findings are not expected to hold."),
    ),
}
"""The items by module, in the paper's order."""


def render_reforms(title: str, answers: Mapping[str, ReformsAnswer]) -> str:
    """Give the checklist as Markdown, with what a run knows: same answers, same bytes.

    Parameters
    ----------
    answers
        By an item's number, such as ``2a``; an item without one is left to the author.

    Raises
    ------
    ValueError
        If there is an answer to no item.
    """
    items = {each.number: each for module in MODULES.values() for each in module}
    unknown = [number for number in answers if number not in items]
    if unknown:
        raise ValueError(f"found answers to {unknown}, expected numbers of {list(items)}")
    whole = sum(answer.missing is None for answer in answers.values())
    opening = (
        f"The {len(items)} items of REFORMS ({_PAPER}) in short. The run answers {whole} of them "
        f"and a part of {len(answers) - whole}; the other {len(items) - len(answers)} are yours to "
        "answer, and what is filled in is yours to check."
    )
    lines = [f"# REFORMS: {one_line(title)}", "", opening, ""]
    for place, (module, asked) in enumerate(MODULES.items(), start=1):
        lines += [f"## {place}. {module}", ""]
        for each in asked:
            lines += [f"### {each.number} {each.asks}", "", *_answer(answers.get(each.number)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _answer(answer: ReformsAnswer | None) -> list[str]:
    if answer is None:
        return ["**For you to answer.**"]
    known = [item(line) for line in answer.known]
    return known if answer.missing is None else [*known, f"- **For you to add:** {answer.missing}"]
