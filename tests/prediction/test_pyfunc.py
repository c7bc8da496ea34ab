from __future__ import annotations

import pandas as pd
import pytest
from mlflow.pyfunc import PythonModelContext

from stancekit.prediction import pyfunc


class EchoPredictor:
    """Gives back what it was asked."""

    def __init__(self, folder):
        self.folder = folder

    @classmethod
    def load(cls, folder):
        return cls(folder)

    def predict_frame(self, X, threshold=None):
        return X.assign(folder=self.folder, threshold=threshold)


@pytest.fixture
def model(monkeypatch):
    monkeypatch.setattr(pyfunc, "Predictor", EchoPredictor)
    context = PythonModelContext({"model": "the-folder"}, model_config=None)
    model = pyfunc.StancePyfunc()
    model.load_context(context)
    return model


def test_rows_and_threshold_reach_the_predictor_of_the_logged_folder(model):
    rows = pd.DataFrame({"text": ["one", "two"], "speaker": ["A", None]})
    answer = model.predict(None, rows, params={"threshold": 0.7})
    assert answer["text"].tolist() == ["one", "two"]
    assert answer["speaker"].isna().tolist() == [False, True]
    assert answer["folder"].eq("the-folder").all()
    assert answer["threshold"].eq(0.7).all()


def test_without_parameters_the_models_own_threshold_holds(model):
    answer = model.predict(None, pd.DataFrame({"text": ["one"]}))
    assert answer["threshold"].tolist() == [None]


def test_a_list_of_texts_does_as_well(model):
    assert model.predict(None, ["one", "two"])["text"].tolist() == ["one", "two"]
