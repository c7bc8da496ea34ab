from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
from mlflow import MlflowClient

from stancekit.training import train
from stancekit.training.config import to_config
from stancekit.training.data import load_data
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
    assert "were scored once before" in looks.warning()


def test_a_look_is_counted_by_whoever_asks_and_recorded_by_its_run(store, experiment):
    result = train(experiment())
    tested = load_data(to_config(experiment())).test
    looks = [look_at(tested, "exploratory") for _ in range(2)]
    assert {one.test_sha256 for one in looks} == {result.looks.test_sha256}
    assert [one.earlier for one in looks] == [1, 1]


def test_the_report_of_a_run_tells_of_the_looks_before_it(store, experiment):
    train(experiment())
    result = train(experiment(name="again"))
    content = json.loads((result.folder / "report.json").read_text())
    (section,) = [one for one in content["sections"] if one["key"] == "looks"]
    assert section["parts"][0]["rows"][0]["earlier"] == 1
    assert "These rows were scored once before." in content["cautions"][-1]
    assert json.loads((result.folder / "run.json").read_text())["metrics"]["looks.earlier"] == 1


def test_a_run_that_makes_its_store_is_the_first_to_look(workplace):
    assert look_at(rows_of("a"), "exploratory", is_made=True).earlier == 0
    assert not Path("mlflow.db").exists()


def test_without_a_store_nothing_is_counted_and_none_is_made(workplace):
    assert look_at(rows_of("a"), "exploratory").earlier is None
    assert not Path("mlflow.db").exists()


def test_a_store_that_cannot_be_used_is_warned_of(workplace, caplog):
    Path("mlflow.db").write_text("no database")
    assert look_at(rows_of("a"), "exploratory").earlier is None
    assert "looks at the test set are not counted" in caplog.text


def test_a_run_tells_of_its_own_store_when_it_is_tracked(workplace, caplog):
    Path("mlflow.db").write_text("no database")
    assert look_at(rows_of("a"), "exploratory", is_made=True).earlier is None
    assert caplog.text == ""


def test_only_a_confirmation_on_rows_seen_before_is_warned_of():
    assert Looks("x", "exploratory", 3).warning() is None
    assert Looks("x", "confirmatory", 0).warning() is None
    assert Looks("x", "confirmatory", None).to_dict()["n"] is None


def test_nothing_scored_is_no_look(store, experiment):
    result = train(experiment(data={"train": "talks.jsonl", "split": None}))
    assert result.looks is None
