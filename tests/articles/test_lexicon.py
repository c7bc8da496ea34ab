from pathlib import Path

import pytest

import stancekit.articles.lexicon as lexicon
from stancekit.articles.lexicon import all_words, word_groups

FILES = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("name", FILES)
def test_every_list_has_named_groups_with_entries(name):
    groups = word_groups(name)
    assert groups
    assert all(group and words for group, words in groups.items())


def test_comments_and_spaces_are_left_out():
    entries = all_words("cue_verbs")
    assert "call for" in entries
    assert not any("#" in entry or entry != entry.strip() for entry in entries)


def test_a_cue_verb_stands_in_one_group():
    groups = word_groups("cue_verbs")
    entries = [entry for words in groups.values() for entry in words]
    assert len(entries) - len(set(entries)) < 15  # a few verbs take two frames: "promise", "offer"


def test_groups_cannot_be_changed():
    with pytest.raises(TypeError):
        word_groups("calendar")["days"] = frozenset()
