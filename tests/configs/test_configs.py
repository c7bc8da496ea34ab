from __future__ import annotations

from pathlib import Path

import pytest

from stancekit.codebook import Codebook
from stancekit.training import load_config

ROOT = Path(__file__).parents[2]
CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))


def test_there_are_configurations():
    assert "talks-linear.yaml" in [path.name for path in CONFIGS]


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_each_configuration_loads_and_is_named_after_its_file(path):
    config = load_config(path)
    assert config.name == path.stem
    # resolved as it is recorded, it is the same experiment again
    assert type(config).from_mapping(config.to_dict(), where="again") == config


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_what_lies_in_the_repository_is_there(path):
    config = load_config(path)
    if config.codebook is not None:
        book = Codebook.load(ROOT / config.codebook)
        assert set(config.data.axes or book.axes) <= set(book.axes)
    if config.data.train.startswith("data/"):
        assert (ROOT / config.data.train).exists()
