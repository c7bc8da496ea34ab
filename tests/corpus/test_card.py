from __future__ import annotations

import pytest

from stancekit.corpus.card import is_machine_written, read_card
from stancekit.errors import CorpusError


def write_card(folder, metadata):
    (folder / "README.md").write_text(f"---\n{metadata}\n---\n\n# A corpus\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("language_creators:\n- machine-generated", True),
        ("language_creators: machine-generated", True),
        ("language_creators:\n- found\n- machine-generated", True),
        ("language_creators:\n- found", False),
        ("annotations_creators:\n- machine-generated", False),
    ],
    ids=["list", "word", "both", "found", "annotated-by-machine-only"],
)
def test_the_card_tells_who_wrote_the_texts(tmp_path, metadata, expected):
    write_card(tmp_path, metadata)
    assert is_machine_written(read_card(tmp_path)) is expected


def test_no_card_declares_nothing(tmp_path):
    assert read_card(tmp_path) == {}
    assert not is_machine_written({})


def test_metadata_that_is_no_yaml_is_told_of(tmp_path):
    write_card(tmp_path, "language_creators: [")
    with pytest.raises(CorpusError, match=r"README\.md: the card's metadata is not YAML"):
        read_card(tmp_path)
