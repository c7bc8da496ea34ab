from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from stancekit.training.rows import Rows
from stancekit.training.scoring import score_rows
from stancekit.training.scoring_models import score_models


@pytest.fixture
def scored(codebook, rows):
    """Rows, and what two models and the majorities that they were trained beside say of them."""
    frame = pd.DataFrame(rows)
    table = Rows(
        X=frame[["text"]],
        y=frame[list(codebook.axes)].astype(object).where(frame[list(codebook.axes)].notna(), None),
        groups=tuple(frame["article_id"]),
        ids=tuple(frame["id"]),
        context=frame[["text", "speaker"]],
    )
    chance = np.random.default_rng(0)
    sizes = {axis: len(each.label_names) for axis, each in codebook.axes.items()}

    def drawn():
        return {axis: chance.dirichlet(np.ones(n), size=len(table)) for axis, n in sizes.items()}

    def shares(first):
        rows_of = {axis: [first, *[(1 - first) / (n - 1)] * (n - 1)] for axis, n in sizes.items()}
        return {axis: np.tile(row, (len(table), 1)) for axis, row in rows_of.items()}

    return table, {"one": drawn(), "two": drawn()}, shares


def test_each_model_has_the_scores_that_it_has_alone(scored, codebook):
    rows, proba, shares = scored
    options = {"resamples": 50, "seed": 2}
    found = score_models(rows, codebook, proba, {"one": shares(0.9), "two": shares(0.9)}, **options)
    for model, answers in proba.items():
        alone = score_rows(rows, codebook, answers, {"majority": shares(0.9)}, **options)
        for axis in codebook.axes:
            assert found.evaluations[axis][model].to_dict() == alone.evaluations[axis].to_dict()
            assert found.differences[axis][model] == alone.differences[axis]
            majority = found.baselines[axis]["majority"]
            assert majority.to_dict() == alone.baselines[axis]["majority"].to_dict()
        assert [one.values for one in found.slices[model]] == [one.values for one in alone.slices]


def test_majorities_that_differ_are_named_by_their_models(scored, codebook):
    rows, proba, shares = scored
    known = {"one": shares(0.9), "two": shares(0.4)}
    found = score_models(rows, codebook, proba, known, resamples=0, seed=0)
    assert list(found.baselines["outlook"]) == ["majority (one)", "majority (two)"]
    assert set(found.differences["outlook"]["two"]) == {"majority"}


def test_a_model_whose_majority_is_not_known_has_no_difference(scored, codebook):
    rows, proba, shares = scored
    found = score_models(rows, codebook, proba, {"one": shares(0.9)}, resamples=0, seed=0)
    assert list(found.baselines["outlook"]) == ["majority"]
    assert found.differences["outlook"]["two"] == {}
    assert score_models(rows, codebook, proba, {}, resamples=0, seed=0).baselines["outlook"] == {}
