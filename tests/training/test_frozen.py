from __future__ import annotations

from pathlib import Path

import pytest

from stancekit.errors import ConfigError
from stancekit.training import Frozen, freeze


@pytest.fixture
def frozen(workplace, experiment):
    return freeze(experiment(), output="mine.yaml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("seed: 7", "seed: 8"),
        ("resamples: 50", "resamples: 500"),
        ("- none", "- neither"),
        ("frozen_at: '", "frozen_at: '1"),
        ("notes: []", "notes: [added]"),
        ("notes: []", "notes: [2026-01-01]"),
        ("notes: []", "other: 1"),
    ],
)
def test_an_edit_is_told(frozen, old, new):
    path = Path("mine.yaml")
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(ConfigError, match=r"mine.yaml: was edited after it was frozen") as caught:
        Frozen.load(path)
    assert frozen.sha256[:12] in str(caught.value)
    assert "freeze the configuration anew" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[1]", "found list, expected a frozen experiment"),
        (b"name: mine", "not a frozen experiment:\n.*primary: missing"),
        (b"name: [", "not valid UTF-8 YAML"),
        (b"name: Zo\xeb", "not valid UTF-8 YAML"),
        (b"name: {1: a, b: c}", "keys that are no words"),
        (b"1: a", "found dict, expected a frozen experiment"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path, content, words):
    path = tmp_path / "other.yaml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=f"(?s){words}.*stancekit freeze CONFIG"):
        Frozen.load(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ConfigError, match=r"none.yaml: what was frozen cannot be read"):
        Frozen.load(tmp_path / "none.yaml")
