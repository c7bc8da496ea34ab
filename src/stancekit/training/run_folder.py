"""The folder of a run: a new one, or that of the same run, finished or cut off on its way."""

from __future__ import annotations

import json
import logging
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from stancekit.errors import ConfigError, ModelError, OutputError
from stancekit.models import read_manifest
from stancekit.output import explained, write_text
from stancekit.training.config import ExperimentConfig, load_config
from stancekit.training.data import ExperimentData
from stancekit.training.frozen import Frozen
from stancekit.training.recording import without_secrets

_LOGGER = logging.getLogger(__name__)

WORK: Final = "fitting"
"""Folder in which a fit leaves what it can be gone on from."""
FROZEN: Final = "frozen.yaml"
"""What was frozen beforehand, where a run is held to that."""
_BEGUN: Final = "fitting.json"


def open_run_folder(
    output: Path | None,
    config: ExperimentConfig,
    data: ExperimentData,
    frozen: Frozen | None = None,
) -> Path:
    """Give the folder to run in: a new one, or `output` where it holds this run.

    A run that is finished has nothing left to do: whoever was cut off as it was leaving, and gives
    the command again, gets what it ended at.

    Raises
    ------
    OutputError
        If `output` holds anything else, or no folder can be made.
    """
    if output is None or not _holds_something(output):
        return new_run_folder(config.name, output)
    reason = _why_not_resumed(output, config, data) or _otherwise_frozen(output, frozen)
    if reason is not None:
        raise OutputError(f"{output}: {reason}. Give another output, or move it away")
    if (output / "tracked.json").is_file():
        _LOGGER.warning(
            "the run in %s is finished: its results are given, and nothing is fitted or scored "
            "again; for a new run, give another output",
            output,
        )
    else:
        _LOGGER.info("going on with the run in %s", output)
    return output


def new_run_folder(name: str, output: Path | None) -> Path:
    """Make the folder of a run: `output`, which is missing or empty, else ``runs/<name>/<time>``.

    Raises
    ------
    OutputError
        If no folder can be made.
    """
    if output is not None:
        with explained(output):
            output.mkdir(parents=True, exist_ok=True)
        return output
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        folder = Path("runs") / name / (stamp if number == 1 else f"{stamp}-{number}")
        if _made(folder):
            return folder
    raise OutputError(f"runs/{name}: a thousand runs started within a second; give an output")


def begin_work(folder: Path, data: ExperimentData) -> None:
    """Note which data a fit is made on, for a run that goes on with it."""
    write_text(folder / _BEGUN, json.dumps(_data_of(data)) + "\n")


def is_begun(folder: Path, data: ExperimentData) -> bool:
    """Tell whether a fit on this data has begun there."""
    return (folder / _BEGUN).is_file() and _other_work(folder, data) is None


def end_work(folder: Path) -> None:
    """Take away what a fit left on its way."""
    shutil.rmtree(folder / WORK, ignore_errors=True)
    (folder / _BEGUN).unlink(missing_ok=True)


def leave_work(folder: Path) -> bool:
    """Tell whether a fit left something to go on from, and say how; else take the note away."""
    work = folder / WORK
    if work.is_dir() and any(work.iterdir()):
        _LOGGER.warning(
            "what was fitted so far is in %s; the same command with --out %s goes on from there",
            work,
            folder,
        )
        return True
    end_work(folder)
    return False


def _data_of(data: ExperimentData) -> dict[str, Any]:
    return {
        "data": {name: corpus.digest for name, corpus in data.corpora.items()},
        "split_fingerprint": data.fingerprint,
        "codebook": data.codebook.hash,
    }


def _made(folder: Path) -> bool:
    """Make a folder; two runs that start in one second must not share one."""
    with explained(folder):
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            return False
    return True


def _holds_something(folder: Path) -> bool:
    return folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))


def _why_not_resumed(folder: Path, config: ExperimentConfig, data: ExperimentData) -> str | None:
    """Tell what keeps the run in `folder` from being gone on with, ``None`` if nothing does."""
    if not (folder / "config.yaml").is_file():
        return (
            "found something there, expected no such folder or an empty one, or that of a run of "
            "this configuration"
        )
    return _other_configuration(folder, config) or _other_model(folder / "model", data)


def _other_configuration(folder: Path, config: ExperimentConfig) -> str | None:
    try:
        found = load_config(folder / "config.yaml").to_flat()
    except ConfigError as error:
        return f"found a run there whose configuration cannot be read: {error}"
    wanted = without_secrets(config).to_flat()
    keys = found.keys() | wanted.keys()
    differing = sorted(key for key in keys if found.get(key) != wanted.get(key))
    if not differing:
        return None
    return f"found a run of another configuration there, which differs in {', '.join(differing)}"


def _otherwise_frozen(folder: Path, frozen: Frozen | None) -> str | None:
    path = folder / FROZEN
    found = Frozen.load(path).sha256 if path.is_file() else None
    wanted = None if frozen is None else frozen.sha256
    if found == wanted:
        return None
    begun = "without a frozen file" if found is None else f"with the frozen file {FROZEN}"
    given = "none" if wanted is None else "one" if found is None else "another"
    return f"found a run there that was begun {begun}, and {given} was given"


def _other_work(folder: Path, data: ExperimentData) -> str | None:
    try:
        begun = json.loads((folder / _BEGUN).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        return f"found an unfinished run there whose {_BEGUN} cannot be read: {error}"
    if begun == _data_of(data):
        return None
    return "found an unfinished run there on other data, another split or another codebook"


def _other_model(folder: Path, data: ExperimentData) -> str | None:
    if not folder.exists():
        # A run that was killed while it was fitted left its configuration, and perhaps its work.
        if (folder.parent / "run.json").exists():
            return "found the record of a run there without its model"
        return _other_work(folder.parent, data)
    try:
        manifest = read_manifest(folder)
    except ModelError as error:
        return f"found a run there whose model cannot be used: {error}"
    digests = {name: corpus.digest for name, corpus in data.corpora.items()}
    found = manifest["training"].get("data"), manifest["training"].get("split_fingerprint")
    if found != (digests, data.fingerprint) or manifest["codebook"]["hash"] != data.codebook.hash:
        return "found a run there whose model was trained on other data, or another codebook"
    return None
