from __future__ import annotations

import csv
import json

import pytest

NEW = [
    "Both crews may sail again before the winter, or never at all.",
    "The harbour master counted the masts and wrote them down.",
    "A deal is near, if the owners will only sign.",
    "Nobody in the port office hopes for a breakthrough any more.",
    "Bend a little, hold the line: they say both.",
    "The lighthouse was painted white and red last year.",
]


@pytest.fixture
def suggest(cli, saved_folder):
    return lambda *arguments, model=saved_folder, **options: cli(
        "suggest", "--model", model, *arguments, **options
    )


@pytest.fixture
def pool(jsonl):
    return jsonl("pool.jsonl", [{"id": n, "text": text, "x": [n]} for n, text in enumerate(NEW)])


@pytest.mark.parametrize("strategy", ["mix", "uncertainty", "diversity", "rare", "random"])
def test_rows_come_out_in_order_each_with_its_suggestion(suggest, pool, strategy):
    ended = suggest(pool, "-n", 4, "--strategy", strategy)
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.rows) == 4
    for rank, row in enumerate(ended.rows, start=1):
        assert list(row) == ["id", "text", "x", "suggestion"]
        assert row["text"] == NEW[row["id"]]
        suggestion = row["suggestion"]
        assert list(suggestion) == ["rank", "score", "reasons", "stances"]
        assert suggestion["rank"] == rank
        assert suggestion["reasons"]
        assert list(suggestion["stances"]) == ["outlook", "posture"]


def test_the_stances_are_those_that_predict_gives(cli, saved_folder, suggest, pool):
    predicted = {row["id"]: row["stances"] for row in cli("predict", pool, "-m", saved_folder).rows}
    for row in suggest(pool, "-n", 3).rows:
        assert row["suggestion"]["stances"] == predicted[row["id"]]


def test_the_least_sure_come_first(suggest, pool):
    rows = suggest(pool, "-n", 6, "--strategy", "uncertainty").rows
    scores = [row["suggestion"]["score"] for row in rows]
    assert scores == sorted(scores, reverse=True)


def test_one_seed_suggests_the_same_again_and_an_axis_may_be_left_out(suggest, pool):
    options = (pool, "-n", 6, "--strategy", "uncertainty", "--seed", 3)
    assert suggest(*options).out == suggest(*options).out
    scores = [
        {row["id"]: row["suggestion"]["score"] for row in suggest(*options, *axis).rows}
        for axis in ([], ["--axis", "outlook"], ["--axis", "posture"])
    ]
    for row, score in scores[0].items():
        assert score == pytest.approx((scores[1][row] + scores[2][row]) / 2)


