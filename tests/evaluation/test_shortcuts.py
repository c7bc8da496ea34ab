import numpy as np
import pandas as pd
import pytest

from stancekit.evaluation import shortcuts
from stancekit.evaluation.shortcuts import probe_shortcuts

LABELS = ("up", "down", "none")


def probe(frame, codes, groups=None):
    groups = list(range(len(codes))) if groups is None else groups
    found = probe_shortcuts("outlook", LABELS, codes, frame, groups, resamples=200, seed=0)
    return {one.name: one for one in found}


@pytest.fixture
def codes():
    return np.random.default_rng(0).integers(2, size=300)


def test_names_that_tell_the_label_are_found(codes):
    frame = pd.DataFrame({"text": "talks", "speaker": [("Noh", "Baek")[code] for code in codes]})
    found = probe(frame, codes)["speaker and affiliation"]
    assert found.gives_away
    assert found.mcc.value == pytest.approx(1.0)
    assert found.macro_f1.value == pytest.approx(1.0)
    assert found.columns == ("speaker",)


def test_names_that_tell_nothing_are_not_accused(codes):
    names = np.random.default_rng(1).integers(40, size=300)
    frame = pd.DataFrame({"text": "talks", "speaker": [f"Person {name}" for name in names]})
    found = probe(frame, codes)["speaker and affiliation"]
    assert not found.gives_away
    assert abs(found.mcc.value) < 0.2


def test_length_is_a_shortcut_of_its_own(codes):
    frame = pd.DataFrame({"text": ["word " * (40 if code else 10) for code in codes]})
    found = probe(frame, codes)
    assert list(found) == ["length"]
    assert found["length"].gives_away


def test_columns_without_a_value_are_left_out(codes):
    frame = pd.DataFrame({"text": "talks", "speaker": None, "outlet": "Wire"}, index=range(300))
    assert list(probe(frame, codes)) == ["outlet", "length"]


def test_of_many_rows_whole_groups_are_looked_at(codes, monkeypatch):
    monkeypatch.setattr(shortcuts, "_MAX_ROWS", 100)
    sampled = shortcuts._sampled(codes, [row // 10 for row in range(300)], 0)
    kept = np.flatnonzero(sampled >= 0)
    assert len(kept) == 100
    assert all(len([row for row in kept if row // 10 == group]) == 10 for group in {*kept // 10})
