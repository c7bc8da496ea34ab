from __future__ import annotations

import json

import pytest

from stancekit.errors import OutputError
from stancekit.training import compare
from stancekit.training.comparison_report import MOST_DIFFERING, differing_rows


@pytest.fixture
def unseen(tmp_path, rows):
    changed = [{**row, "text": f"{row['text']} So it goes.", "outlet": "Post"} for row in rows]
    path = tmp_path / "unseen.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in changed), encoding="utf-8")
    return path


def test_the_report_is_written_with_its_companions(saved_folder, contrary_folder, unseen, tmp_path):
    path = tmp_path / "out" / "compared.html"
    result = compare([saved_folder, contrary_folder], unseen, resamples=50, report=path)
    assert result.report == path
    assert {each.name for each in path.parent.iterdir()} == {
        "compared.html",
        "compared.md",
        "compared.json",
    }
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert told["comparison"] == result.comparison.to_dict()
    own, rival = told["models"]
    assert (own["address"], own["family"], own["n_train"]) == (str(saved_folder), "linear", 40)
    assert own["name"] != rival["name"]
    # the rival does not tell which labels it was trained on
    assert list(told["axes"]["outlook"]["baselines"]) == ["majority"]
    assert told["facts"]["n_test"] == 40
    assert any("name-only and tf-idf are not here" in one for one in told["cautions"])


def test_rows_that_differ_most_on_the_gold_label_stand_first(saved_folder, contrary_folder, unseen):
    result = compare([saved_folder, contrary_folder], unseen, resamples=0)
    axis = result.comparison.axes["outlook"]
    shown = differing_rows(axis, result.rows, result.proba)
    assert len(shown) == min(MOST_DIFFERING, len(axis.differing)) > 10
    apart = []
    for row in shown:
        place = result.rows.ids.index(row.id)
        code = axis.labels.index(row.gold)
        of_gold = [proba["outlook"][place][code] for proba in result.proba.values()]
        apart.append(max(of_gold) - min(of_gold))
        assert row.gold == result.rows.y["outlook"][place]
        assert row.text == result.rows.X["text"][place]
        for answer, proba in zip(row.answers, result.proba.values(), strict=True):
            assert answer.probability == proba["outlook"][place].max()
            assert answer.is_right == (answer.label == row.gold)
    assert apart == sorted(apart, reverse=True)


def test_without_differing_rows_none_are_shown(saved_folder, contrary_folder, unseen):
    result = compare([saved_folder, contrary_folder], unseen, resamples=0)
    # both were fitted on the same postures
    assert differing_rows(result.comparison.axes["posture"], result.rows, result.proba) == ()


def test_a_further_column_is_sliced_by(saved_folder, contrary_folder, tmp_path, rows):
    changed = [
        {**row, "text": f"{row['text']} So.", "desk": f"desk {i % 2}"} for i, row in enumerate(rows)
    ]
    data = tmp_path / "desks.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in changed), encoding="utf-8")
    path = tmp_path / "compared.html"
    compare([saved_folder, contrary_folder], data, resamples=50, report=path, slices=["desk"])
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for slices in told["slices"].values():
        assert "desk" in {one["name"] for one in slices}


def test_no_work_is_done_for_a_report_that_cannot_be_written(unseen, tmp_path):
    # the models do not exist: the place is looked at first
    with pytest.raises(OutputError, match=r"expected '\.html'"):
        compare(["nowhere", "elsewhere"], unseen, report=tmp_path / "compared.json")


def test_looks_at_the_rows_are_counted_where_there_is_a_store(
    saved_folder, contrary_folder, unseen, tmp_path, monkeypatch
):
    from stancekit.prediction.store import connect

    uri = f"sqlite:///{tmp_path / 'mlflow.db'}"
    monkeypatch.setenv("MLFLOW_TRACKING_URI", uri)
    connect(uri).create_experiment("talks")
    looks = [
        compare(
            [saved_folder, contrary_folder],
            unseen,
            resamples=0,
            count_looks=True,
            purpose="confirmatory",
            report=tmp_path / "compared.html",
        ).looks
        for _ in range(2)
    ]
    assert [look.earlier for look in looks] == [0, 1]
    told = json.loads((tmp_path / "compared.json").read_text(encoding="utf-8"))
    assert any(one.startswith("These rows were scored once before") for one in told["cautions"])
    assert told["sections"][0]["key"] == "looks"
    client = connect(uri)
    own = client.get_experiment_by_name("stancekit evaluations").experiment_id
    run = client.search_runs([own])[0]
    assert run.data.tags["stancekit.kind"] == "comparison"
    assert run.data.tags["stancekit.models"] == f"{saved_folder}, {contrary_folder}"
    assert len([name for name in run.data.metrics if name.startswith("outlook.macro_f1.")]) == 2
    files = {each.path for each in client.list_artifacts(run.info.run_id)}
    assert files == {"compared.html", "compared.md", "compared.json"}
