from __future__ import annotations

import json

import numpy as np
import pytest

from stancekit.training import ExperimentConfig
from stancekit.training.baselines import BASELINES
from stancekit.training.data import load_data
from stancekit.training.scoring import score


@pytest.fixture
def data_of(workplace, experiment):
    def _data_of(**sections):
        return load_data(ExperimentConfig.from_mapping(experiment(**sections)))

    return _data_of


def always_none(fit, test):
    return {"outlook": np.tile([0.1, 0.2, 0.7], (len(test), 1))}


def test_scores_stand_beside_the_baselines(data_of):
    data = data_of(data={"train": "talks.jsonl", "split": {"test_size": 0.6}})
    scores = score(data, always_none, resamples=50, seed=1)
    assert scores.evaluations["outlook"].metrics["accuracy"].value == 0.25
    assert list(scores.baselines["outlook"]) == list(BASELINES)
    assert scores.baselines["outlook"]["majority"].metrics["accuracy"].value == 0.5
    # one label of three: F1 of `none` is 0.4, of `optimistic` 2/3
    difference = scores.differences["outlook"]["majority"]
    assert difference.value == pytest.approx((0.4 - 2 / 3) / 3)
    assert difference.high < 0


def test_without_names_there_is_no_name_only_baseline(data_of, workplace):
    text = (workplace / "talks.jsonl").read_text().replace('"speaker"', '"note"')
    (workplace / "talks.jsonl").write_text(text)
    scores = score(data_of(), always_none, resamples=50, seed=1)
    assert "name-only" not in scores.baselines["outlook"]


def test_without_english_there_is_no_sentiment_baseline(data_of, workplace):
    text = (workplace / "talks.jsonl").read_text().replace(" of ", " von ")
    (workplace / "talks.jsonl").write_text(text)
    scores = score(data_of(), always_none, resamples=50, seed=1)
    assert set(scores.baselines["outlook"]) == set(BASELINES) - {"sentiment-only"}


def test_baselines_that_read_the_text_do_not_see_who_speaks(data_of, workplace):
    # who speaks gives the label away, and is all that the text holds
    spoken = [("Noh Taek-jin", "optimistic"), ("Baek Ro-eun", "pessimistic")] * 40
    rows = [
        {
            "id": f"p{number}",
            "article_id": f"a{number // 4}",
            "speaker": speaker,
            # numbers keep the texts from being near-duplicates
            "text": f"The hope of {number * 7919} and {number * 104729}, {speaker} said.",
            "outlook": label,
        }
        for number, (speaker, label) in enumerate(spoken)
    ]
    (workplace / "talks.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    found = score(data_of(), always_none, resamples=0, seed=1).baselines["outlook"]
    right = {name: one.metrics["accuracy"].value for name, one in found.items()}
    assert right.pop("name-only") == 1.0
    assert right == dict.fromkeys(right, 0.5)


def test_words_of_the_keywords_baseline_are_kept(data_of):
    words = score(data_of(), always_none, resamples=0, seed=1).keywords["outlook"]
    # 16 training articles, in each of which the first word of a text means its label
    assert words == {"optimistic": ("hopes",), "pessimistic": ("doubts",), "none": ("dates",)}


def test_each_fold_is_predicted_by_a_model_that_did_not_see_it(data_of):
    seen = []

    def watched(fit, test):
        seen.append((set(fit.ids), set(test.ids)))
        return always_none(fit, test)

    scores = score(data_of(evaluation={"cross_validation": 4}), watched, resamples=0, seed=1)
    assert len(seen) == 4
    assert all(not fit & test for fit, test in seen)
    assert set().union(*(test for _, test in seen)) == set(scores.rows.ids)
    assert scores.proba["outlook"].shape == (80, 3)


def test_nothing_held_out_is_nothing_scored(data_of):
    data = data_of(data={"train": "talks.jsonl", "split": None})
    assert score(data, always_none, resamples=50, seed=1) is None


def test_a_row_without_a_label_is_left_out_and_counted(data_of, workplace, write_passages):
    test = write_passages("test.jsonl", 3, start=50)
    path = workplace / test
    path.write_text(path.read_text().replace('"pessimistic"', "null"))
    data = data_of(data={"train": "talks.jsonl", "test": test})
    evaluation = score(data, always_none, resamples=0, seed=1).evaluations["outlook"]
    assert (evaluation.n, evaluation.n_missing) == (9, 3)
