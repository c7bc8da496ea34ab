from __future__ import annotations

import numpy as np
import pytest

from stancekit.training import ExperimentConfig
from stancekit.training.data import load_data
from stancekit.training.notes import run_notes
from stancekit.training.scoring import score


@pytest.fixture
def notes(workplace, experiment):
    def _notes(*changes):
        path = workplace / "talks.jsonl"
        text = path.read_text()
        for old, new in changes:
            text = text.replace(old, new)
        path.write_text(text)
        config = ExperimentConfig.from_mapping(experiment())
        data = load_data(config)
        scores = score(
            data,
            lambda fit, test: {"outlook": np.full((len(test), 3), 1 / 3)},
            resamples=0,
            seed=1,
        )
        return run_notes(config, data, scores, {})

    return _notes


def test_with_every_baseline_there_is_nothing_to_tell(notes):
    assert notes() == ()


def test_a_baseline_that_the_data_do_not_allow_is_told_of(notes):
    (told,) = notes(('"speaker"', '"note"'))
    assert told.startswith("The data has no speaker, affiliation or outlet")
    _, told = notes((" of ", " von "))
    assert told.startswith("The training texts are not English")
    assert told.endswith("there is no sentiment-only baseline.")
