"""One run of the linear family, from rows to a prediction through MLflow."""

from __future__ import annotations

import json
import shutil

import mlflow
import numpy as np
import pandas as pd
import pytest

from stancekit.prediction import Predictor
from stancekit.training import train

SPEAKERS = ("Ana Veil", "Bo Lindqvist", "Cem Arslan", "Dara Okoye", "Eli Marsh")
HOPE = ("expects the talks to succeed", "sees a deal within reach", "is confident of progress")
DOUBT = ("expects the talks to fail", "sees no deal in sight", "warns that a clash is near")
PLACES = ("in the capital", "on Monday", "at the summit", "this winter", "by the border")


def rows():
    """Thirty articles of two rows: one hopes and one doubts."""
    for article in range(30):
        for side, label in ((HOPE, "optimistic"), (DOUBT, "pessimistic")):
            speaker, place = SPEAKERS[article % 5], PLACES[article % 4]
            yield {
                "article_id": f"a{article}",
                "speaker": speaker,
                "text": f"{speaker} {side[article % 3]} {place}, as report {article * 37} says.",
                "outlook": label,
            }


@pytest.fixture(scope="module")
def experiment():
    return {
        "name": "hopes",
        "seed": 3,
        "data": {"train": "hopes.jsonl", "axes": {"outlook": "outlook"}},
        "model": {"family": "linear", "C": [1.0], "folds": 3},
        "evaluation": {"resamples": 50},
        "tracking": {"experiment": "hopes", "register": "hopes", "alias": "champion"},
    }


@pytest.fixture(scope="module")
def run(tmp_path_factory, empty_database, experiment):
    home = tmp_path_factory.mktemp("hopes")
    lines = "".join(f"{json.dumps(row)}\n" for row in rows())
    (home / "hopes.jsonl").write_text(lines)
    shutil.copy(empty_database, home / "mlflow.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.delenv("MLFLOW_TRACKING_URI", raising=False)
        yield train(experiment, output=home / "mine")


def test_it_learns_what_the_words_say(run):
    assert run.test["outlook"].n == 12
    assert run.test["outlook"].metrics["accuracy"].value == 1.0


def test_every_address_gives_one_and_the_same_model(run):
    X = pd.DataFrame({"text": ["She sees a deal within reach.", "He expects the talks to fail."]})
    expected = Predictor.load(run.model_path).predict_frame(X)
    assert expected["outlook"].tolist() == ["optimistic", "pessimistic"]
    for uri in (run.model_uri, f"runs:/{run.run_id}/model", "models:/hopes@champion"):
        pd.testing.assert_frame_equal(Predictor.load(uri).predict_frame(X), expected)


def test_mlflow_gives_the_predictors_own_frame(run):
    texts = ["She sees a deal within reach.", "He expects the talks to fail.", "Nobody was seen."]
    X = pd.DataFrame({"text": texts})
    mlflow.set_tracking_uri("sqlite:///mlflow.db")
    model = mlflow.pyfunc.load_model(run.model_uri)
    predictor = Predictor.load(run.model_path)
    for threshold in (0.0, 0.95):
        answer = model.predict(X, params={"threshold": threshold})
        expected = predictor.predict_frame(X, threshold=threshold)
        pd.testing.assert_frame_equal(answer, expected)
    assert answer["outlook.abstained"].tolist() == [False, False, True]
    proba = answer[["outlook.p_optimistic", "outlook.p_pessimistic"]].to_numpy()
    assert np.allclose(proba.sum(axis=1), 1)


def test_a_second_run_gives_the_same_bytes(run, experiment):
    again = train(experiment, output="again")
    files = {path.name: path.read_bytes() for path in run.model_path.iterdir()}
    assert {path.name: path.read_bytes() for path in again.model_path.iterdir()} == files
    assert again.run_id != run.run_id
