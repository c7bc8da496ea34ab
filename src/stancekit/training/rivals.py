"""The models of a comparison: loaded, told apart, and of one codebook."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, ModelError, nearest
from stancekit.models.folder import MANIFEST
from stancekit.prediction import Predictor


def load_rivals(
    models: Sequence[Predictor | str | Path], codebook: Codebook | None
) -> dict[str, Predictor]:
    """Load the models, each under the address that it was given by.

    Raises
    ------
    ModelError
        If there are fewer than two, one cannot be loaded, or two are the same.
    CodebookError
        If one was not trained with `codebook`, where one is given.
    """
    if len(models) < 2:
        raise ModelError(
            f"found {len(models)} model to compare, expected two or more: "
            f"{[_name(model) for model in models]}"
        )
    rivals: dict[str, Predictor] = {}
    for model in models:
        name = _name(model)
        loaded = model if isinstance(model, Predictor) else Predictor.load(model, codebook=codebook)
        if codebook is not None:
            loaded.codebook.require_same(codebook, where=name)
        _require_another(name, loaded, rivals)
        rivals[name] = loaded
    return rivals


def shared_axes(rivals: Mapping[str, Predictor]) -> tuple[str, ...]:
    """Give the axes that all models have, in the order of the first."""
    first, *others = rivals.values()
    return tuple(axis for axis in first.axes if all(axis in other.axes for other in others))


def unshared_axes(rivals: Mapping[str, Predictor]) -> tuple[str, ...]:
    """Give the axes that only some of the models have."""
    shared = shared_axes(rivals)
    known = dict.fromkeys(axis for each in rivals.values() for axis in each.axes)
    return tuple(axis for axis in known if axis not in shared)


def shared_codebook(rivals: Mapping[str, Predictor], asked: Collection[str] | None) -> Codebook:
    """Give the axes asked for, by default all that the models share, as all define them.

    Raises
    ------
    CodebookError
        If the models share no axis, do not all have one that is asked for, or define one
        differently.
    """
    shared = shared_axes(rivals)
    if not shared:
        found = "; ".join(f"{name} has {list(each.axes)}" for name, each in rivals.items())
        raise CodebookError(f"the models share no axis: {found}. Compare models of one question")
    for axis in asked or ():
        if axis not in shared:
            raise CodebookError(f"axis {axis!r}: not all models have it; {nearest(axis, shared)}")
    compared = [axis for axis in shared if asked is None or axis in asked]
    (first, codebook), *others = [(name, each.codebook) for name, each in rivals.items()]
    for axis in compared:
        for name, other in others:
            _require_same_axis(axis, (first, codebook), (name, other))
    return codebook.restricted_to(compared)


def _name(model: Predictor | str | Path) -> str:
    return model.info.uri if isinstance(model, Predictor) else str(model)


def _require_another(name: str, loaded: Predictor, rivals: Mapping[str, Predictor]) -> None:
    for other, rival in rivals.items():
        if name == other or _manifest(loaded) == _manifest(rival):
            raise ModelError(
                f"{name} and {other}: found the same model twice, expected different ones. "
                "Name each model once"
            )


def _manifest(model: Predictor) -> bytes:
    """Give what names the model's every file with its hash: equal for copies of one model."""
    return (Path(model.info.path) / MANIFEST).read_bytes()


def _require_same_axis(
    axis: str, expected: tuple[str, Codebook], found: tuple[str, Codebook]
) -> None:
    # As JSON, since the order of labels counts, which is that of the probabilities' columns.
    if found[1].axes[axis].model_dump_json() == expected[1].axes[axis].model_dump_json():
        return
    told = [
        f"{book.name!r} version {book.version} ({book.hash[:12]}) with the labels "
        f"{list(book.axes[axis].label_names)}"
        for _, book in (found, expected)
    ]
    raise CodebookError(
        f"{found[0]}: axis {axis!r} is not defined as {expected[0]} defines it. Found {told[0]}, "
        f"expected {told[1]}. Train the models with one codebook, or name with --axis the axes "
        "that are to be compared"
    )
