from __future__ import annotations

import json

import numpy as np
import pytest

from stancekit.reporting import WordLists
from stancekit.training import ExperimentConfig
from stancekit.training.baselines import BASELINES
from stancekit.training.data import load_data
from stancekit.training.scoring import score
from stancekit.training.sections.baselines import baseline_sections


@pytest.fixture
def section_of(workplace, experiment):
    def _section_of(answer, **options):
        data = load_data(ExperimentConfig.from_mapping(experiment(**options)))
        scores = score(data, answer, resamples=50, seed=1)
        return baseline_sections(scores)

    return _section_of


def always_none(fit, test):
    return {"outlook": np.tile([0.1, 0.2, 0.7], (len(test), 1))}


MANY = {"data": {"train": "talks.jsonl", "split": {"test_size": 0.6}}}


def test_every_baseline_is_explained_and_drawn_beside_the_model(section_of):
    (section,) = section_of(always_none, **MANY)
    assert dict(section.parts[0].rows) == BASELINES
    (axis,) = section.sections
    plot, leads, _ = axis.parts
    assert [name for name, _ in plot.rows] == ["model", *BASELINES]
    # one label of three: F1 of `none` is 0.4
    assert plot.reference == plot.rows[0][1].value == pytest.approx(0.4 / 3)
    beaten = {row["baseline"]: row["verdict"]["flag"] for row in leads.to_dict()["rows"]}
    # a word tells each label, and none is all that the model says
    assert beaten["tf-idf"] == beaten["keywords"] == "no, it is better"
    assert section.to_dict() == json.loads(json.dumps(section.to_dict()))


def test_words_are_shown_by_label(section_of):
    (section,) = section_of(always_none)
    assert section.sections[0].parts[-1] == WordLists(
        "Words of the keywords baseline",
        {"optimistic": ("hopes",), "pessimistic": ("doubts",), "none": ("dates",)},
    )


def test_without_baselines_there_is_no_section(section_of, write_passages):
    test = write_passages("test.jsonl", 12, start=50)
    options = {"data": {"train": None, "test": test}}
    assert section_of(always_none, **options) == ()
