"""A codebook with definitions and rules, two passages, and what three people said of them."""

from __future__ import annotations

import pandas as pd
import pytest

from stancekit.codebook import Codebook

CONTENT = {
    "name": "ferries",
    "version": "1.2.0",
    "unit": "what one speaker says",
    "axes": {
        "outlook": {
            "question": "What does the speaker expect of the ferry talks?",
            "labels": {
                "optimistic": {"definition": "Expects a deal."},
                "very pessimistic": {"definition": "Expects <none> & says so."},
                "none": {},
            },
            "rules": ["A wish is not a forecast."],
        },
        "posture": {"labels": {"firm": {}, "yielding": {}}},
    },
}


@pytest.fixture(scope="session")
def book():
    return Codebook.from_mapping(CONTENT)


@pytest.fixture
def passages():
    return [
        {
            "id": "a1",
            "text": "A deal is near,\nIlsa Brandeker said.",
            "speaker": "Ilsa Brandeker",
            "outlet": None,
            "outlook": "optimistic",
            "posture": None,
        },
        {
            "id": "b2",
            "text": "=no deal",
            "speaker": None,
            "outlet": "Norvik Courier",
            "outlook": "none",
            "posture": "firm",
        },
    ]


@pytest.fixture
def labelled():
    rows = [
        ("a1", "Ann", "outlook", "optimistic"),
        ("a1", "Ann", "posture", "firm"),
        ("a1", 'Bo, "B"', "outlook", "very pessimistic"),
        ("b2", "Zoë", "posture", "yielding"),
    ]
    return pd.DataFrame(rows, columns=["id", "annotator", "axis", "label"], dtype=object)


@pytest.fixture(scope="session")
def problems_of():
    """A function: the problems that a call ends with."""
    from stancekit.errors import CorpusError

    def find(call, *arguments, **options):
        with pytest.raises(CorpusError) as caught:
            call(*arguments, **options)
        return caught.value.problems

    return find
