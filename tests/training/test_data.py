from __future__ import annotations

import json

import pytest

from stancekit.errors import ConfigError, CorpusError
from stancekit.training import ExperimentConfig
from stancekit.training.data import load_data


@pytest.fixture
def data_of(workplace, experiment):
    def _data_of(**sections):
        return load_data(ExperimentConfig.from_mapping(experiment(**sections)))

    return _data_of


def test_a_split_keeps_articles_whole(data_of):
    data = data_of()
    assert (len(data.fit), len(data.test)) == (64, 16)
    assert not set(data.fit.groups) & set(data.test.groups)
    assert data.split == "by article_id, 20% held out"
    assert data.warning is None
    assert data.audit == ("no id, text, near-duplicate or group crosses train, test",)


def test_a_random_split_says_that_it_is_optimistic(data_of):
    data = data_of(data={"train": "talks.jsonl", "split": {"by": "random"}})
    assert "optimistic" in data.warning
    assert any("group of a row of train" in line for line in data.audit)


def test_given_files_are_used_as_they_are(data_of, write_passages):
    test = write_passages("test.jsonl", 3, start=50)
    data = data_of(data={"train": "talks.jsonl", "test": test})
    assert (len(data.fit), len(data.test)) == (80, 12)
    assert data.split == "files that were given"


def test_what_crosses_between_given_files_is_reported(data_of, write_passages):
    test = write_passages("test.jsonl", 2, start=19)
    data = data_of(data={"train": "talks.jsonl", "test": test})
    assert "test: 4 of 8 rows (50.0%) hold the id of a row of train" in data.audit


@pytest.mark.parametrize(
    ("fit_on", "n_fit"), [("train", 80), ("train+validation", 88)], ids=["apart", "joined"]
)
def test_validation_rows_join_the_training_rows_unless_kept_apart(
    data_of, write_passages, fit_on, n_fit
):
    files = {
        "validation": write_passages("validation.jsonl", 2, start=60),
        "test": write_passages("test.jsonl", 2, start=70),
    }
    data = data_of(data={"train": "talks.jsonl", "fit_on": fit_on, **files})
    assert len(data.fit) == n_fit
    assert list(data.corpora) == ["train", "validation", "test"]


def test_a_validation_file_beside_an_own_split_stays_out_of_the_test_rows(data_of, write_passages):
    validation = write_passages("validation.jsonl", 2, start=60)
    data = data_of(data={"train": "talks.jsonl", "validation": validation})
    assert (len(data.fit), len(data.test)) == (72, 16)


def test_folds_stand_in_for_a_test_set(data_of):
    data = data_of(evaluation={"cross_validation": 5})
    assert (len(data.fit), data.test, len(data.folds)) == (80, None, 5)
    assert sorted(row for _, held_out in data.folds for row in held_out) == list(range(80))
    for fitted, held_out in data.folds:
        groups = data.fit.select(fitted).groups, data.fit.select(held_out).groups
        assert not set(groups[0]) & set(groups[1])


def test_without_a_split_all_rows_are_fitted_and_none_is_scored(data_of):
    data = data_of(data={"train": "talks.jsonl", "split": None})
    assert (len(data.fit), data.test, data.folds) == (80, None, ())
    assert "nothing was evaluated" in data.warning


def test_one_seed_gives_one_split(data_of):
    first, second, other = data_of(), data_of(), data_of(seed=8)
    assert first.test.ids == second.test.ids
    assert first.fingerprint == second.fingerprint != other.fingerprint


def test_a_test_file_and_folds_are_one_too_many(data_of, write_passages):
    test = write_passages("test.jsonl", 2, start=50)
    with pytest.raises(ConfigError, match=r"cross_validation: found 5 beside data\.test"):
        data_of(data={"train": "talks.jsonl", "test": test}, evaluation={"cross_validation": 5})


def test_folds_and_joined_validation_rows_are_refused(data_of, write_passages):
    validation = write_passages("validation.jsonl", 2, start=50)
    with pytest.raises(ConfigError, match=r"Set data\.fit_on to train"):
        data_of(
            data={"train": "talks.jsonl", "validation": validation},
            evaluation={"cross_validation": 5},
        )


def test_a_single_article_cannot_be_split(data_of, write_passages):
    with pytest.raises(CorpusError, match="found a single group"):
        data_of(data={"train": write_passages("one.jsonl", 1)})


def test_a_test_file_needs_every_axis(data_of, workplace):
    rows = [json.loads(line) for line in (workplace / "talks.jsonl").read_text().splitlines()]
    both = [{**row, "posture": "calm" if number % 2 else "firm"} for number, row in enumerate(rows)]
    (workplace / "both.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in both))
    (workplace / "codebook.yaml").write_text(
        "name: talks\naxes:\n"
        "  outlook: {labels: {optimistic: , pessimistic: , none: }}\n"
        "  posture: {labels: {calm: , firm: }}\n"
    )
    with pytest.raises(CorpusError, match=r"test talks\.jsonl: found no column for the axes"):
        data_of(data={"train": "both.jsonl", "test": "talks.jsonl"})


def test_columns_are_renamed(data_of, workplace):
    text = (workplace / "talks.jsonl").read_text()
    (workplace / "mine.jsonl").write_text(
        text.replace('"text"', '"sentence"').replace('"article_id"', '"story"')
    )
    data = data_of(data={"train": "mine.jsonl", "columns": {"text": "sentence", "group": "story"}})
    assert data.fit.X["text"].iloc[0].startswith("Hopes of number")
    assert data.split == "by story, 20% held out"


def test_a_published_split_is_taken_from_its_column(data_of, workplace):
    path = workplace / "talks.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["part"] = "test" if row["article_id"] == rows[0]["article_id"] else "train"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    data = data_of(data={"train": "talks.jsonl", "split": {"by": "column", "column": "part"}})

    assert set(data.test.groups) == {rows[0]["article_id"]}
    assert len(data.fit) + len(data.test) == len(rows)
    assert data.split == "as the column 'part' has it"


def test_validation_rows_are_named_once(data_of, workplace, write_passages):
    path = workplace / "talks.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows):
        row["split"] = ("train", "validation", "test")[number % 3]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    validation = write_passages("validation.jsonl", 2, start=60)
    with pytest.raises(ConfigError, match=r"data.validation: found a file beside rows"):
        data_of(data={"train": "talks.jsonl", "validation": validation, "split": {"by": "column"}})
