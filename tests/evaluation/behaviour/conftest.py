"""Models whose behaviour is known: one that knows every answer, and some with a planted fault."""

from __future__ import annotations

import re

import numpy as np
import pytest

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour import map_poles
from stancekit.evaluation.behaviour.people import PEOPLE
from stancekit.evaluation.behaviour.stances.collection import sentence_cases
from stancekit.evaluation.behaviour.stances.probes import foreign_passages

LABELS = {
    "posture": {"pragmatic": 1, "hawkish": -1, "mixed": 0, "none": None},
    "outlook": {"optimistic": 1, "pessimistic": -1, "mixed": 0, "none": None},
    "sentiment": {"positive": 1, "negative": -1, "neutral": 0},
}


def codebook_of(labels=LABELS):
    return Codebook.from_mapping(
        {
            "name": "mine",
            "axes": {
                axis: {
                    "absent": "none" if "none" in words else None,
                    "labels": {word: {"position": place} for word, place in words.items()},
                }
                for axis, words in labels.items()
            },
        }
    )


@pytest.fixture(scope="session")
def codebook():
    return codebook_of()


class Texts:
    """A model that says of a text what a function says: a label, or a label and its probability."""

    def __init__(self, labels, say):
        self.labels, self.say = labels, say

    def predict_proba(self, X):
        return {axis: self._proba(axis, list(X["text"])) for axis in self.labels}

    def _proba(self, axis, texts):
        words = self.labels[axis]
        proba = np.zeros((len(texts), len(words)))
        for row, text in enumerate(texts):
            said = self.say(axis, text)
            label, sure = said if isinstance(said, tuple) else (said, 0.9)
            proba[row] = (1 - sure) / (len(words) - 1)
            proba[row, words.index(label)] = sure
        return proba


def labels_of(codebook):
    return {name: list(axis.label_names) for name, axis in codebook.axes.items()}


class Oracle:
    """Knows what is expected of each of our sentences; says the last label of all others.

    `answers` may be overwritten: for each axis and text a label and its probability.
    """

    def __init__(self, codebook, seed=0, poles=None):
        self.poles = map_poles(codebook, poles)
        self.labels = labels_of(codebook)
        self.cases = sentence_cases(self.poles, seed)
        self.answers = {}
        for case in self.cases:
            for axis in case.axes:
                self._learn(axis, case)
        self._agree()
        for _, _, posture, outlook, passage in foreign_passages(seed):
            for axis, its in self.poles.items():
                pole = {"posture": posture, "outlook": outlook}.get(its.concern)
                if pole is not None:
                    label = its.silent[0] if pole == "absent" else its.of(pole)[0]
                    self.answers[axis, passage.text] = (label, 0.5)

    def _learn(self, axis, case):
        for place, (passage, expected) in enumerate(
            zip(case.passages, case.expected, strict=False)
        ):
            answer = (expected[0], 0.9) if expected else None
            if case.test == "B8":
                answer = (case.expected[0][0], (0.9, 0.6)[place])
            if answer is not None:
                known = self.answers.setdefault((axis, passage.text), answer)
                assert known[0] == answer[0], (passage.text, known, answer)

    def _agree(self):
        """Let both texts of a pair that must not differ have one answer, where one has any."""
        pairs = [case for case in self.cases if not case.expected]
        for _ in range(2):
            for case in pairs:
                for axis in case.axes:
                    keys = [(axis, passage.text) for passage in case.passages]
                    known = [self.answers[key] for key in keys if key in self.answers]
                    self.answers |= dict.fromkeys(keys, known[0]) if known else {}

    def say(self, axis, text):
        return self.answers.get((axis, text), self.labels[axis][-1])

    def model(self):
        return Texts(self.labels, self.say)


@pytest.fixture
def oracle(codebook):
    return Oracle(codebook)


def learns_names(axis, text):
    """Take the side of whoever has a hyphen in the name, and the other side for all others."""
    named = [person for person in PEOPLE if person.full in text]
    sides = {"posture": "hawkish pragmatic", "outlook": "optimistic pessimistic"}
    first, second = sides.get(axis, "positive negative").split()
    return first if any("-" in person.full for person in named) else second


PRESSURE = r"\b(?:sanctions?|missiles?|pressure|blockade|embargo|tighten|drills|launch)\b"
TALKS = r"\b(?:dialogue|peace|talks|envoy|summit|deal|negotiat\w+|engagement|exchanges)\b"


def counts_keywords(axis, text):
    """Take the side whose words occur, pressure before talks."""
    first, second, absent = {
        "posture": ("hawkish", "pragmatic", "none"),
        "outlook": ("pessimistic", "optimistic", "none"),
        "sentiment": ("negative", "positive", "neutral"),
    }[axis]
    if re.search(PRESSURE, text, re.IGNORECASE):
        return first
    return second if re.search(TALKS, text, re.IGNORECASE) else absent
