from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from stancekit.training.frozen_rows import FrozenFitRows, FrozenRows
from stancekit.training.looks import digest_of
from stancekit.training.rows import Rows


def rows_of(**columns):
    """Give two rows of one group, with columns replaced."""
    known = {"text": ["one", "two"], "speaker": ["Ada", None], "outlook": ["up", None], **columns}
    frame = pd.DataFrame(known, dtype=object)
    groups = tuple(known.pop("groups", ("g", "g")))
    inputs = [name for name in frame if name not in {"outlook", "groups"}]
    return Rows(frame[inputs], frame[["outlook"]], groups, ("a", "b"))


def test_what_looks_are_counted_by_is_what_is_frozen():
    frozen = FrozenRows.of(rows_of())
    assert (frozen.n_rows, frozen.n_groups) == (2, 1)
    assert frozen.sha256 == digest_of(rows_of())


def test_the_order_of_rows_is_none_of_it():
    rows = rows_of(groups=("g", "h"))
    assert FrozenFitRows.of(rows) == FrozenFitRows.of(rows.select([1, 0]))


def test_labels_of_rows_to_score_may_come_later():
    assert FrozenRows.of(rows_of(outlook=[None, None])) == FrozenRows.of(rows_of())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": ["one", "three"]}, "sha256"),
        ({"groups": ["g", "h"]}, "groups_sha256"),
        ({"speaker": ["Ada", "Ben"]}, "inputs_sha256"),
        ({"target": ["tax", "tax"]}, "inputs_sha256"),
        ({"outlook": ["down", None]}, "labels_sha256"),
        ({"outlook": [{"up": 0.5, "down": 0.5}, None]}, "labels_sha256"),
    ],
)
def test_what_a_model_reads_and_learns_is_told_apart(changed, field):
    before = FrozenFitRows.of(rows_of()).model_dump()
    now = FrozenFitRows.of(rows_of(**changed)).model_dump()
    digests = {name for name in before if name.endswith("sha256") and before[name] != now[name]}
    assert digests == {field}


def test_a_column_without_a_value_is_as_good_as_none():
    without = rows_of()
    empty = rows_of(target=[np.nan, None])
    assert FrozenFitRows.of(without) == FrozenFitRows.of(empty)
