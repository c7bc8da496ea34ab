"""The suite as a whole: enough cases, the same ones each time, of the size of an article."""

from . import (
    test_author_voice,
    test_boilerplate,
    test_continuations,
    test_names,
    test_opponents,
    test_relays,
    test_rewrites,
    test_roles,
    test_typography,
)

_GROUPS = [
    test_rewrites.cases,
    test_boilerplate.cases,
    test_opponents.cases,
    test_roles.cases,
    test_relays.cases,
    test_continuations.cases,
    test_continuations.resets,
    test_names.cases,
    test_author_voice.cases,
    test_typography.cases,
    test_typography.one_line_files,
]


def test_there_are_enough_cases():
    texts = {case.text for group in _GROUPS for case in group()}
    assert len(texts) >= 1300


def test_chance_has_one_source():
    assert [group() for group in _GROUPS] == [group() for group in _GROUPS]
