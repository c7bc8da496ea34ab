from __future__ import annotations

import pandas as pd
import pytest

from stancekit.errors import ModelError
from stancekit.models.explaining import asked_labels, explain_passage
from stancekit.models.occlusion import occlude
from stancekit.models.passages import to_columns

AXES = {"outlook": ("up", "down", "none"), "posture": ("firm", "none")}


@pytest.mark.parametrize(
    ("axis", "label", "expected"),
    [
        (None, None, {"outlook": None, "posture": None}),
        ("posture", None, {"posture": None}),
        ("outlook", "up", {"outlook": "up"}),
        (None, "none", {"outlook": "none", "posture": "none"}),
    ],
)
def test_labels_that_are_asked_for(axis, label, expected):
    assert asked_labels(AXES, axis, label) == expected


@pytest.mark.parametrize(
    ("axis", "label", "words"),
    [
        ("outlok", None, "did you mean 'outlook'"),
        ("posture", "up", r"'posture' has no label 'up', expected one of \['firm', 'none'\]$"),
        (None, "firm", "axis 'outlook' has no label 'firm'.*name the axis that has it"),
    ],
)
def test_what_is_not_there_is_named(axis, label, words):
    with pytest.raises(ModelError, match=words):
        asked_labels(AXES, axis, label)


def test_a_scorer_that_can_tell_is_asked_and_every_other_is_tried_out(fitted):
    scorer = fitted.scorer_

    class Closed:
        axes = scorer.axes
        predict_proba = scorer.predict_proba

    text = "A deal is near, the crews believe."
    assert explain_passage(scorer, text, {"outlook": None})["outlook"].method == "contributions"
    told = explain_passage(Closed(), text, {"outlook": None})
    assert told == occlude(Closed(), to_columns([text]), {"outlook": None})
    assert told["outlook"].method == "occlusion"
    with pytest.raises(ModelError, match="most_spans: found 0, expected 1 or more"):
        explain_passage(Closed(), text, {"outlook": None}, most_spans=0)


def test_a_row_of_a_frame_is_a_passage(fitted):
    row = {"text": "A deal is near, Mara Lind said.", "speaker": "Mara Lind"}
    labels = {"outlook": None}
    told = explain_passage(fitted.scorer_, pd.DataFrame([row]).iloc[0], labels)
    assert told == explain_passage(fitted.scorer_, row, labels)


@pytest.mark.parametrize("family", ["encoder", "transformer"])
def test_networks_are_explained(family, tiny_checkpoint, frames, codebook):
    """A network is a scorer like any other: offsets, and no word lost, are what matters here."""
    from stancekit.models import build_model

    X, y = frames
    pytest.importorskip("torch")
    options = {"checkpoint": str(tiny_checkpoint), "device": "cpu"}
    if family == "encoder":
        options |= {"C": [1.0], "folds": 2}
    else:
        options |= {"epochs": 1}
    scorer = build_model(family, options, codebook=codebook, seed=1).fit(X, y).scorer_
    text = "“The talks will fail again,” Ana Quillory warned 😀."
    told = explain_passage(scorer, {"text": text, "speaker": "Ana Quillory"}, {"outlook": None})
    words = ["The", "talks", "will", "fail", "again", "Ana Quillory", "warned"]
    assert [span.text for span in told["outlook"].spans] == words
    assert [text[s.start : s.end] for s in told["outlook"].spans] == words
    assert any(span.weight for span in told["outlook"].spans)
    assert explain_passage(scorer, "", {"outlook": None})["outlook"].spans == ()
    assert len(explain_passage(scorer, "word", {"outlook": None})["outlook"].spans) == 1
