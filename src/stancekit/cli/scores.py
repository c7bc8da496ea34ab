"""The tables and lines that ``train`` and ``evaluate`` print of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stancekit.cli.baselines import print_baselines
from stancekit.cli.frozen import print_frozen
from stancekit.cli.streams import console, print_text, print_warning

if TYPE_CHECKING:
    from stancekit.evaluation import AxisEvaluation, HumanCeiling, Score, Slice
    from stancekit.evaluation.end_to_end import EndToEnd
    from stancekit.training.dates import TrainingDates
    from stancekit.training.generalisation import SchemeScores
    from stancekit.training.learning_curve import LearningPoint
    from stancekit.training.looks import Looks
    from stancekit.training.repeated_splits import RepeatedSplits
    from stancekit.training.results import Assessment

SHOWN = (
    "macro_f1",
    "weighted_f1",
    "accuracy",
    "expressed_macro_f1",
    "mcc",
    "quadratic_kappa",
    "position_mae",
    "calibration_error",
    "aurc",
    "answered_share",
    "answered_macro_f1",
    "strict_macro_f1",
)


def print_assessment(found: Assessment) -> None:
    """Print the scores on each axis, then all else that was found out, and what to mind of it."""
    print_scores(found.test)
    print_baselines(found.baselines)
    _print_slices(found.slices)
    _print_generalisation(found.generalisation)
    _print_repeated_splits(found.repeated_splits)
    _print_learning_curve(found.learning_curve)
    _print_human_ceiling(found.human_ceiling)
    if found.end_to_end is not None:
        _print_end_to_end(found.end_to_end)
    _warn_of_dates(found.dates)
    print_looks(found.looks)
    print_frozen(found.frozen)


def print_scores(evaluations: Mapping[str, AxisEvaluation]) -> None:
    """Print one table: a score a row, an axis a column, with intervals; then what to mind."""
    from rich import box
    from rich.table import Table

    if not evaluations:
        print_text("No row was held out: nothing was evaluated.")
        return
    table = Table("", *evaluations, box=box.SIMPLE_HEAD)
    table.add_row("passages", *(str(evaluation.n) for evaluation in evaluations.values()))
    for name in SHOWN:
        scores = [evaluation.metrics.get(name) for evaluation in evaluations.values()]
        if any(score is not None for score in scores):
            table.add_row(name, *(_cell(score) for score in scores))
    console().print(table)
    for axis, evaluation in evaluations.items():
        for note, names in _notes(evaluation).items():
            print_text(f"{axis}, {', '.join(names)}: {note}")


def _notes(evaluation: AxisEvaluation) -> dict[str, list[str]]:
    """Give what to mind, each with the shown scores that it is said of."""
    notes: dict[str, list[str]] = {}
    for name in SHOWN:
        score = evaluation.metrics.get(name)
        if score is not None and score.note is not None:
            notes.setdefault(score.note, []).append(name)
    return notes


def _cell(score: Score | None) -> str:
    if score is None or score.value is None:
        return "-"
    if score.low is None or score.high is None:
        return f"{score.value:.3f}"
    return f"{score.value:.3f}  {score.low:.3f} to {score.high:.3f}"


def _print_slices(slices: Sequence[Slice]) -> None:
    """Print where errors go with what the rows are, and with which of its values most."""
    flagged = [one for one in slices if one.is_flagged]
    for one in flagged:
        known = [value for value in one.values if value.accuracy.value is not None]
        worst = min(known, key=lambda value: value.accuracy.value or 0.0)
        print_text(
            f"{one.axis}: errors go with the {one.name} (corrected p = {one.adjusted_p:.3f}); "
            f"accuracy is lowest for {worst.value}: {worst.accuracy.in_words()}, n = {worst.n}"
        )
    if slices and not flagged:
        names = ", ".join(dict.fromkeys(one.name for one in slices))
        print_text(f"slices: no error was found to go with {names}")


def _print_generalisation(schemes: Sequence[SchemeScores]) -> None:
    """Print macro F1 by scheme and axis, the gap to random folds, and where nothing was shown."""
    from stancekit.training.generalisation import NO_EVIDENCE, WORDS

    for one in schemes:
        if one.note is not None:
            print_text(f"{one.scheme}: not scored: {one.note}")
            continue
        print_text(
            f"{one.scheme} ({WORDS[one.scheme]}), {one.n_rows} rows, each fit on about "
            f"{one.n_fit:.0f}:"
        )
        for axis, evaluation in one.evaluations.items():
            gap = one.gap_to_random.get(axis)
            behind = "" if gap is None else f", gap to random {gap.in_words()}"
            print_text(f"  {axis}: macro_f1 {evaluation.metrics['macro_f1'].in_words()}{behind}")
        for axis in one.without_evidence:
            print_text(f"  {axis}: {NO_EVIDENCE}: it does not beat who is speaking")


def _print_repeated_splits(found: RepeatedSplits | None) -> None:
    """Print the mean over the divisions, how far apart they lie, and what is over the baselines."""
    if found is None:
        return
    note = "" if found.note is None else f": {found.note}"
    if not found.splits:
        print_text(f"repeated splits: not made{note}")
        return
    print_text(f"{len(found.splits)} further random splits of the rows to fit{note}")
    for axis, one in found.axes.items():
        score = one.metrics["macro_f1"]
        if score.sd is None:
            print_text(f"  {axis}: macro_f1 {score.mean.in_words()}: {score.mean.note}")
            continue
        over = "".join(
            f", over {name} {difference.mean.in_words()}"
            for name, difference in one.over_baselines.items()
        )
        print_text(
            f"  {axis}: macro_f1 {score.mean.in_words()}, sd {score.sd:.3f}, from "
            f"{min(score.known):.3f} to {max(score.known):.3f}{over}"
        )


def _print_learning_curve(points: Sequence[LearningPoint]) -> None:
    """Print macro F1 by share of the training groups."""
    for point in points:
        scores = (
            f"{axis} {evaluation.metrics['macro_f1'].in_words()}"
            for axis, evaluation in point.evaluations.items()
        )
        print_text(f"macro_f1 with {point.share:.0%} of the groups: {', '.join(scores)}")


def _print_human_ceiling(ceilings: Mapping[str, HumanCeiling]) -> None:
    """Print each annotator's agreement with gold beside the model's on the same rows."""
    for axis, ceiling in ceilings.items():
        scores = "; ".join(
            f"{one.annotator} {one.macro_f1.in_words()}, the model {one.model_macro_f1.in_words()}"
            for one in ceiling.annotators
        )
        print_text(f"{axis}, macro_f1 of annotators against gold: {scores}")


def _print_end_to_end(found: EndToEnd) -> None:
    """Print how often speakers are found, and found with the right label."""
    print_text(
        f"attribution, f1 of speakers in {found.n_articles} articles: "
        f"{found.attribution.f1.in_words()}"
    )
    for axis, one in found.axes.items():
        print_text(
            f"{axis}, f1 of speaker and label: {one.all_labels.f1.in_words()}; with gold "
            f"statements {one.gold_attribution_f1.in_words()}; of those expressed "
            f"{one.expressed.f1.in_words()} and {one.gold_attribution_expressed_f1.in_words()}"
        )
    if found.n_articles_missing:
        print_warning(f"the texts of {found.n_articles_missing} articles were not given")


def _warn_of_dates(dates: TrainingDates | None) -> None:
    """Warn of rows from outside the dates of the training rows."""
    warning = None if dates is None else dates.warning()
    if warning is not None:
        print_warning(warning)


def print_looks(looks: Looks | None) -> None:
    """Print how often the rows were scored before; warn where that spoils a confirmation."""
    if looks is None or looks.earlier is None:
        return
    print_text(f"looks   {looks.earlier} at these rows before this one, which is {looks.purpose}")
    warning = looks.warning()
    if warning is not None:
        print_warning(warning)
