from __future__ import annotations

import shutil

import pytest

from stancekit.errors import ModelError
from stancekit.models.checkpoints import checkpoint_digest, copy_checkpoint, open_checkpoint


def test_a_whole_folder_is_taken_as_it_is(tiny_checkpoint):
    assert open_checkpoint(str(tiny_checkpoint)) == tiny_checkpoint


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("model.safetensors", r"lacks weights \(model.safetensors"),
        ("config.json", "lacks config.json"),
    ],
)
def test_a_folder_without_a_part_says_which(tiny_checkpoint, tmp_path, missing, told):
    folder = tmp_path / "checkpoint"
    shutil.copytree(tiny_checkpoint, folder)
    (folder / missing).unlink()
    with pytest.raises(ModelError, match=told) as raised:
        open_checkpoint(str(folder))
    assert "hf download" in str(raised.value)


def test_a_folder_without_a_tokenizer_says_so(tiny_checkpoint, tmp_path):
    folder = tmp_path / "checkpoint"
    shutil.copytree(tiny_checkpoint, folder)
    for name in ("tokenizer.json", "vocab.txt"):
        (folder / name).unlink(missing_ok=True)
    with pytest.raises(ModelError, match="lacks a tokenizer"):
        open_checkpoint(str(folder))


def test_a_hub_id_without_a_network_says_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match="could not be fetched") as raised:
        open_checkpoint("nobody/has-this-model")
    message = str(raised.value)
    assert "Missing: config.json, weights and tokenizer files" in message
    assert "hf download nobody/has-this-model --local-dir FOLDER" in message


@pytest.mark.parametrize("name", ["./gone", "a/b/c", "/gone", "~/gone/too"])
def test_what_reads_like_a_path_is_no_hub_id(name):
    with pytest.raises(ModelError, match="there is no such folder"):
        open_checkpoint(name)


def test_a_name_that_the_hub_cannot_have_says_so(tmp_path):
    with pytest.raises(ModelError, match="no id of the Hugging Face hub"):
        open_checkpoint("white space")


def test_a_copy_computes_the_same_and_has_no_pickle(tiny_checkpoint, tmp_path):
    copy_checkpoint(tiny_checkpoint, tmp_path)
    assert checkpoint_digest(tmp_path) == checkpoint_digest(tiny_checkpoint)
    assert not list(tmp_path.rglob("*.bin"))


def test_a_pickle_is_written_as_safetensors(tiny_checkpoint, tmp_path):
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file

    source, target = tmp_path / "source", tmp_path / "target"
    shutil.copytree(tiny_checkpoint, source)
    weights = load_file(source / "model.safetensors")
    (source / "model.safetensors").unlink()
    torch.save(weights, source / "pytorch_model.bin")
    copy_checkpoint(open_checkpoint(str(source)), target)
    assert set(load_file(target / "model.safetensors")) == set(weights)


def test_the_digest_follows_the_content(tiny_checkpoint, tmp_path):
    folder = tmp_path / "checkpoint"
    shutil.copytree(tiny_checkpoint, folder)
    assert checkpoint_digest(folder) == checkpoint_digest(tiny_checkpoint)
    with (folder / "config.json").open("a") as file:
        file.write("\n")
    assert checkpoint_digest(folder) != checkpoint_digest(tiny_checkpoint)
