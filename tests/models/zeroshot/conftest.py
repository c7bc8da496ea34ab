"""A tiny entailment model with random weights, made here."""

from __future__ import annotations

import shutil

import pytest

from stancekit.codebook import Codebook

NLI = {0: "contradiction", 1: "entailment", 2: "neutral"}

CODEBOOK = {
    "name": "mine",
    "axes": {
        "outlook": {
            "absent": "none",
            "labels": {
                "up": {"hypothesis": "the speaker sees progress"},
                "down": {"hypothesis": "the speaker fears that talks fail"},
                "none": {},
            },
        },
        "stance": {
            "labels": {
                "for": {"hypothesis": "the speaker hopes for {target}"},
                "against": {"hypothesis": "the speaker fears {target}"},
            }
        },
    },
}


@pytest.fixture(scope="session")
def make_checkpoint(tiny_checkpoint, tmp_path_factory):
    """A function: make a classifier of pairs whose outputs have the names given."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")

    def make(names, *, safe=True):
        folder = tmp_path_factory.mktemp("nli")
        for name in ("vocab.txt", "tokenizer.json", "tokenizer_config.json"):
            if (tiny_checkpoint / name).is_file():
                shutil.copy(tiny_checkpoint / name, folder)
        torch.manual_seed(1)
        # Of the usual size, random weights say nearly the same of every pair.
        config = transformers.BertConfig.from_pretrained(
            tiny_checkpoint,
            id2label=names,
            label2id={name: number for number, name in names.items()},
            initializer_range=0.5,
        )
        model = transformers.BertForSequenceClassification(config)
        if safe:
            model.save_pretrained(folder)
        else:
            config.save_pretrained(folder)
            torch.save(model.state_dict(), folder / "pytorch_model.bin")
        return folder

    return make


@pytest.fixture(scope="session")
def nli_checkpoint(make_checkpoint):
    return make_checkpoint(NLI)


@pytest.fixture
def book():
    return Codebook.from_mapping(CODEBOOK)
