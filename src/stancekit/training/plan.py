"""What an experiment is about to do: its rows, labels, groups and fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from stancekit.training.config import ExperimentConfig, to_config
from stancekit.training.data import ExperimentData, load_data
from stancekit.training.generalisation import N_FOLDS
from stancekit.training.repeated_splits import why_not_repeated
from stancekit.training.rows import Rows
from stancekit.training.workload import expect_work


@dataclass(frozen=True, kw_only=True)
class Side:
    """The rows of one side: how many, in how many groups, with which labels.

    `labels` counts, for each axis, the rows of each label in codebook order; `n_missing` those
    without one.
    """

    n_rows: int
    n_groups: int
    labels: Mapping[str, Mapping[str, int]]
    n_missing: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What `train` would do with a configuration; nothing is fitted to find out.

    Parameters
    ----------
    sides
        ``fit`` and, where rows are held out, ``test``.
    n_fits
        How many models are fitted at most: one, and one more for each fold and for each fit of
        `evaluation.generalisation`, `evaluation.learning_curve` and `evaluation.repeated_splits`.
    seconds
        Roughly how long that takes on one core; ``None`` where there is no telling.
    work
        What each of them takes, where that is more than its rows tell: a line a member of an
        ensemble, else one at most.
    audit, warning
        What crosses between the sides, and what makes the scores flattering.
    """

    name: str
    family: str
    options: Mapping[str, Any]
    sides: Mapping[str, Side]
    split: str
    n_fits: int
    seconds: float | None
    work: tuple[str, ...]
    audit: tuple[str, ...]
    warning: str | None

    def to_dict(self) -> dict[str, Any]:
        """Give the plan as plain data for JSON."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Give the plan as lines to read."""
        options = ", ".join(f"{name} {value}" for name, value in self.options.items())
        lines = [f"{self.name}: {self.family}" + (f" ({options})" if options else "")]
        for name, side in self.sides.items():
            lines.append(f"  {name}: {side.n_rows} rows in {side.n_groups} groups")
            lines += [f"    {line}" for line in _label_lines(side)]
        lines += [f"  split: {self.split}", *(f"  audit: {line}" for line in self.audit)]
        if self.warning is not None:
            lines.append(f"  warning: {self.warning}")
        fits = "1 model" if self.n_fits == 1 else f"{self.n_fits} models, one of them to keep"
        expected = "" if self.seconds is None else f", in about {_duration(self.seconds)}"
        each = [f"  each: {line}" for line in self.work]
        return [*lines, f"  to fit: {fits}{expected}", *each]


def plan_experiment(
    config: ExperimentConfig | Mapping[str, Any] | str | Path, overrides: Sequence[str] = ()
) -> Plan:
    """Load, divide and audit the data of an experiment, and say what would be fitted.

    Raises
    ------
    ConfigError, CorpusError
        If the experiment cannot be run as it is asked for.
    """
    config = to_config(config, overrides)
    return make_plan(config, load_data(config))


def make_plan(config: ExperimentConfig, data: ExperimentData) -> Plan:
    """Say what would be fitted to data that is already loaded."""
    sides = describe_sides(data)
    n_fits = 1 + len(data.folds) + _further_fits(config, data)
    fit = sides["fit"]
    labelled = [sum(counts.values()) for counts in fit.labels.values()]
    each = expect_work(config.model.family, config.model.options, labelled, fit.n_rows)
    return Plan(
        name=config.name,
        family=config.model.family,
        options=config.model.options,
        sides=sides,
        split=data.split,
        n_fits=n_fits,
        seconds=None if each.seconds is None else each.seconds * n_fits,
        work=each.work,
        audit=data.audit,
        warning=data.warning,
    )


def _further_fits(config: ExperimentConfig, data: ExperimentData) -> int:
    """Count the fits of the further scores, at most; forward in time, the first fold has none."""
    if not data.is_labelled:
        return 0
    asked = config.evaluation
    schemes = asked.generalisation
    fits = N_FOLDS * len(schemes) - schemes.count("time")
    fits += len([share for share in asked.learning_curve if share < 1 and data.test])
    return fits + (asked.repeated_splits if why_not_repeated(data, config) is None else 0)


def describe_sides(data: ExperimentData) -> dict[str, Side]:
    """Count the rows, groups and labels that are fitted on and, where any are held out, scored."""
    rows = {"fit": data.fit} if data.test is None else {"fit": data.fit, "test": data.test}
    return {name: _side(part, data) for name, part in rows.items()}


def _side(rows: Rows, data: ExperimentData) -> Side:
    labels = {}
    for name, axis in data.codebook.axes.items():
        counts = Counter(rows.y[name])
        labels[name] = {label: counts[label] for label in axis.label_names}
    return Side(
        n_rows=len(rows),
        n_groups=len(set(rows.groups)),
        labels=labels,
        n_missing={name: len(rows) - sum(counts.values()) for name, counts in labels.items()},
    )


def _duration(seconds: float) -> str:
    """Give a rough time in words: one digit is all that such a guess can bear.

    Examples
    --------
    >>> [_duration(seconds) for seconds in (0.4, 17, 95, 8000)]
    ['1 second', '20 seconds', '2 minutes', '2 hours']
    """
    for unit, length in (("hour", 3600), ("minute", 60), ("second", 1)):
        if seconds >= length or unit == "second":
            break
    number = max(1, int(float(f"{seconds / length:.0e}")))
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _label_lines(side: Side) -> Iterator[str]:
    for axis, counts in side.labels.items():
        listed = ", ".join(f"{label} {n}" for label, n in counts.items())
        missing = side.n_missing[axis]
        yield f"{axis}: {listed}" + (f", no label {missing}" if missing else "")
