from __future__ import annotations

import pytest
import yaml

from stancekit.errors import ConfigError
from stancekit.training import ExperimentConfig, load_config

MINIMAL = {"name": "talks", "data": {"train": "talks.csv"}}


@pytest.fixture
def write(tmp_path):
    def _write(content):
        path = tmp_path / "experiment.yaml"
        text = content if isinstance(content, str) else yaml.safe_dump(content)
        path.write_text(text, encoding="utf-8")
        return path

    return _write


def message_of(write, content, overrides=()):
    with pytest.raises(ConfigError) as caught:
        load_config(write(content), overrides)
    return str(caught.value)


def test_the_contract_of_the_design_loads_as_it_stands(write):
    config = load_config(
        write(
            """
            name: talks-linear
            seed: 7
            codebook: data/talks/codebook.yaml
            data:
              train: data/talks
              validation: null
              test: null
              columns: {text: text, target: null, group: article_id}
              axes: {posture: posture, outlook: outlook}
              split: {by: group, test_size: 0.2}
            model: {family: linear}
            evaluation: {resamples: 2000, cross_validation: null}
            tracking: {uri: null, experiment: talks, register: null, alias: null}
            """
        )
    )
    assert config.seed == 7
    assert config.data.split.test_size == 0.2
    assert config.data.columns.group == "article_id"
    assert config.model.family == "linear"
    assert config.tracking.experiment == "talks"


def test_defaults_are_filled_in_and_null_turns_the_split_off():
    config = ExperimentConfig.from_mapping(MINIMAL)
    assert (config.data.split.by, config.data.fit_on) == ("group", "train+validation")
    off = ExperimentConfig.from_mapping({**MINIMAL, "data": {"train": "a.csv", "split": None}})
    assert off.data.split is None


def test_a_list_of_axes_names_the_columns_too():
    content = {**MINIMAL, "data": {"train": "talks.csv", "axes": ["posture", "outlook"]}}
    config = ExperimentConfig.from_mapping(content)
    assert config.data.axes == {"posture": "posture", "outlook": "outlook"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({**MINIMAL, "modl": {}}, ["modl: unknown key; did you mean 'model'?"]),
        (
            {"name": "a", "data": {"train": "a", "split": {"bye": "group"}}},
            ["data.split.bye: unknown key; did you mean 'by'?"],
        ),
        (
            {"name": "a", "data": {"train": "a", "columns": {"txt": "sentence"}}},
            ["data.columns.txt: unknown key; did you mean 'text'?"],
        ),
        (
            {**MINIMAL, "tracking": {"registr": "a"}},
            ["tracking.registr: unknown key; did you mean 'register'?"],
        ),
        (
            {"name": "a", "data": {"train": "a", "split": {"by": "week"}}},
            ["data.split.by: found 'week', expected 'group', 'time', 'random' or 'column'"],
        ),
        ({"name": "a"}, ["data: missing"]),
        ({"name": "a", "data": []}, ["data: found [], expected a mapping"]),
        ({"name": "../a", "data": {"train": "a"}}, ["name: found '../a'"]),
        (
            {"name": "a", "data": {"train": "a", "split": {"test_size": 1.5}}},
            ["data.split.test_size: found 1.5, expected less than 1"],
        ),
        ({**MINIMAL, "seed": -1}, ["seed: found -1"]),
        (
            {**MINIMAL, "model": {"family": "linaer"}},
            ["model.family:", "'linear'"],
        ),
        ({**MINIMAL, "model": {"no_such_option": 1}}, ["model.no_such_option: unknown key"]),
        (
            {**MINIMAL, "model": {"famly": "linear"}},
            ["model.famly: unknown key; did you mean 'family'?"],
        ),
        (
            {**MINIMAL, "tracking": {"alias": "champion"}},
            ["tracking: found alias 'champion' and no register"],
        ),
        (
            {**MINIMAL, "tracking": {"register": "talks", "alias": "latest"}},
            ["tracking.alias: found 'latest'"],
        ),
        (
            {**MINIMAL, "evaluation": {"generalisation": ["experts"], "learning_curve": [0, 2]}},
            ["evaluation.generalisation.0: found 'experts'", "evaluation.learning_curve: found 0"],
        ),
        (
            {**MINIMAL, "evaluation": {"repeated_splits": 1}},
            ["evaluation.repeated_splits: found 1, expected 0 for none, or 2 or more"],
        ),
        (
            {"nme": "a", "seed": "x", "data": {"train": 1}},
            ["nme: unknown key", "name: missing", "seed: found 'x'", "data.train: found 1"],
        ),
    ],
    ids=[
        "unknown-section",
        "unknown-key",
        "unknown-column",
        "unknown-aliased-key",
        "not-a-choice",
        "missing-section",
        "not-a-mapping",
        "name-is-no-path",
        "out-of-range",
        "negative-seed",
        "unknown-family",
        "unknown-model-option",
        "mistyped-family",
        "alias-without-register",
        "reserved-alias",
        "further-scores",
        "a-single-further-split",
        "all-at-once",
    ],
)
def test_a_bad_configuration_says_where_and_what(write, content, expected):
    message = message_of(write, content)
    for part in expected:
        assert part in message
    assert all("experiment.yaml: " in line for line in message.splitlines())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: [1", "not valid UTF-8 YAML"),
        ("- a\n- b", "found list, expected a mapping with the keys name, seed"),
        ("", "found NoneType, expected a mapping"),
    ],
    ids=["broken-yaml", "a-list", "empty"],
)
def test_a_file_that_is_no_configuration_is_named(write, content, expected):
    message = message_of(write, content)
    assert "experiment.yaml" in message
    assert expected in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"absent\.yaml: the configuration cannot be read"):
        load_config(tmp_path / "absent.yaml")


