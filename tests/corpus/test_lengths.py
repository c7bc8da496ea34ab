import json
import sys

import pytest

from stancekit.corpus import token_lengths
from stancekit.errors import CorpusError, MissingExtraError


def test_lengths_are_estimated_without_a_tokenizer():
    # "word" is one piece, 600 of them and the two special tokens are cut at every limit
    found = token_lengths(["word " * 600, "word " * 126, "word " * 127, ""])
    assert found.truncated == {128: 2, 256: 1, 512: 1}
    assert found.longest == 602
    assert found.bins == (1, 0, 0, 1, 1, 0, 1)
    assert found.counted_by == "estimate"


@pytest.fixture
def tokenizer(tmp_path):
    content = {
        "version": "1.0",
        "truncation": {
            "direction": "Right",
            "max_length": 3,
            "strategy": "LongestFirst",
            "stride": 0,
        },
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {"[UNK]": 0, "talks": 1}, "unk_token": "[UNK]"},
    }
    (tmp_path / "tokenizer.json").write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


def test_a_tokenizer_counts_what_it_would_cut_itself(tokenizer):
    pytest.importorskip("tokenizers")
    found = token_lengths(["talks " * 300, "talks resume"], tokenizer)
    assert found.truncated == {128: 1, 256: 1, 512: 0}
    assert (found.longest, found.counted_by) == (300, str(tokenizer))


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "no such file, expected an encoder's tokenizer.json"), ("{}", "cannot be read as")],
    ids=["missing", "broken"],
)
def test_what_is_no_tokenizer_is_told(tmp_path, content, words):
    pytest.importorskip("tokenizers")
    if content is not None:
        (tmp_path / "tokenizer.json").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=words):
        token_lengths(["talks"], tmp_path)


def test_without_the_package_the_error_names_the_extra(tokenizer, monkeypatch):
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'stancekit\[tokenizers\]'"):
        token_lengths(["talks"], tokenizer)
