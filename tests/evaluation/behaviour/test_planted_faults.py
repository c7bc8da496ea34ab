"""Each planted fault fails the test that was made for it, and passes tests made for others."""

import dataclasses

import pytest

from stancekit.evaluation.behaviour import check_stances
from stancekit.evaluation.behaviour.places import BACKGROUND

from .conftest import LABELS, Oracle, Texts, codebook_of, counts_keywords, labels_of, learns_names


def outcomes(checks, *, source="sentences"):
    found = {}
    for check in checks:
        if check.source == source and check.test != "B23":
            found.setdefault(check.test, set()).add(check.outcome)
    return found


def test_who_knows_every_answer_passes_every_test(oracle, codebook):
    checks, _ = check_stances(oracle.model(), codebook)
    told = {(c.test, c.axis, c.measure): c.outcome for c in checks if c.outcome != "reported"}
    assert set(told.values()) == {"passes"}, {k: v for k, v in told.items() if v != "passes"}
    assert {test for test, _, _ in told} == {
        *("B1", "B2", "B3", "B4", "B6", "B7", "B8", "B9", "B10", "B11", "B17", "B18", "B19"),
        *("B21", "B23", "B24"),
    }


def test_who_learns_names_fails_the_swap_of_names(codebook):
    checks, _ = check_stances(Texts(labels_of(codebook), learns_names), codebook)
    found = outcomes(checks)
    assert found["B1"] == {"fails"}
    assert found["B3"] == found["B6"] == {"passes"}
    failed = next(check for check in checks if check.test == "B1").failures
    assert all(
        len(case.texts) == len(case.found) == len(case.probabilities) == 2 for case in failed
    )
    assert all(case.texts[0] != case.texts[1] for case in failed)


def test_who_counts_keywords_takes_the_bait(codebook):
    checks, _ = check_stances(Texts(labels_of(codebook), counts_keywords), codebook)
    found = outcomes(checks)
    assert found["B17"] == found["B10"] == {"fails"}
    assert found["B1"] == {"passes"}
    bait = next(check for check in checks if check.test == "B17" and check.axis == "posture")
    assert any("dialogue is a trap" in case.case for case in bait.failures)


def deaf_to(oracle, test):
    """Let the changed text of a test get what its original gets."""
    for case in oracle.cases:
        if case.test == test:
            (axis,), (first, second) = case.axes, case.passages
            oracle.answers[axis, second.text] = oracle.answers[axis, first.text]
    return oracle.model()


@pytest.mark.parametrize("test", ["B7", "B8", "B9", "B10", "B11"])
def test_who_is_deaf_to_one_change_fails_its_test_alone(test, oracle, codebook):
    checks, _ = check_stances(deaf_to(oracle, test), codebook)
    found = outcomes(checks)
    assert "fails" in found.pop(test)
    assert set.union(*found.values()) == {"passes"}


def test_a_negation_that_makes_the_pole_likelier_is_told(oracle, codebook):
    for case in oracle.cases:
        if case.test == "B7":
            (axis,), (first, second) = case.axes, case.passages
            oracle.answers[axis, second.text] = (oracle.answers[axis, first.text][0], 0.95)
    checks, _ = check_stances(oracle.model(), codebook)
    never = [c for c in checks if c.test == "B7" and c.measure == "pole never more probable"]
    assert {check.score.value for check in never} == {0.0}


def test_whoever_the_author_distracts_fails_the_sentence_added(oracle, codebook):
    def say(axis, text):
        words = oracle.labels[axis]
        distracted = any(sentence in text for sentence in BACKGROUND)
        return words[0] if distracted else oracle.say(axis, text)

    found = outcomes(check_stances(Texts(oracle.labels, say), codebook)[0])
    assert found.pop("B6") == {"fails"}
    assert set.union(*found.values()) == {"passes"}


def test_whoever_counts_blanks_fails_typography(oracle, codebook):
    def say(axis, text):
        if "  " in text or "\u00a0" in text:
            return oracle.say(axis, text), 0.7
        return oracle.say(axis, text)

    found = outcomes(check_stances(Texts(oracle.labels, say), codebook)[0])
    assert found.pop("B24") == {"fails"}
    assert set.union(*found.values()) == {"passes"}


def test_nobody_who_never_sees_a_stance_passes_a_negation(codebook):
    silent = Texts(labels_of(codebook), lambda axis, _: labels_of(codebook)[axis][-1])
    checks, _ = check_stances(silent, codebook)
    negated = [check for check in checks if check.test == "B7"]
    assert {(check.n, check.outcome) for check in negated} == {(0, "cannot be told")}
    assert {check.note for check in negated} == {
        "the model found the stance in none of the originals"
    }


def test_an_abstention_is_right_where_the_figure_is_hard(codebook, oracle):
    for case in oracle.cases:
        if case.test == "B19":
            oracle.answers[case.axes[0], case.passages[0].text] = (
                oracle.labels[case.axes[0]][-1],
                0.45,
            )
    without, _ = check_stances(oracle.model(), codebook)
    with_threshold, _ = check_stances(oracle.model(), codebook, threshold=0.5)
    assert "fails" in outcomes(without)["B19"]
    assert outcomes(with_threshold)["B19"] == {"passes"}


def renamed():
    return {
        "means": {"dove": 1, "hawk": -1, "balanced": 0, "none": None},
        "forecast": {"up": 1, "down": -1, "open": 0, "none": None},
        "tone": {"warm": 1, "cold": -1, "flat": 0},
    }


POLES = {
    "means": {"concern": "posture"},
    "forecast": {"concern": "outlook"},
    "tone": {
        "concern": "sentiment",
        "poles": {"warm": "positive", "cold": "negative", "flat": "absent"},
    },
}


def test_another_codebook_that_maps_its_poles_gets_the_same_suite(oracle, codebook):
    other = codebook_of(renamed())
    theirs, left_out = check_stances(Oracle(other, poles=POLES).model(), other, poles=POLES)
    ours, _ = check_stances(oracle.model(), codebook)
    axes = dict(zip(renamed(), LABELS, strict=True))
    assert [dataclasses.replace(check, axis=axes[check.axis]).score for check in theirs] == [
        check.score for check in ours
    ]
    assert {one.test for one in left_out if one.axis == "means"} == {"B9", "B22"}


def test_the_same_seed_gives_the_same_report(oracle, codebook):
    first, again = (check_stances(oracle.model(), codebook, seed=0) for _ in range(2))
    assert first == again
    other = check_stances(Texts(labels_of(codebook), learns_names), codebook, seed=1)
    assert other != check_stances(Texts(labels_of(codebook), learns_names), codebook, seed=0)