def test_overrides_are_read_as_yaml_and_win(write):
    overrides = [
        "seed=11",
        "data.split.by=time",
        "data.axes={outlook: label}",
        "tracking.uri=sqlite:///a.db?timeout=3",
        "evaluation.cross_validation=null",
    ]
    config = load_config(write(MINIMAL), overrides)
    assert (config.seed, config.data.split.by) == (11, "time")
    assert config.data.axes == {"outlook": "label"}
    assert config.tracking.uri == "sqlite:///a.db?timeout=3"
    assert config.evaluation.cross_validation is None


def test_the_last_override_wins_and_a_section_turned_off_comes_back(write):
    config = load_config(write(MINIMAL), ["data.split=null", "data.split.test_size=0.5"])
    assert config.data.split.test_size == 0.5


@pytest.mark.parametrize("override", ["seed", "=3", "a..b=1", ".a=1", "seed=[1"])
def test_an_override_without_key_and_value_is_refused(write, override):
    assert "--set " in message_of(write, MINIMAL, [override])


def test_an_unknown_overridden_key_gets_the_nearest(write):
    message = message_of(write, MINIMAL, ["data.splitt.by=time"])
    assert "data.splitt: unknown key; did you mean 'split'?" in message


def test_the_resolved_configuration_reads_back_equal(write):
    config = load_config(write(MINIMAL), ["tracking.register=talks", "tracking.alias=champion"])
    assert load_config(write(config.to_yaml())) == config


def test_flat_entries_are_dotted_text():
    flat = ExperimentConfig.from_mapping({**MINIMAL, "seed": 3}).to_flat()
    assert flat["seed"] == "3"
    assert flat["data.split.by"] == "group"
    assert flat["data.test"] == "null"
    assert flat["model.family"] == "linear"
    assert flat["tracking.register"] == "null"


def test_the_model_options_are_complete():
    config = ExperimentConfig.from_mapping(MINIMAL)
    assert set(config.to_dict()["model"]) == {"family", *config.model.options}
    assert config.model.options


def test_a_configuration_is_frozen():
    config = ExperimentConfig.from_mapping(MINIMAL)
    with pytest.raises(ValueError, match="frozen"):
        config.seed = 3


def test_random_folds_are_added_to_what_is_compared_with_them():
    evaluation = {"generalisation": ["expert", "time"], "learning_curve": [1, 0.5, 0.5]}
    config = ExperimentConfig.from_mapping({**MINIMAL, "evaluation": evaluation})
    assert config.evaluation.generalisation == ("expert", "time", "random")
    assert config.evaluation.learning_curve == (0.5, 1.0)
