from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
from mlflow import MlflowClient

from stancekit.training import train
from stancekit.training.looks import TEST_TAG, Looks, digest_of, look_at
from stancekit.training.rows import Rows


def rows_of(*ids, word="text"):
    texts = pd.DataFrame({"text": [f"{word} {one}" for one in ids]}, dtype=object)
    return Rows(texts, pd.DataFrame(index=range(len(ids))), ids, ids)


def test_the_digest_is_of_ids_and_texts_in_whatever_order():
    assert digest_of(rows_of("a", "b")) == digest_of(rows_of("b", "a"))
    others = [rows_of("a"), rows_of("a", "c"), rows_of("a", "b", word="words")]
    assert digest_of(rows_of("a", "b")) not in {digest_of(one) for one in others}


def test_each_run_counts_those_before_it_that_scored_the_same_rows(store, experiment):
    first, second = train(experiment()), train(experiment(name="again"))
    other = train(experiment(seed=8))  # another split, another test set
    assert [one.looks.earlier for one in (first, second, other)] == [0, 1, 0]
    assert first.looks.test_sha256 == second.looks.test_sha256 != other.looks.test_sha256
    assert json.loads(json.dumps(second.to_dict()))["looks"] == {
        "test_sha256": second.looks.test_sha256,
        "purpose": "exploratory",
        "earlier": 1,
        "n": 2,
    }
    tags = MlflowClient(store).get_run(second.run_id).data.tags
    assert tags[TEST_TAG] == second.looks.test_sha256
    assert tags["stancekit.test.earlier_looks"] == "1"


def test_a_deleted_run_was_a_look_all_the_same(store, experiment):
    MlflowClient(store).delete_run(train(experiment()).run_id)
    confirmatory = {"resamples": 0, "purpose": "confirmatory"}
    looks = train(experiment(evaluation=confirmatory)).looks
    assert (looks.earlier, looks.purpose) == (1, "confirmatory")
    assert "were scored 1 times before" in looks.warning()


def test_evaluations_of_a_model_are_looks_too(store):
    rows = rows_of("a", "b")
    looks = [look_at(rows, "exploratory", model="mine/model") for _ in range(2)]
    assert [one.earlier for one in looks] == [0, 1]
    experiment = MlflowClient(store).get_experiment_by_name("stancekit evaluations")
    run = MlflowClient(store).search_runs([experiment.experiment_id])[0]
    assert run.data.tags["stancekit.model"] == "mine/model"
    assert run.info.status == "FINISHED"


def test_without_a_store_nothing_is_counted_and_none_is_made(workplace):
    assert look_at(rows_of("a"), "exploratory", model="m").earlier is None
    assert not Path("mlflow.db").exists()


def test_a_store_that_cannot_be_used_is_warned_of(workplace, caplog):
    Path("mlflow.db").write_text("no database")
    assert look_at(rows_of("a"), "exploratory", model="m").earlier is None
    assert "this look at the test set is not counted" in caplog.text


def test_only_a_confirmation_on_rows_seen_before_is_warned_of():
    assert Looks("x", "exploratory", 3).warning() is None
    assert Looks("x", "confirmatory", 0).warning() is None
    assert Looks("x", "confirmatory", None).to_dict()["n"] is None


def test_nothing_scored_is_no_look(store, experiment):
    result = train(experiment(data={"train": "talks.jsonl", "split": None}))
    assert result.looks is None
