from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from stancekit.errors import ModelError
from stancekit.models.windows import Encoded
from stancekit.models.zeroshot.network import EntailmentNetwork, entailment_place

HERE = Path("nli")


def load(folder, entailment=None):
    return EntailmentNetwork.load(folder, entailment=entailment, device="cpu", precision="fp32")


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (["contradiction", "entailment", "neutral"], 1),
        (["ENTAILMENT", "NEUTRAL", "CONTRADICTION"], 0),
        (["not_entailment", "entailment"], 1),
        (["entailment", "not-entailment"], 0),
    ],
)
def test_what_a_checkpoint_plainly_says_is_taken(names, place):
    assert entailment_place(HERE, dict(enumerate(names)), None) == place


@pytest.mark.parametrize(
    "names",
    [
        ["LABEL_0", "LABEL_1", "LABEL_2"],
        ["entailment", "entailment", "neutral"],
        ["entailment", "LABEL_1", "LABEL_2"],
        ["negative", "neutral", "positive"],
    ],
)
def test_what_it_does_not_plainly_say_is_never_guessed(names):
    labels = dict(enumerate(names))
    with pytest.raises(ModelError) as caught:
        entailment_place(HERE, labels, None)
    assert f"0: {names[0]}, 1: {names[1]}, 2: {names[2]}" in str(caught.value)
    assert "entailment: 0" in str(caught.value)
    assert entailment_place(HERE, labels, 2) == 2


def test_what_the_user_says_counts_more_and_is_checked(caplog):
    labels = {0: "contradiction", 1: "entailment", 2: "neutral"}
    assert entailment_place(HERE, labels, 0) == 0
    assert "entailment is 0, as you say" in caplog.text
    with pytest.raises(ModelError, match="entailment: found 3, but the outputs"):
        entailment_place(HERE, labels, 3)


def test_a_single_output_is_no_entailment_model():
    with pytest.raises(ModelError, match="it has 1 output"):
        entailment_place(HERE, {0: "LABEL_0"}, 0)


def test_a_checkpoint_with_numbered_labels_needs_the_number(make_checkpoint):
    folder = make_checkpoint({n: f"LABEL_{n}" for n in range(3)})
    with pytest.raises(ModelError, match="0: LABEL_0, 1: LABEL_1, 2: LABEL_2"):
        load(folder)
    assert load(folder, 2).entailment == 2


def test_an_encoder_without_a_trained_classifier_is_refused(tiny_checkpoint):
    with pytest.raises(ModelError, match=r"no weights for classifier.bias, classifier.weight"):
        load(tiny_checkpoint, 0)


def test_log_odds_are_those_of_the_outputs(nli_checkpoint):
    import torch
    from transformers import AutoModelForSequenceClassification

    pairs = Encoded(
        [[2, 7, 8, 3, 9, 3], [2, 11, 3, 12, 3]],
        [[0, 0, 0, 0, 1, 1], [0] * 3 + [1] * 2],
        np.zeros(2, bool),
    )
    found = load(nli_checkpoint).log_odds(pairs)
    model = AutoModelForSequenceClassification.from_pretrained(nli_checkpoint).eval()
    for row in range(2):
        batch = {"input_ids": pairs.ids[row], "token_type_ids": pairs.segments[row]}
        with torch.no_grad():
            logits = model(**{name: torch.tensor([ids]) for name, ids in batch.items()}).logits
        follows = torch.softmax(logits, dim=1)[0, 1].item()
        assert found[row] == pytest.approx(np.log(follows / (1 - follows)), abs=1e-4)
