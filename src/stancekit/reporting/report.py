"""What an evaluation report tells: plain facts, nothing computed and nothing read from a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stancekit.evaluation import AxisEvaluation, Score
from stancekit.records import StanceExplanation
from stancekit.reporting.sections import Section


@dataclass(frozen=True, kw_only=True)
class RunFacts:
    """Where the numbers of a report come from; ``None`` = not known, and left out.

    Parameters
    ----------
    date
        As the reader shall see it.
    data
        Name or path of the labelled data.
    split
        How rows were divided, such as ``by article_id``.
    split_warning
        Why the split flatters the model, where it does.
    versions
        Of the packages that trained and scored, by package name.
    others
        Further facts by the name that a reader shall see, such as how often a test set was used.
    """

    name: str
    family: str | None = None
    date: str | None = None
    data: str | None = None
    data_digest: str | None = None
    split: str | None = None
    split_warning: str | None = None
    n_train: int | None = None
    n_train_groups: int | None = None
    n_test: int | None = None
    n_test_groups: int | None = None
    codebook_name: str | None = None
    codebook_version: str | None = None
    codebook_hash: str | None = None
    seed: int | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ErrorCase:
    """One row the model got wrong.

    Parameters
    ----------
    probability
        Of the predicted label.
    explanation
        What the words of the text add to the predicted label; ``None`` where that was not asked.
    before, after
        The passages next to it in its article, cut to what stands nearest; ``None`` where none is
        known.
    """

    id: str | None
    text: str
    axis: str
    gold: str
    predicted: str
    probability: float
    explanation: StanceExplanation | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, kw_only=True)
class Report:
    """An evaluation report before it is a page.

    Parameters
    ----------
    evaluations
        The model's, one an axis, in codebook order; empty where no labelled passage was scored.
    baselines
        By axis, then by the baseline's name, such as ``majority`` or ``tf-idf``.
    differences
        Macro F1 of the model minus that of the baseline, keyed as `baselines`: what
        :func:`~stancekit.evaluation.paired_difference` gives.
    audit
        What the audit of the split found, one line each.
    notes
        What a reader has to know before any number, such as that the text is bundled.
    errors
        In the order in which they are to be read.
    doubts
        Reasons for doubt beside those that the numbers show, in sentences.
    sections
        What there is to tell beside the axes, such as slices or behavioural tests; each stands
        behind the axes, in this order.
    """

    title: str
    facts: RunFacts
    evaluations: tuple[AxisEvaluation, ...]
    baselines: Mapping[str, Mapping[str, AxisEvaluation]] = field(default_factory=dict)
    differences: Mapping[str, Mapping[str, Score]] = field(default_factory=dict)
    audit: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    errors: tuple[ErrorCase, ...] = ()
    doubts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
