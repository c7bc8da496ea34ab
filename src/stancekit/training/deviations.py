"""What is about to be run beside what was frozen: each thing that is otherwise, by its kind."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.prediction import Predictor
from stancekit.training.config import flatten
from stancekit.training.frozen import Abstention, Frozen, FrozenCodebook, digest_of_content
from stancekit.training.frozen_check import Deviation, told_digest
from stancekit.training.frozen_rows import FrozenFitRows, FrozenRows
from stancekit.training.provenance import package_versions

_HELD_TO: Final = ("model.", "evaluation.", "data.labels", "data.fit_on")
# Frozen under names of their own, or said by each run for itself.
_NOT_HERE: Final = ("evaluation.resamples", "evaluation.purpose")
_NOTHING: Final = "nothing"
_PARTS: Final = {
    "groups_sha256": "the groups of the rows",
    "inputs_sha256": "target, speaker, affiliation and outlet of the rows",
    "labels_sha256": "the labels of the rows",
}


def of_codebook(frozen: Frozen, codebook: Codebook, field: str = "codebook") -> Iterator[Deviation]:
    """Compare the codebooks by their hashes."""
    found = FrozenCodebook.of(codebook)
    if found.hash != frozen.codebook.hash:
        yield Deviation(field, frozen.codebook.in_words(), found.in_words())


def of_axes(
    frozen: Frozen, codebook: Codebook, left_out: Collection[str] = ()
) -> Iterator[Deviation]:
    """Compare the labels of each axis, but for those left out."""
    found = {name: axis.label_names for name, axis in codebook.axes.items()}
    for axis in dict.fromkeys([*frozen.axes, *found]):
        before, now = frozen.axes.get(axis), found.get(axis)
        if before != now and axis not in left_out:
            yield Deviation(f"axes.{axis}", _listed(before), _listed(now))


def of_rows(field: str, frozen: FrozenRows | None, found: FrozenRows | None) -> Iterator[Deviation]:
    """Compare rows by their digests: which they are, then what is known of them."""
    if frozen is None or found is None:
        if frozen is not found:
            yield Deviation(field, _rows_in_words(frozen), _rows_in_words(found))
        return
    if frozen.sha256 != found.sha256:
        yield Deviation(field, _rows_in_words(frozen), _rows_in_words(found))
        return
    for part, words in _PARTS.items():
        before, now = getattr(frozen, part, None), getattr(found, part, None)
        if before is not None and now is not None and before != now:
            others = f"others, {told_digest(now)}"
            yield Deviation(f"{field}.{part}", f"{words} as {told_digest(before)}", others)


def of_values(
    frozen: Frozen | Abstention, found: Mapping[str, Any], prefix: str = ""
) -> Iterator[Deviation]:
    """Compare single values, by the names that they were frozen under."""
    for name, value in found.items():
        before = getattr(frozen, name)
        if before != value:
            yield Deviation(f"{prefix}{name}", _in_words(before), _in_words(value))


def of_options(frozen: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Deviation]:
    """Compare what changes a model or its scores, and no path, name or store."""
    before, now = _held_to(frozen), _held_to(found)
    for key in dict.fromkeys([*before, *now]):
        if before.get(key) != now.get(key):
            yield Deviation(key, before.get(key, _NOTHING), now.get(key, _NOTHING))


def _held_to(configuration: Mapping[str, Any]) -> dict[str, str]:
    return {
        key: value
        for key, value in flatten(configuration)
        if key.startswith(_HELD_TO) and key not in _NOT_HERE
    }


def of_model(frozen: Frozen, predictor: Predictor) -> Iterator[Deviation]:
    """Compare what a saved model tells of its training."""
    options = dict(frozen.configuration.content["model"])
    family, training = options.pop("family"), predictor.info.training
    if family != predictor.info.family:
        yield Deviation("model.family", family, predictor.info.family)
    elif training.get("options_sha256", digest_of_content(options)) != digest_of_content(options):
        yield Deviation("model", "the options in the file", "others")
    if "fit" in training:
        fit = FrozenFitRows.model_validate(training["fit"])
        yield from of_rows("division.fit", frozen.division.fit, fit)
    if training.get("seed", frozen.seed) != frozen.seed:
        yield Deviation("seed of the fit", _in_words(frozen.seed), _in_words(training["seed"]))


def of_slices(frozen: Frozen, slices: Sequence[str]) -> Iterator[Deviation]:
    """Compare the columns that rows are cut by."""
    before = frozen.configuration.content["evaluation"]["slices"]
    if list(before) != list(slices):
        yield Deviation("evaluation.slices", _listed(before), _listed(slices))


def of_abstention(frozen: Frozen, what: str) -> list[str]:
    """Say which abstention was frozen that something does not apply."""
    asked = [
        f"{name} {value:g}"
        for name, value in frozen.abstention.model_dump().items()
        if value is not None
    ]
    if not asked:
        return []
    return [f"{asked[0]}: {what} abstains from no row; evaluate applies it"]


def of_version(frozen: Frozen) -> list[str]:
    """Say where another version of the package runs than had frozen."""
    now = package_versions()["stancekit"]
    if now == frozen.stancekit:
        return []
    return [
        f"what another version of stancekit does: frozen with {frozen.stancekit}, run with {now}"
    ]


def _rows_in_words(rows: FrozenRows | None) -> str:
    if rows is None:
        return "no rows held out"
    return f"{rows.n_rows} rows in {rows.n_groups} groups ({told_digest(rows.sha256)})"


def _listed(values: Sequence[str] | None) -> str:
    return ", ".join(values) if values else _NOTHING


def _in_words(value: Any) -> str:
    return _NOTHING if value is None else value if isinstance(value, str) else json.dumps(value)
