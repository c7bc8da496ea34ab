from __future__ import annotations

import pytest

from stancekit.training.looks import Looks
from stancekit.training.sections.looks import look_sections


@pytest.mark.parametrize(
    ("purpose", "earlier", "words"),
    [
        ("exploratory", None, ["An exploratory run: what is chosen by these scores"]),
        ("exploratory", 0, ["An exploratory run"]),
        ("exploratory", 3, ["An exploratory run", "These rows were scored 3 times before."]),
        ("confirmatory", 1, ["These rows were scored once before: a confirmatory result needs"]),
        ("confirmatory", 0, []),
        ("confirmatory", None, []),
    ],
)
def test_what_looks_spoil_is_warned_of(purpose, earlier, words):
    (section,) = look_sections(Looks("ab" * 32, purpose, earlier))
    assert len(section.cautions) == bool(words)
    assert all(each in section.cautions[0] for each in words)


def test_without_a_store_that_is_told():
    (section,) = look_sections(Looks("ab" * 32, "exploratory", None))
    (row,) = section.parts[0].to_dict()["rows"]
    assert row["earlier"] == "no store to count in"


def test_nothing_scored_is_no_section():
    assert look_sections(None) == ()
