"""The stance half of the suite: which tests there are, what each measures, and the bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stancekit.evaluation.behaviour.rates import Direction
from stancekit.evaluation.behaviour.results import Kind
from stancekit.evaluation.behaviour.stances.cases import ABSTAINED, Answer, StanceCase

Answers = Sequence[Answer]
Value = Callable[[StanceCase, Answers], float | None]
"""Gives 1 where a case passes and 0 where it fails, or a number; ``None`` where it is left out."""

_ROUNDING = 1e-6


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One line of the result: a pass rate, or with `is_rate` false a mean."""

    name: str
    value: Value
    bar: float
    direction: Direction = "at least"
    is_rate: bool = True


@dataclass(frozen=True, kw_only=True)
class StanceTest:
    """What a test checks, and what is measured."""

    kind: Kind
    checks: str
    measures: tuple[Measure, ...]


def label_stays(_: StanceCase, answers: Answers) -> float:
    """Say whether both texts get one label."""
    return float(answers[0].label == answers[1].label)


def shift(_: StanceCase, answers: Answers) -> float:
    """Give how far the probability of the first text's label moves."""
    label = answers[0].label
    return abs(answers[1].probabilities[label] - answers[0].probabilities[label])


def identical(_: StanceCase, answers: Answers) -> float:
    """Say whether both texts get the same probabilities."""
    pairs = zip(answers[0].probabilities.values(), answers[1].probabilities.values(), strict=True)
    return float(all(abs(first - second) <= _ROUNDING for first, second in pairs))


def all_right(case: StanceCase, answers: Answers) -> float:
    """Say whether every text gets a label that is right."""
    pairs = zip(answers, case.expected, strict=True)
    return float(all(answer.label in labels for answer, labels in pairs))


def right_or_abstained(case: StanceCase, answers: Answers) -> float:
    """Say whether every text gets a label that is right, or none."""
    pairs = zip(answers, case.expected, strict=True)
    return float(all(one.label == ABSTAINED or one.label in labels for one, labels in pairs))


def right_if_changed(case: StanceCase, answers: Answers) -> float:
    """Say whether the second text gets a label that is right."""
    return float(answers[1].label in case.expected[1])


def leaves(case: StanceCase, answers: Answers) -> float | None:
    """Say whether the second text gets one of its labels; left out where the first does not."""
    if answers[0].label not in case.expected[0]:
        return None
    return right_if_changed(case, answers)


def never_up(case: StanceCase, answers: Answers) -> float | None:
    """Say whether the first text's pole is no more probable in the second."""
    if answers[0].label not in case.expected[0]:
        return None
    before, after = (answer.mass(case.expected[0]) for answer in answers)
    return float(after <= before + _ROUNDING)


def falls(case: StanceCase, answers: Answers) -> float | None:
    """Say whether the first text's pole is less probable in the second."""
    if answers[0].label not in case.expected[0]:
        return None
    before, after = (answer.mass(case.expected[0]) for answer in answers)
    return float(after < before - _ROUNDING)


_STAYS = "label stays"
_RIGHT = "label right"

STANCE_TESTS: dict[str, StanceTest] = {
    "B1": StanceTest(
        kind="INV",
        checks="another name: Korean, Japanese, Chinese, Vietnamese, Western; women and men",
        measures=(
            Measure(name=_STAYS, value=label_stays, bar=0.99),
            Measure(
                name="mean shift of probability",
                value=shift,
                bar=0.02,
                direction="at most",
                is_rate=False,
            ),
        ),
    ),
    "B2": StanceTest(
        kind="INV",
        checks="another institute, outlet or country; an analyst who is not named",
        measures=(Measure(name=_STAYS, value=label_stays, bar=0.98),),
    ),
    "B3": StanceTest(
        kind="INV",
        checks="dates, leaders and capitals in neutral words",
        measures=(Measure(name=_STAYS, value=label_stays, bar=0.95),),
    ),
    "B4": StanceTest(
        kind="INV",
        checks="direct, indirect or according to; these quotes or those; said, argued, noted",
        measures=(Measure(name=_STAYS, value=label_stays, bar=0.95),),
    ),
    "B6": StanceTest(
        kind="INV",
        checks="a background sentence of the author, behind or before",
        measures=(Measure(name=_STAYS, value=label_stays, bar=0.98),),
    ),
    "B7": StanceTest(
        kind="DIR",
        checks="the endorsement or forecast negated",
        measures=(
            Measure(name="to the other pole or none", value=leaves, bar=0.9),
            Measure(name="pole never more probable", value=never_up, bar=1.0),
        ),
    ),
    "B8": StanceTest(
        kind="DIR",
        checks="a hedge: may, might, perhaps, it is possible",
        measures=(Measure(name="pole less probable", value=falls, bar=0.9),),
    ),
    "B9": StanceTest(
        kind="DIR",
        checks="made conditional: if X, ...",
        measures=(Measure(name="to mixed", value=right_if_changed, bar=0.85),),
    ),
    "B10": StanceTest(
        kind="MFT",
        checks="a forecast of others' policy beside own advice",
        measures=(Measure(name="both labels right", value=all_right, bar=0.9),),
    ),
    "B11": StanceTest(
        kind="MFT",
        checks="the adversary's demand beside the speaker's advice",
        measures=(Measure(name="both labels right", value=all_right, bar=0.9),),
    ),
    "B17": StanceTest(
        kind="MFT",
        checks="keyword bait: words of pressure or talks that mean something else",
        measures=(Measure(name=_RIGHT, value=all_right, bar=0.85),),
    ),
    "B18": StanceTest(
        kind="MFT",
        checks="harsh words with the positive pole, warm words with the negative one",
        measures=(Measure(name=_RIGHT, value=all_right, bar=0.85),),
    ),
    "B19": StanceTest(
        kind="MFT",
        checks="irony, rhetorical question, double negation, concession",
        measures=(Measure(name="label right or abstained", value=right_or_abstained, bar=0.6),),
    ),
    "B21": StanceTest(
        kind="MFT",
        checks="the same verbs about blocs, third parties and home affairs",
        measures=(Measure(name="no stance", value=all_right, bar=0.9),),
    ),
    "B24": StanceTest(
        kind="INV",
        checks="line breaks, byte order mark, NFD, hyphens, blanks of another kind",
        measures=(Measure(name="identical probabilities", value=identical, bar=1.0),),
    ),
}
