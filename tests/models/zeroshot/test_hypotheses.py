from __future__ import annotations

from pathlib import Path

import pytest

from stancekit.codebook import Codebook
from stancekit.errors import ModelError
from stancekit.models.zeroshot.hypotheses import Hypotheses


def book(labels, **axis):
    return Codebook.from_mapping({"name": "mine", "axes": {"outlook": {"labels": labels, **axis}}})


def test_each_hypothesis_is_tested_once_whatever_labels_share_it():
    found = Hypotheses.of({"a": {"x": "one", "y": "two"}, "b": {"z": "two", "none": None}})
    assert found.texts == ("one", "two")
    assert (found.places("a"), found.places("b")) == ([0, 1], [1, None])
    assert found.labels == {"a": ("x", "y"), "b": ("z", "none")}


@pytest.mark.parametrize("missing", [None, " "])
def test_labels_without_a_hypothesis_are_all_named(missing):
    labels = {"up": {"hypothesis": missing}, "down": {}, "none": {}}
    with pytest.raises(ModelError) as caught:
        Hypotheses.read(book(labels, absent="none"))
    message = str(caught.value)
    assert "axis 'outlook', label 'up': found no hypothesis" in message
    assert "label 'down'" in message
    assert "label 'none'" not in message
    assert 'hypothesis: "The speaker expects' in message


def test_strange_braces_are_an_error():
    labels = {"up": {"hypothesis": "{speaker} hopes"}, "down": {"hypothesis": "no {target}"}}
    with pytest.raises(ModelError, match=r"label 'up': found \{speaker\} .* expected \{target\}"):
        Hypotheses.read(book(labels))


def test_the_codebook_of_the_bundled_corpus_has_them_all():
    path = Path(__file__).parents[3] / "data" / "talks" / "codebook.yaml"
    found = Hypotheses.read(Codebook.load(path))
    assert len(found.texts) == 11
    assert None not in [place for axis in found.axes for place in found.places(axis)]
