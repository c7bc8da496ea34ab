"""How the numbers of a report were measured, as names and words in a fixed order."""

from __future__ import annotations

from stancekit.reporting.numbers import counted
from stancekit.reporting.report import Report, RunFacts

_DIGEST = 12


def told_facts(facts: RunFacts) -> dict[str, str]:
    """Give what is known of a run, by the name that a reader sees; what is not known is left out.

    Examples
    --------
    >>> told_facts(RunFacts(name="first", n_test=120, n_test_groups=30))
    {'Run': 'first', 'Test': '120 rows in 30 groups'}
    """
    told = {
        "Run": facts.name,
        "Date": facts.date,
        "Family": facts.family,
        "Data": facts.data,
        "Data digest": facts.data_digest,
        "Split": facts.split,
        "Training": _rows(facts.n_train, facts.n_train_groups),
        "Test": _rows(facts.n_test, facts.n_test_groups),
        "Codebook": _codebook(facts),
        "Seed": None if facts.seed is None else str(facts.seed),
        "Versions": ", ".join(f"{name} {text}" for name, text in facts.versions.items()) or None,
    }
    return {**{name: text for name, text in told.items() if text is not None}, **facts.others}


def told_opening(facts: RunFacts) -> str:
    """Give the sentence under the title: which model, on what, divided how, when."""
    family = f" ({facts.family})" if facts.family else ""
    known = [
        f"Model {facts.name}{family}",
        *([f"scored on {facts.data}"] if facts.data else []),
        *([f"split {facts.split}"] if facts.split else []),
        *([facts.date] if facts.date else []),
    ]
    return ", ".join(known) + "."


def told_method(report: Report) -> str:
    """Say how intervals and differences were made."""
    if not report.evaluations:
        return "No labelled passage was scored; each section says how its numbers were made."
    first = report.evaluations[0]
    drawn = f" ({first.resamples:,} resamples, seed {first.seed})"
    return (
        "Intervals are 95% intervals of a bootstrap that draws whole groups again, its percentiles "
        f"moved out for few and unequal groups and corrected for bias{drawn}; under 10 groups none "
        "is given, and a label with under 10 gold rows gets no score. A difference is between "
        "model and baseline on the same resamples. The predicted label is the most probable one, "
        "also where the model abstains."
    )


def _rows(n: int | None, n_groups: int | None) -> str | None:
    if n is None:
        return None
    groups = "" if n_groups is None else f" in {counted(n_groups, 'group')}"
    return counted(n, "row") + groups


def _codebook(facts: RunFacts) -> str | None:
    if facts.codebook_name is None:
        return None
    version = "" if facts.codebook_version is None else f", version {facts.codebook_version}"
    digest = "" if facts.codebook_hash is None else f" ({facts.codebook_hash[:_DIGEST]})"
    return facts.codebook_name + version + digest
