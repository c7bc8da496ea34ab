"""The behavioural tests of attribution (B4 to B6, B12 to B16, B20, B24) on this package's own.

What they are is told in ``stancekit.evaluation.behaviour.attributions``; here stands what is held.
"""

import pytest

from stancekit.articles import attribute, read_article
from stancekit.evaluation.behaviour.attributions.cases import Attributor
from stancekit.evaluation.behaviour.attributions.definitions import ATTRIBUTION_TESTS
from stancekit.evaluation.behaviour.attributions.suite import check_attribution

_SEED = 20310503

_TESTS = {f"{test.test}: {test.measure}": test for test in ATTRIBUTION_TESTS}


@pytest.fixture(scope="module")
def attributor():
    return Attributor(read_article, attribute)


@pytest.mark.parametrize("name", _TESTS)
def test_the_bar_is_met(name, attributor):
    (check,) = check_attribution(attributor, seed=_SEED, tests=[_TESTS[name]])
    for case in check.failures:
        print(f"--- {case.case}: expected {case.expected}, found {case.found}\n{case.texts[-1]}\n")
    at_most = check.direction == "at most"
    assert check.score.value <= check.bar if at_most else check.score.value >= check.bar
    assert check.outcome != "fails"


def test_there_are_enough_cases():
    texts = {case.text for test in ATTRIBUTION_TESTS for case in test.cases(_SEED)}
    assert len(texts) >= 1300
