"""What the package offers, and what importing it costs."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import stancekit

ROOMS = ["stancekit"] + [
    f"stancekit.{module.name}"
    for module in pkgutil.iter_modules(stancekit.__path__)
    if module.ispkg
]

HEAVY = {
    "datasets",
    "matplotlib",
    "mlflow",
    "pandas",
    "pyarrow",
    "pydantic",
    "rich",
    "scipy",
    "sentence_transformers",
    "sklearn",
    "torch",
    "transformers",
    "vaderSentiment",
    "yaml",
}


def loaded_by(code, *arguments):
    """Run code in a new process; give the top-level modules that it loaded."""
    report = (
        "; import json, sys; print(json.dumps(sorted({n.partition('.')[0] for n in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + report, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_there_and_the_list_is_sorted(room):
    module = import_module(room)
    assert module.__doc__
    assert list(module.__all__) == sorted(set(module.__all__))
    for name in module.__all__:
        assert getattr(module, name) is not None


def test_the_names_of_the_readme_are_public():
    assert {"Codebook", "Predictor", "read_article", "attribute", "train", "evaluate"} <= set(
        stancekit.__all__
    )
    assert dir(stancekit) == stancekit.__all__


@pytest.mark.parametrize("room", ["stancekit", "stancekit.training"])
def test_an_unknown_name_is_an_attribute_error(room):
    with pytest.raises(AttributeError, match=f"'{room}' has no attribute 'bogus'"):
        import_module(room).bogus  # noqa: B018


@pytest.mark.parametrize(
    "code",
    ["import stancekit", "import stancekit.prediction", "import stancekit.cli"],
    ids=["stancekit", "prediction", "cli"],
)
def test_importing_is_light(code):
    loaded = loaded_by(code)
    allowed = {"rich"} if code.endswith("cli") else set()
    assert not loaded & (HEAVY - allowed)


def test_importing_the_package_loads_nothing_but_itself():
    standard = loaded_by("pass")
    foreign = loaded_by("import stancekit") - standard - sys.stdlib_module_names
    assert foreign == {"stancekit"}


def test_a_linear_model_is_loaded_and_used_with_numpy_alone(saved_folder):
    code = (
        "import sys; from stancekit.prediction import Predictor; "
        "predictor = Predictor.load(sys.argv[1]); "
        "stances = predictor.predict([{'text': 'A deal', 'speaker': 'Mara', 'target': 'deal'}]); "
        "assert set(stances[0]) == {'outlook', 'posture'}"
    )
    foreign = loaded_by(code, saved_folder) - loaded_by("pass") - sys.stdlib_module_names
    assert foreign == {"numpy", "stancekit"}
