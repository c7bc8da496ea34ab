"""The attribution half of the suite.

It does not depend on a model: what is tested is who is found to speak.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stancekit.evaluation.behaviour.attributions.cases import Attributor
from stancekit.evaluation.behaviour.attributions.definitions import (
    ATTRIBUTION_TESTS,
    AttributionTest,
)
from stancekit.evaluation.behaviour.results import BehaviourCheck

Progress = Callable[[str, int, int], None]


def check_attribution(
    attributor: Attributor,
    *,
    seed: int = 0,
    tests: Sequence[AttributionTest] = ATTRIBUTION_TESTS,
    progress: Progress | None = None,
) -> tuple[BehaviourCheck, ...]:
    """Run the attribution tests on whatever tells who says what in an article.

    Parameters
    ----------
    seed
        Of who and what the generated articles are made of; the forms are the same with each.
    """
    groups = [(test, test.cases(seed)) for test in tests]
    total, done = sum(len(cases) for _, cases in groups), 0
    checks = []
    for test, cases in groups:
        verdicts = [(case, test.judge(case, attributor)) for case in cases]
        checks.append(test.run(verdicts))
        done += len(cases)
        if progress is not None:
            progress("attribution tests", done, total)
    return tuple(checks)
