"""What a run was made with: package versions, and the state of the code's repository."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = (
    "stancekit",
    "datasets",
    "mlflow",
    "numpy",
    "pandas",
    "scikit-learn",
    "scipy",
    "vaderSentiment",
)
_SERVING = ("stancekit", "mlflow", "numpy", "pandas", "pydantic", "pyyaml", "scipy")
# Needed to serve a model only where its family imported them.
_OPTIONAL = {
    "sentence_transformers": "sentence-transformers",
    "torch": "torch",
    "transformers": "transformers",
}


def package_versions() -> dict[str, str]:
    """Give the version of Python and of each package that a run's numbers may depend on."""
    return {"python": platform.python_version(), **_versions([*_PACKAGES, *_imported()])}


def serving_requirements() -> tuple[str, ...]:
    """Give what a served model needs, pinned, in pip's form.

    MLflow would find this out by loading the model in a fresh interpreter and asking a package
    index, which takes some fifteen seconds and a network.
    """
    found = _versions([*_SERVING, *_imported()])
    return tuple(f"{name}=={number}" for name, number in found.items())


def git_state() -> dict[str, str]:
    """Give ``commit`` and ``dirty`` of the current directory's repository; empty without one."""
    commit = _git("rev-parse", "HEAD")
    if not commit:
        return {}
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return {"commit": commit, "dirty": str(bool(changed)).lower()}


def _imported() -> list[str]:
    return [package for module, package in _OPTIONAL.items() if module in sys.modules]


def _versions(packages: Iterable[str]) -> dict[str, str]:
    found = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _git(*arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
