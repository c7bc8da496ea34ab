from __future__ import annotations

import pytest

from stancekit.errors import ConfigError, OutputError
from stancekit.training import help_to_fit, train


@pytest.fixture
def two_processes(workplace, monkeypatch):
    monkeypatch.undo()  # the real families
    monkeypatch.chdir(workplace)
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setenv("RANK", "1")


def test_only_networks_are_fitted_by_several_processes(two_processes, workplace, experiment):
    with pytest.raises(ConfigError, match="found 'linear' in 2 processes, expected transformer"):
        train(experiment(model={"family": "linear"}), output="mine")


def test_processes_share_a_folder_that_is_named(two_processes, workplace, experiment):
    for run in (train, help_to_fit):
        with pytest.raises(OutputError, match="expected a folder that they share"):
            run(experiment(model={"family": "transformer"}))


def test_there_is_nothing_to_help_with_once_the_model_is_saved(
    two_processes, workplace, experiment
):
    (workplace / "mine" / "model").mkdir(parents=True)
    help_to_fit(experiment(model={"family": "transformer"}), output="mine")
