from __future__ import annotations

import pytest

from stancekit.errors import ConfigError
from stancekit.models import FAMILIES, build_model, family_options


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_built_unfitted_with_its_options(family, codebook):
    model = build_model(family, {}, codebook=codebook, seed=4)
    assert model.family == family
    assert model.codebook is codebook
    assert model.random_state == 4
    assert not [name for name in vars(model) if name.endswith("_")]
    assert family_options(family)().model_dump()


@pytest.mark.parametrize("family", ["liner", 3, None])
def test_an_unknown_family_lists_the_known_ones(family, codebook):
    with pytest.raises(ConfigError, match="no model family"):
        family_options(family)
    with pytest.raises(ConfigError, match="'linear'"):
        build_model(family, {}, codebook=codebook, seed=0)
