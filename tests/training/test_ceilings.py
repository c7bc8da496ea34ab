from __future__ import annotations

import json
from pathlib import Path

import pytest

from stancekit.training import train


@pytest.fixture
def annotated(store, workplace):
    """The corpus as a folder with two annotators: Kim is always right, Lee says ``none``."""
    folder = workplace / "annotated"
    folder.mkdir()
    rows = (workplace / "talks.jsonl").read_text()
    (folder / "passages.jsonl").write_text(rows)
    (folder / "codebook.yaml").write_text((workplace / "codebook.yaml").read_text())
    lines = ["id,annotator,axis,label"]
    for row in map(json.loads, rows.splitlines()):
        lines += [f"{row['id']},Kim,outlook,{row['outlook']}", f"{row['id']},Lee,outlook,none"]
    (folder / "annotations.csv").write_text("\n".join(lines) + "\n")
    return "annotated"


@pytest.mark.parametrize(
    ("evaluation", "n"),
    [({"resamples": 50}, 16), ({"resamples": 50, "cross_validation": 4}, 80)],
    ids=["test rows", "folds"],
)
def test_annotators_of_the_scored_rows_stand_beside_the_model(annotated, experiment, evaluation, n):
    result = train(experiment(data={"train": annotated}, evaluation=evaluation), output="mine")
    ceiling = result.to_dict()["human_ceiling"]["outlook"]
    kim, lee = ceiling["annotators"]
    assert (kim["annotator"], kim["n"], kim["macro_f1"]["value"]) == ("Kim", n, 1.0)
    assert (lee["annotator"], lee["accuracy"]["value"]) == ("Lee", 0.25)
    assert lee["model_accuracy"]["value"] == 1.0
    assert ceiling["alpha"]["value"] < 0.1
    metrics = json.loads(Path("mine/run.json").read_text())["metrics"]
    assert metrics["outlook.annotator.Kim.macro_f1"] == 1.0


def test_without_annotations_there_is_no_ceiling(store, experiment):
    assert train(experiment()).human_ceiling == {}
