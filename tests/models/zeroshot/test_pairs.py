from __future__ import annotations

import pandas as pd
import pytest

from stancekit.errors import ModelError
from stancekit.models.passages import to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.wording import read_passages
from stancekit.models.zeroshot.pairs import PairReader

TEXTS = ["the talks will fail", "a deal is near, she said!"]
HYPOTHESES = ("the speaker fears that talks fail", "the speaker hopes for {target}")


@pytest.fixture
def tokenizer(nli_checkpoint):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(nli_checkpoint)


def read(tokenizer, rows, hypotheses=HYPOTHESES, *, max_length=64, on_long="window", **options):
    columns = to_columns(rows)
    reader = PairReader(
        tokenizer,
        hypotheses,
        max_length=max_length,
        on_long=on_long,
        no_target=options.get("no_target"),
    )
    readings = read_passages(columns, ReadingOptions(target="none"))
    return reader.pairs(columns, readings, first=options.get("first", 0))


def test_pairs_are_those_of_the_tokenizer_itself(tokenizer):
    rows = pd.DataFrame({"text": TEXTS, "target": ["peace", "the ferry"]})
    found = read(tokenizer, rows)
    filled = [
        (text, hypothesis.replace("{target}", target))
        for text, target in zip(TEXTS, rows["target"], strict=True)
        for hypothesis in HYPOTHESES
    ]
    expected = tokenizer([a for a, _ in filled], [b for _, b in filled])
    assert found.ids == expected["input_ids"]
    assert found.segments == expected["token_type_ids"]
    assert not found.truncated.any()


def test_a_long_passage_is_cut_to_one_window_around_the_speaker(tokenizer):
    text = "the talks " * 40 + "Mara said " + "the port " * 40
    rows = [{"text": text, "speaker": "Mara"}]
    found = read(tokenizer, rows, ("a deal", "the talks will fail again"))
    assert found.truncated.tolist() == [True]
    words = [tokenizer.convert_ids_to_tokens(ids) for ids in found.ids]
    texts = [each[: each.index("[SEP]")] for each in words]
    assert texts[0] == texts[1]
    # 64 tokens, less three special ones and the five of the longer hypothesis, and the mark
    assert len(texts[0]) == 1 + 64 - 3 - 5
    assert 27 < texts[0].index("speaker") < 31


def test_a_long_passage_is_an_error_where_asked(tokenizer):
    with pytest.raises(ModelError, match=r"passage 8: it has 80 tokens, expected at most 59"):
        read(tokenizer, ["a deal", "the talks " * 40], ("a deal",), on_long="error", first=7)


def test_a_missing_target_is_named_or_stood_in_for(tokenizer):
    rows = [{"text": "a deal", "target": "peace"}, {"text": "a deal"}]
    with pytest.raises(ModelError, match="passage 1: it has no target, which the hypothesis"):
        read(tokenizer, rows)
    found = read(tokenizer, rows, no_target="the deal")
    assert tokenizer.decode(found.ids[3]).endswith("hopes for the deal [SEP]")


def test_a_long_target_is_cut_and_a_long_hypothesis_refused(tokenizer):
    rows = [{"text": "a deal", "target": "the long talks " * 30}]
    assert max(map(len, read(tokenizer, rows).ids)) <= 64
    with pytest.raises(ModelError, match="it has 40 tokens, expected at most 30, half"):
        read(tokenizer, ["a deal"], ("the talks " * 20,))


def test_a_slow_tokenizer_is_refused(tokenizer):
    class Slow:
        is_fast = False

    with pytest.raises(ModelError, match="a Slow, expected one of the fast kind"):
        read(Slow(), ["a deal"])
