from __future__ import annotations

import pandas as pd
import pytest
from mlflow.models import ModelSignature
from mlflow.models.utils import _enforce_schema

from stancekit.prediction.signature import model_signature

AXES = {"outlook": ("optimistic", "none"), "posture": ("firm", "calm")}


def test_columns_keep_the_codebooks_order():
    assert model_signature(AXES).outputs.input_names() == [
        "outlook",
        "outlook.p_optimistic",
        "outlook.p_none",
        "outlook.abstained",
        "posture",
        "posture.p_firm",
        "posture.p_calm",
        "posture.abstained",
    ]


def test_only_the_text_is_required():
    inputs = model_signature(AXES).inputs
    assert inputs.required_input_names() == ["text"]
    assert inputs.optional_input_names() == ["target", "speaker", "affiliation"]


def test_the_threshold_is_a_parameter_and_off_by_default():
    (threshold,) = model_signature(AXES).params
    assert (threshold.name, threshold.default) == ("threshold", 0.0)


def test_it_survives_storage():
    signature = model_signature(AXES)
    assert ModelSignature.from_dict(signature.to_dict()) == signature


@pytest.mark.parametrize(
    "columns",
    [{"text": ["a"]}, {"text": ["a"], "target": [None]}, {"text": ["a"], "speaker": ["B"]}],
    ids=["text-only", "null-target", "speaker"],
)
def test_mlflow_lets_texts_through(columns):
    enforced = _enforce_schema(pd.DataFrame(columns), model_signature(AXES).inputs)
    assert list(enforced) == list(columns)
