"""What is about to be run, held against what was frozen, before anything is fitted or scored."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.errors import ConfigError
from stancekit.prediction import Predictor
from stancekit.training.config import ExperimentConfig, flatten
from stancekit.training.data import ExperimentData
from stancekit.training.freezing import division_of
from stancekit.training.frozen import Abstention, Frozen, FrozenCodebook, digest_of_content
from stancekit.training.frozen_check import Deviation, FrozenCheck
from stancekit.training.frozen_rows import FrozenFitRows, FrozenRows
from stancekit.training.options import Purpose
from stancekit.training.provenance import package_versions
from stancekit.training.rows import Rows

_HELD_TO: Final = ("model.", "evaluation.", "data.labels", "data.fit_on")
# Frozen under names of their own, or said by each run for itself.
_NOT_HERE: Final = ("evaluation.resamples", "evaluation.purpose")
_NOTHING: Final = "nothing"
_DIGEST: Final = 12
_NOT_IN_A_MODEL: Final = (
    "options of the model and the rows that it was fitted on: models saved by this version or a "
    "later one tell them"
)
_NOT_OF_SEVERAL: Final = (
    "family, options and rows to fit: what was frozen is one model, and several are compared"
)
_PARTS: Final = {
    "groups_sha256": "the groups of the rows",
    "inputs_sha256": "target, speaker, affiliation and outlet of the rows",
    "labels_sha256": "the labels of the rows",
}


def check_run(
    frozen: Frozen | None, config: ExperimentConfig, data: ExperimentData
) -> FrozenCheck | None:
    """Hold an experiment against what was frozen of it; ``None`` where there is nothing to tell.

    Raises
    ------
    ConfigError
        If a confirmatory run deviates.
    """
    purpose = config.evaluation.purpose
    if frozen is None:
        return _without_file(purpose)
    division = division_of(data)
    by = Deviation("division.by", frozen.division.by, division.by)
    found = [
        *_of_codebook(frozen, data.codebook),
        *_of_axes(frozen, data.codebook),
        *([] if by.frozen == by.found else [by]),
        *_of_rows("division.fit", frozen.division.fit, division.fit),
        *_of_rows("division.test", frozen.division.test, division.test),
        *_of_values(frozen, {"resamples": config.evaluation.resamples, "seed": config.seed}),
        *_of_options(frozen.configuration.content, config.to_dict()),
    ]
    return _checked(frozen, purpose, found, _of_abstention(frozen, "a training run"))


def check_evaluation(
    frozen: Frozen | None,
    purpose: Purpose,
    predictor: Predictor,
    codebook: Codebook,
    rows: Rows,
    *,
    asked: Mapping[str, float | None],
    options: Mapping[str, Any],
    slices: Sequence[str],
) -> FrozenCheck | None:
    """Hold the evaluation of a saved model against what was frozen, as far as it can tell.

    Parameters
    ----------
    codebook
        The axes that are scored.
    asked
        Threshold and precision.
    options
        Resamples and seed.

    Raises
    ------
    ConfigError
        If a confirmatory evaluation deviates.
    """
    if frozen is None:
        return _without_file(purpose)
    found = [
        *_of_codebook(frozen, predictor.codebook),
        *_of_axes(frozen, codebook),
        *_of_model(frozen, predictor),
        *_of_rows("division.test", frozen.division.scored, FrozenRows.of(rows)),
        *_of_values(frozen.abstention, asked, "abstention."),
        *_of_values(frozen, options),
        *_of_slices(frozen, slices),
    ]
    told = {"fit", "options_sha256"} <= predictor.info.training.keys()
    return _checked(frozen, purpose, found, [] if told else [_NOT_IN_A_MODEL])


def check_comparison(
    frozen: Frozen | None,
    purpose: Purpose,
    rivals: Mapping[str, Predictor],
    codebook: Codebook,
    rows: Rows,
    *,
    metric: str,
    options: Mapping[str, Any],
    slices: Sequence[str],
) -> FrozenCheck | None:
    """Hold a comparison of saved models against what was frozen, as far as it can tell.

    Raises
    ------
    ConfigError
        If a confirmatory comparison deviates.
    """
    if frozen is None:
        return _without_file(purpose)
    # One measure a comparison: the axes of another are for a comparison of their own.
    elsewhere = [
        axis
        for axis, measure in frozen.primary.items()
        if measure != metric and axis not in codebook.axes
    ]
    found = [
        *(
            each
            for name, rival in rivals.items()
            for each in _of_codebook(frozen, rival.codebook, f"codebook of {name}")
        ),
        *_of_axes(frozen, codebook, elsewhere),
        *_of_rows("division.test", frozen.division.scored, FrozenRows.of(rows)),
        *_of_values(frozen, options),
        *(
            Deviation(f"primary.{axis}", measure, metric)
            for axis, measure in frozen.primary.items()
            if axis in codebook.axes and measure != metric
        ),
        *_of_slices(frozen, slices),
    ]
    unchecked = [
        _NOT_OF_SEVERAL,
        *(f"axis {axis}, which is judged by {frozen.primary[axis]}" for axis in elsewhere),
        *_of_abstention(frozen, "a comparison"),
    ]
    return _checked(frozen, purpose, found, unchecked)


def _without_file(purpose: Purpose) -> FrozenCheck | None:
    return FrozenCheck(purpose=purpose) if purpose == "confirmatory" else None


def _checked(
    frozen: Frozen, purpose: Purpose, found: Sequence[Deviation], unchecked: Sequence[str]
) -> FrozenCheck:
    if purpose == "confirmatory" and found:
        n = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
        lines = "\n  ".join(one.in_words() for one in found)
        raise ConfigError(
            f"{n} not as {frozen.name!r} was frozen at {frozen.frozen_at}:\n  {lines}\n"
            "A confirmatory run has to be as it was frozen: nothing was fitted or scored. Run it "
            "as it was frozen, or as exploratory to have the deviations listed in its report"
        )
    return FrozenCheck(
        purpose=purpose,
        sha256=frozen.sha256,
        frozen_at=frozen.frozen_at,
        earlier_looks=frozen.earlier_looks,
        primary=frozen.primary,
        notes=frozen.notes,
        deviations=tuple(found),
        unchecked=(*unchecked, *_of_version(frozen)),
    )


def _of_codebook(
    frozen: Frozen, codebook: Codebook, field: str = "codebook"
) -> Iterator[Deviation]:
    found = FrozenCodebook(name=codebook.name, version=codebook.version, hash=codebook.hash)
    if found.hash != frozen.codebook.hash:
        yield Deviation(field, frozen.codebook.in_words(), found.in_words())


def _of_axes(
    frozen: Frozen, codebook: Codebook, left_out: Collection[str] = ()
) -> Iterator[Deviation]:
    found = {name: axis.label_names for name, axis in codebook.axes.items()}
    for axis in dict.fromkeys([*frozen.axes, *found]):
        before, now = frozen.axes.get(axis), found.get(axis)
        if before != now and axis not in left_out:
            yield Deviation(f"axes.{axis}", _listed(before), _listed(now))


def _of_rows(
    field: str, frozen: FrozenRows | None, found: FrozenRows | None
) -> Iterator[Deviation]:
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
            yield Deviation(
                f"{field}.{part}", f"{words} as {_short(before)}", f"others, {_short(now)}"
            )


def _of_values(
    frozen: Frozen | Abstention, found: Mapping[str, Any], prefix: str = ""
) -> Iterator[Deviation]:
    for name, value in found.items():
        before = getattr(frozen, name)
        if before != value:
            yield Deviation(f"{prefix}{name}", _in_words(before), _in_words(value))


def _of_options(frozen: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Deviation]:
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


def _of_model(frozen: Frozen, predictor: Predictor) -> Iterator[Deviation]:
    """Compare what a saved model tells of its training."""
    options = dict(frozen.configuration.content["model"])
    family, training = options.pop("family"), predictor.info.training
    if family != predictor.info.family:
        yield Deviation("model.family", family, predictor.info.family)
    elif training.get("options_sha256", digest_of_content(options)) != digest_of_content(options):
        yield Deviation("model", "the options in the file", "others")
    if "fit" in training:
        fit = FrozenFitRows.model_validate(training["fit"])
        yield from _of_rows("division.fit", frozen.division.fit, fit)
    if training.get("seed", frozen.seed) != frozen.seed:
        yield Deviation("seed of the fit", _in_words(frozen.seed), _in_words(training["seed"]))


def _of_slices(frozen: Frozen, slices: Sequence[str]) -> Iterator[Deviation]:
    before = frozen.configuration.content["evaluation"]["slices"]
    if list(before) != list(slices):
        yield Deviation("evaluation.slices", _listed(before), _listed(slices))


def _of_abstention(frozen: Frozen, what: str) -> list[str]:
    asked = [
        f"{name} {value:g}"
        for name, value in frozen.abstention.model_dump().items()
        if value is not None
    ]
    if not asked:
        return []
    return [f"{asked[0]}: {what} abstains from no row; evaluate applies it"]


def _of_version(frozen: Frozen) -> list[str]:
    now = package_versions()["stancekit"]
    if now == frozen.stancekit:
        return []
    return [
        f"what another version of stancekit does: frozen with {frozen.stancekit}, run with {now}"
    ]


def _rows_in_words(rows: FrozenRows | None) -> str:
    if rows is None:
        return "no rows held out"
    return f"{rows.n_rows} rows in {rows.n_groups} groups ({_short(rows.sha256)})"


def _short(digest: str) -> str:
    return f"SHA-256 {digest[:_DIGEST]}"


def _listed(values: Sequence[str] | None) -> str:
    return ", ".join(values) if values else _NOTHING


def _in_words(value: Any) -> str:
    return _NOTHING if value is None else value if isinstance(value, str) else json.dumps(value)
