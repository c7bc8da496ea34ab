"""Fits the members of a model, each on all of its rows or on some."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

from stancekit.codebook import Codebook
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.contract import Progress
from stancekit.models.estimator import Surroundings
from stancekit.models.families import build_model
from stancekit.models.members.opening import Member, open_members
from stancekit.models.members.storage import member_name
from stancekit.models.passages import PassageColumns
from stancekit.models.saving import save_model
from stancekit.models.task import Task
from stancekit.output import whole_folder

MODEL: Final = "model"
_KEPT_FROM: Final = "kept_from.npz"
_CARD: Final = "A part of another model, whose card tells what it was trained on.\n"


@dataclass(frozen=True, eq=False, kw_only=True)
class Asked:
    """A member that is to be fitted.

    Parameters
    ----------
    options
        Its ``family``, and the options of that.
    rows
        The rows that it is fitted to; ``None`` for all.
    called
        What progress calls it; ``None`` for its family.
    """

    options: Mapping[str, Any]
    rows: IntArray | None = None
    called: str | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class FittedMembers:
    """The members, and what each says of rows that it was kept from.

    Parameters
    ----------
    kept_from
        Of each member, for each axis: rows, rising, and their probabilities.
    home
        The folder they lie in, where it goes away with this; ``None`` where it is the caller's.
    """

    members: list[Member]
    kept_from: Sequence[Mapping[str, tuple[IntArray, FloatArray]]]
    home: TemporaryDirectory[str] | None

    def mean_held_out(self, axis: str, weights: Sequence[float]) -> tuple[IntArray, FloatArray]:
        """Give the rows that every member was kept from, and the members' mean for them."""
        each = [kept[axis] for kept in self.kept_from]
        rows = reduce(np.intersect1d, (found for found, _ in each))
        total: FloatArray = np.zeros((len(rows), each[0][1].shape[1]))
        for (found, proba), weight in zip(each, weights, strict=True):
            total += weight * proba[np.searchsorted(found, rows)]
        return rows, total / sum(weights)


def fit_members(
    columns: PassageColumns,
    task: Task,
    asked: Sequence[Asked],
    codebook: Codebook,
    around: Surroundings,
) -> FittedMembers:
    """Fit one member after the other; those that a fit that was cut off had finished are read."""
    home = None
    if around.work is None:
        home = TemporaryDirectory(prefix="stancekit-members-")
    work = around.work or Path(home.name if home else "")
    folders, kept_from = [], []
    for number, member in enumerate(asked):
        rows = np.arange(len(columns)) if member.rows is None else member.rows
        own, own_task = columns, task
        if member.rows is not None:
            own, own_task = columns.select(rows.tolist()), task.select(rows)
        folder = work / member_name(number)
        if not folder.is_dir():
            place = f"{number + 1} of {len(asked)}"
            _fit(folder, member, place, own, own_task, codebook, around.progress)
        folders.append(folder)
        found = _read(folder / _KEPT_FROM, own_task)
        kept_from.append({axis: (rows[kept], proba) for axis, (kept, proba) in found.items()})
    return FittedMembers(
        members=open_members([str(folder / MODEL) for folder in folders], codebook),
        kept_from=kept_from,
        home=home,
    )


def _fit(
    folder: Path,
    member: Asked,
    place: str,
    columns: PassageColumns,
    task: Task,
    codebook: Codebook,
    progress: Progress | None,
) -> None:
    options = dict(member.options)
    family = str(options.pop("family"))
    called = member.called or family
    model = build_model(family, options, codebook=codebook, seed=task.seed)

    def tell(step: str, done: int, total: int) -> None:
        if progress is not None:
            progress(f"{called} ({place}): {step}", done, total)

    fitting = folder.with_name(f"{folder.name}-fitting")
    model.fit_task(columns, task, Surroundings(tell, fitting))
    with whole_folder(folder) as temporary:
        (temporary / MODEL).mkdir()
        save_model(
            model,
            temporary / MODEL,
            card=_CARD,
            training={"name": f"{called} {place}", "seed": task.seed},
            texts=columns.texts,
        )
        _write(temporary / _KEPT_FROM, model, task)
    shutil.rmtree(fitting, ignore_errors=True)


def _write(path: Path, model: Any, task: Task) -> None:
    arrays = {}
    for number, axis in enumerate(task.labels):
        held_out = model.held_out_.get(axis)
        if held_out is not None and len(held_out):
            arrays[f"rows_{number}"] = held_out.rows
            arrays[f"proba_{number}"] = held_out.proba()
    np.savez(path, **arrays)


def _read(path: Path, task: Task) -> dict[str, tuple[IntArray, FloatArray]]:
    found = {}
    with np.load(path) as arrays:
        for number, (axis, names) in enumerate(task.labels.items()):
            nothing = np.empty(0, np.int64), np.empty((0, len(names)))
            known = f"rows_{number}" in arrays
            found[axis] = (
                (arrays[f"rows_{number}"], arrays[f"proba_{number}"]) if known else nothing
            )
    return found
