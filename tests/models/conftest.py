"""What tests of several families need: a tiny pretrained encoder, and a saved model's bytes.

The encoder is made here, so that no test of a network needs one of the hub's.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WORDS = """the a of and to in is was it that said talks deal ferry port crews close open will fail
succeed again warned hopes fears doubts sees quick long strike near agreement route recover progress
worse better mood speaker institute summer he she they not no some one two * . , " ' ; : - ! ?"""


@pytest.fixture(scope="session")
def saved():
    """A function: save a model into a new folder, and give the bytes of each file there."""
    from stancekit.models import save_model

    def save(model, folder):
        folder.mkdir()
        save_model(model, folder, card="card", training={})
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}

    return save


@pytest.fixture(scope="session")
def tiny_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of one layer with random weights, as sentence-transformers saves it."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    folder = tmp_path_factory.mktemp("checkpoint")
    letters = [chr(c) for c in range(ord("a"), ord("z") + 1)]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*special, *dict.fromkeys(WORDS.split()), *(f"##{c}" for c in letters)]
    vocabulary = list(dict.fromkeys([*pieces, *letters]))
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    tokenizer = transformers.BertTokenizer(
        vocab={word: number for number, word in enumerate(vocabulary)}, model_max_length=64
    )
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    transformers.BertModel(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {
            "idx": 1,
            "name": "1",
            "path": "1_Pooling",
            "type": "sentence_transformers.models.Pooling",
        },
    ]
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "1_Pooling").mkdir()
    pooling = {"word_embedding_dimension": 8, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    return folder
