from __future__ import annotations

import pytest
from pydantic import ValidationError

from stancekit.models.linear.options import LinearOptions


@pytest.mark.parametrize(
    "options",
    [
        {"bogus": 1},
        {"C": []},
        {"C": [0.0]},
        {"characters": (5, 2)},
        {"characters": (0, 2)},
        {"folds": 1},
        {"min_df": 0},
        {"pairs": -1},
        {"scoring": "accuracy"},
        {"class_weight": {"up": -1.0}},
    ],
    ids=lambda options: "-".join(options),
)
def test_what_makes_no_sense_is_refused(options):
    with pytest.raises(ValidationError, match=next(iter(options))):
        LinearOptions(**options)


def test_the_resolved_options_read_back_equal():
    options = LinearOptions(C=[3.0], class_weight={"up": 2.0}, characters=None)
    assert LinearOptions.model_validate(options.model_dump(mode="json")) == options
