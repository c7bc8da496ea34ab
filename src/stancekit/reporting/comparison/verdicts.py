"""Which model is best and which cannot be told apart, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stancekit.evaluation import AxisComparison, PairComparison
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.numbers import counted, has_interval, interval, number
from stancekit.reporting.verdicts import Verdict

MOST_RIVALS = 6
"""That a card names one by one."""


def summarise_comparison(report: ComparisonReport, *, n_cautions: int) -> list[str]:
    """Give the answer to "which is best?" in sentences, the last one on the doubts.

    Models that share the first letter are all best, as far as that can be told.
    """
    tested = [axis for axis in report.comparison.axes.values() if axis.note is None]
    told = list(_best_alone(report, tested))
    told += _not_apart(report, tested)
    if not tested:
        told.append("Which is best cannot be told: nothing could be tested.")
    return [*told, f"{counted(n_cautions, 'reason')} for doubt, listed under the scores."]


def leaders(axis: AxisComparison) -> list[str]:
    """Give the addresses of the models that are not told from the best, the best among them."""
    return [place.model for place in axis.leaderboard if not place.is_told_from_best]


def axis_verdicts(report: ComparisonReport, axis: AxisComparison) -> list[Verdict]:
    """Say of each model behind the best whether it is told from the best."""
    if axis.note is not None:
        return [Verdict("open", f"Nothing was tested: {axis.note}.")]
    best = axis.leaderboard[0].model
    rivals = [pair for pair in axis.pairs if pair.a == best]
    verdicts = [_against(report, pair) for pair in rivals[:MOST_RIVALS]]
    more = len(rivals) - MOST_RIVALS
    if more > 0:
        verdicts.append(Verdict("open", f"The table of pairs has {counted(more, 'model')} more."))
    return verdicts


def p_words(value: float | None) -> str:
    """Give a p-value in words.

    Examples
    --------
    >>> p_words(0.0123), p_words(0.0002)
    ('p 0.012', 'p < 0.001')
    """
    if value is None:
        return "p not known"
    return "p < 0.001" if value < 0.001 else f"p {number(value)}"


def listed(names: Sequence[str]) -> str:
    """Give names as a sentence has them.

    Examples
    --------
    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _best_alone(report: ComparisonReport, axes: Sequence[AxisComparison]) -> Iterator[str]:
    led: dict[str, list[str]] = {}
    for axis in axes:
        if len(leaders(axis)) == 1:
            led.setdefault(report.best_of(axis), []).append(axis.axis)
    for model, names in led.items():
        yield f"{model} is best on {listed(names)}."


def _not_apart(report: ComparisonReport, axes: Sequence[AxisComparison]) -> Iterator[str]:
    alike: dict[tuple[str, ...], list[str]] = {}
    for axis in axes:
        names = tuple(report.name_of(model) for model in leaders(axis))
        if len(names) > 1:
            alike.setdefault(names, []).append(axis.axis)
    for (best, *others), named in alike.items():
        yield f"On {listed(named)}, {best} cannot be told from {listed(others)}."


def _against(report: ComparisonReport, pair: PairComparison) -> Verdict:
    other = report.name_of(pair.b)
    found = number(pair.difference.value)
    if has_interval(pair.difference):
        found += f" ({interval(pair.difference)})"
    tested = f"{p_words(pair.p_holm)} after correction"
    if pair.is_told_apart:
        return Verdict("better", f"Better than {other} by {found}, {tested}.")
    return Verdict("open", f"Not told from {other}: ahead by {found}, {tested}.")