def test_a_file_a_folder_csv_and_standard_input_give_the_same(suggest, pool, tmp_path):
    expected = suggest(pool, "-n", 3).rows
    assert suggest("-", "-n", 3, stdin=pool.read_bytes()).rows == expected
    folder = tmp_path / "folder"
    folder.mkdir()
    pool.rename(folder / "passages.jsonl")
    assert suggest(folder, "-n", 3).rows == expected
    written = suggest(folder, "-n", 3, "-o", tmp_path / "out.jsonl")
    assert (written.status, written.out) == (0, "")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == expected
    with (tmp_path / "pool.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["text"], *([text] for text in NEW)])
    rows = suggest(tmp_path / "pool.csv", "-n", 3).rows
    assert [row["text"] for row in rows] == [row["text"] for row in expected]


def test_what_the_model_was_trained_on_is_left_out_and_counted(suggest, jsonl, rows):
    mixed = [{"text": row["text"]} for row in rows[:5]] + [{"text": text} for text in NEW]
    ended = suggest(jsonl("pool.jsonl", mixed), "-n", 6)
    assert ended.status == 0
    assert {row["text"] for row in ended.rows} == set(NEW)
    assert ended.err == "left out 5 rows of 11: the model was trained on their texts\n"


def test_labelled_texts_are_left_out(suggest, pool, jsonl):
    labelled = jsonl(
        "labelled.jsonl",
        [
            {"id": "a", "text": NEW[0].upper(), "outlook": "optimistic"},
            {"id": "b", "text": NEW[1], "outlook": "none"},
            {"id": "c", "text": NEW[2], "outlook": None},
        ],
    )
    ended = suggest(pool, "-n", 6, "--labelled", labelled)
    assert ended.status == 0
    # The third has no label yet.
    assert sorted(row["id"] for row in ended.rows) == [2, 3, 4, 5]
    assert "6 were asked for; the pool holds 4: here are all" in ended.err


def test_labels_of_labelled_data_tell_which_are_rare(suggest, pool, jsonl):
    def rarity(rare, frequent):
        labels = [rare] + [frequent] * 40
        labelled = [
            {"id": f"l{n}", "text": f"Entry {n} of the log", "tone": label}
            for n, label in enumerate(labels)
        ]
        ended = suggest(
            pool,
            *("-n", 6, "--strategy", "rare", "--axis", "outlook=tone"),
            *("--labelled", jsonl("labelled.jsonl", labelled)),
        )
        assert ended.status == 0, ended.err
        return [
            row["suggestion"]["stances"]["outlook"]["probabilities"][rare] for row in ended.rows
        ], ended.rows

    for rare, frequent in (("optimistic", "none"), ("none", "optimistic")):
        shares, found = rarity(rare, frequent)
        # Both of the other labels are rare then, the one never given above all.
        never = "pessimistic"
        stances = [row["suggestion"]["stances"]["outlook"]["probabilities"] for row in found]
        weighed = [own[rare] * (1 - 3 * 2 / 44) + own[never] * (1 - 3 * 1 / 44) for own in stances]
        assert weighed == sorted(weighed, reverse=True)
        assert [row["suggestion"]["score"] for row in found] == pytest.approx(weighed)
        assert len(shares) == 6


def test_more_than_the_pool_holds_gives_all_and_says_so(suggest, pool):
    ended = suggest(pool)
    assert (ended.status, len(ended.rows)) == (0, 6)
    assert ended.err == "50 were asked for; the pool holds 6: here are all\n"


def test_a_terminal_gets_a_table_and_json_where_asked(suggest, pool, monkeypatch):
    monkeypatch.setattr("stancekit.cli.suggest._watched", lambda: True)
    shown = suggest(pool, "-n", 2)
    assert shown.status == 0
    assert "why" in shown.out
    assert "suggestion" not in shown.out
    assert len(suggest(pool, "-n", 2, "--json").rows) == 2


BAD = {
    "empty": (b"", ["found no rows"]),
    "no-text": (b'{"txt": "b"}\n', ["pool.jsonl:1", "did you mean 'txt'"]),
    "no-words": (b'{"text": "..."}\n{"text": null}\n', ["nothing is left to suggest of 2 rows"]),
}


@pytest.mark.parametrize(("content", "words"), BAD.values(), ids=BAD)
def test_a_pool_without_passages_is_named(suggest, tmp_path, content, words):
    path = tmp_path / "pool.jsonl"
    path.write_bytes(content)
    assert suggest(path, "-o", tmp_path / "out.jsonl").failed_with(*words)
    assert not (tmp_path / "out.jsonl").exists()


def test_a_pool_of_training_rows_alone_is_named(suggest, jsonl, rows):
    ended = suggest(jsonl("pool.jsonl", rows))
    assert ended.status == 1
    assert ended.out == ""
    assert "left out 40 rows of 40" in ended.err
    assert "nothing is left to suggest of 40 rows" in ended.err


def test_a_folder_without_passages_is_named(suggest, tmp_path):
    assert suggest(tmp_path).failed_with("found none, expected one passages file")


def test_an_unknown_axis_is_named(suggest, pool):
    assert suggest(pool, "--axis", "outlok").failed_with("did you mean 'outlook'")


@pytest.mark.parametrize(
    "wrong", [["-n", "0"], ["--strategy", "best"]], ids=["none-asked", "strategy"]
)
def test_wrong_usage_ends_with_status_2(suggest, pool, wrong):
    assert suggest(pool, *wrong).status == 2
