from __future__ import annotations

import shutil

import numpy as np
import pytest

from stancekit.errors import ModelError
from stancekit.models.encoder.embedding import Embedder, Network
from stancekit.models.passages import to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.wording import read_passages

TEXTS = ["the deal will fail", "hopes of progress near the port, she said"]


@pytest.fixture
def deeper(tiny_checkpoint, tmp_path):
    """The tiny encoder with two layers more."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    folder = shutil.copytree(tiny_checkpoint, tmp_path / "deeper")
    config = transformers.AutoConfig.from_pretrained(tiny_checkpoint, num_hidden_layers=3)
    torch.manual_seed(1)
    transformers.BertModel(config).save_pretrained(folder)
    return folder


def embed(folder, **network):
    embedder = Embedder.load(folder, Network(device="cpu", **network))
    readings = read_passages(to_columns(TEXTS), ReadingOptions())
    found = embedder.embed(embedder.encode(readings))
    assert found.shape == (len(TEXTS), embedder.n_columns)
    return found


def test_the_last_layers_stand_side_by_side_and_count_the_same(deeper):
    one, two = embed(deeper), embed(deeper, layers=2)
    assert two.shape[1] == 2 * one.shape[1]
    assert np.allclose(np.linalg.norm(two, axis=1), 1.0, atol=1e-6)
    # The last is the one that there was alone; the other is another.
    below, last = np.split(two * np.sqrt(2), 2, axis=1)
    assert np.allclose(last, one, atol=1e-6)
    assert not np.allclose(below, one, atol=1e-4)
    assert not np.allclose(embed(deeper, layers=2, pooling="cls"), two, atol=1e-4)


def test_no_more_layers_than_there_are(deeper):
    with pytest.raises(ModelError, match=r"found 3 layers, expected at least the 4 asked for"):
        embed(deeper, layers=4)
