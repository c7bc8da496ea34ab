from __future__ import annotations

import pytest

from stancekit.errors import ModelError
from stancekit.models.loading import load_encoder, load_network

safetensors = pytest.importorskip("safetensors.torch")


def test_an_encoder_is_read_without_a_word(tiny_checkpoint, capfd):
    load_encoder(tiny_checkpoint)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_an_encoder_that_lacks_weights_is_refused(tiny_checkpoint, tmp_path):
    for path in tiny_checkpoint.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    weights = safetensors.load_file(tmp_path / "model.safetensors")
    kept = {name: value for name, value in weights.items() if "layer.0.attention" not in name}
    assert len(kept) < len(weights)
    safetensors.save_file(kept, tmp_path / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelError, match=r"layer\.0\.attention.* and \d+ more weights") as refused:
        load_encoder(tmp_path)
    assert "Get the whole checkpoint" in str(refused.value)
    # What it lacks may be put up with where new weights are wanted.
    assert load_network(tmp_path)[1]
