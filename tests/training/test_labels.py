from __future__ import annotations

import json

import pytest

from stancekit.errors import ConfigError
from stancekit.training import ExperimentConfig
from stancekit.training.data import load_data


@pytest.fixture
def annotated(workplace, experiment):
    """Give the rows to fit of the folder's first passages, labelled by annotators."""

    def load(labels, given):
        folder = workplace / "annotated"
        folder.mkdir(exist_ok=True)
        rows = [json.loads(line) for line in (workplace / "talks.jsonl").open(encoding="utf-8")]
        (folder / "passages.jsonl").write_bytes((workplace / "talks.jsonl").read_bytes())
        if given is not None:
            lines = [
                f"{row['id']},{name},outlook,{label}\n"
                for row, words in zip(rows, given, strict=False)
                for name, label in zip(("ann", "bo", "cy", "di"), words, strict=False)
            ]
            text = "id,annotator,axis,label\n" + "".join(lines)
            (folder / "annotations.csv").write_text(text, encoding="utf-8")
        data = {"train": "annotated", "labels": labels, "split": None}
        return load_data(ExperimentConfig.from_mapping(experiment(data=data))).fit, rows

    return load


UP, DOWN, NONE = "optimistic", "pessimistic", "none"
GIVEN = [[UP, UP, DOWN], [NONE, NONE, NONE], [UP, DOWN]]


def test_majority_labels_replace_gold_ones_and_ties_count_for_nothing(annotated):
    fit, rows = annotated("majority", GIVEN)
    assert fit.y["outlook"][:3].tolist() == [UP, NONE, None]
    assert fit.y["outlook"][3:].tolist() == [row["outlook"] for row in rows[3:]]
    assert fit.fitted_on is fit.y


def test_soft_labels_are_fitted_and_majorities_counted(annotated):
    fit, rows = annotated("soft", GIVEN)
    cells = fit.fitted_on["outlook"].tolist()
    assert cells[0] == {UP: pytest.approx(2 / 3), DOWN: pytest.approx(1 / 3)}
    assert cells[1] == NONE
    assert cells[2] == {UP: 0.5, DOWN: 0.5}
    assert cells[3:] == [row["outlook"] for row in rows[3:]]
    assert fit.y["outlook"][0] == UP
    assert fit.select([2, 0]).fitted_on["outlook"].tolist() == [cells[2], cells[0]]


def test_gold_labels_are_fitted_by_default(annotated):
    fit, rows = annotated("gold", GIVEN)
    assert fit.fitted_on["outlook"].tolist() == [row["outlook"] for row in rows]


def test_without_annotations_there_is_nothing_to_aggregate(annotated):
    with pytest.raises(ConfigError, match=r"data.labels: found 'soft', but annotated has no"):
        annotated("soft", None)
