"""The data of an experiment: corpora loaded, divided and audited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from stancekit.codebook import Codebook
from stancekit.corpus import (
    Corpus,
    SplitKind,
    audit_split,
    group_folds,
    load_corpus,
    split_by_column,
    split_corpus,
)
from stancekit.errors import ConfigError, CorpusError
from stancekit.training.config import ExperimentConfig
from stancekit.training.labels import rows_to_fit
from stancekit.training.options import DataConfig, SplitConfig
from stancekit.training.rows import Rows

Folds = tuple[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]], ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class ExperimentData:
    """What a model is fitted on and what it is scored on.

    Parameters
    ----------
    corpora
        The corpus of each side, ``train``, ``validation`` and ``test``, as far as there is one.
    fit
        The rows that the model is fitted on.
    test
        The rows that it is scored on; ``None`` where there are `folds`, or nothing is scored.
    folds
        Of the cross-validation of `fit` that stands in for a test set.
    split
        How the rows were divided, in words.
    warning
        Why that flatters the model, where it does.
    fingerprint
        SHA-256 of what row stands on what side.
    audit
        What crosses from one side to another, one line each.
    """

    codebook: Codebook
    corpora: Mapping[str, Corpus]
    fit: Rows
    test: Rows | None
    folds: Folds
    split: str
    warning: str | None
    fingerprint: str
    audit: tuple[str, ...]

    @property
    def main(self) -> Corpus:
        """The corpus that is fitted on; where there is none, the first that there is."""
        return self.corpora.get("train", next(iter(self.corpora.values())))

    @property
    def scored(self) -> Corpus:
        """The corpus that is scored on; `main` where its folds are, or nothing is."""
        return self.corpora["test"] if self.test is not None else self.main

    @property
    def is_labelled(self) -> bool:
        """Whether each axis has a row to fit with a label."""
        return bool(self.fit.y.notna().any().all())


@dataclass(frozen=True, eq=False)
class _Division:
    corpora: dict[str, Corpus]
    words: str
    warning: str | None = None
    fingerprint: str | None = None
    folds: Folds = ()


def load_data(config: ExperimentConfig) -> ExperimentData:
    """Load the corpora of an experiment, divide them where no test file is given, and audit both.

    A crossing in a split that was made here is an error, since scores on it would be wrong; one
    between files that were given is reported.

    Raises
    ------
    CorpusError, CodebookError, ConfigError
        If the data cannot be loaded, divided or scored as the configuration asks.
    """
    corpora = _load(config)
    division = _divide(corpora, config)
    sides = division.corpora
    audit = audit_split(sides, seed=config.seed).lines() if len(sides) > 1 else []
    return ExperimentData(
        codebook=next(iter(corpora.values())).codebook,
        corpora=sides,
        fit=_rows_to_fit(sides, config.data),
        test=Rows.of(sides["test"]) if "test" in sides else None,
        folds=division.folds,
        split=division.words,
        warning=division.warning,
        fingerprint=division.fingerprint or _fingerprint(sides),
        audit=tuple(audit),
    )


def _load(config: ExperimentConfig) -> dict[str, Corpus]:
    data = config.data
    codebook = None if config.codebook is None else Codebook.load(config.codebook)
    options: dict[str, Any] = {"columns": data.columns.model_dump(), "axes": data.axes}
    sources = {"train": data.train, "validation": data.validation, "test": data.test}
    loaded: dict[str, Corpus] = {}
    for name, source in sources.items():
        if source is None:
            continue
        loaded[name] = load_corpus(source, codebook=codebook, **options)
        # The first one's axes and labels are those of all.
        codebook = next(iter(loaded.values())).codebook
        _require_same_axes(loaded, name)
    return loaded


def _require_same_axes(loaded: Mapping[str, Corpus], name: str) -> None:
    first, other = next(iter(loaded)), loaded[name]
    missing = [axis for axis in loaded[first].axes if axis not in other.axes]
    if missing:
        data = "training data" if first == "train" else f"{first} data"
        raise CorpusError(
            f"{name} {other.source}: found no column for the axes {missing}, which the {data} "
            f"{loaded[first].source} has, expected all of {list(loaded[first].axes)}. Leave the "
            "others out in data.axes, or add their columns"
        )


def _rows_to_fit(sides: Mapping[str, Corpus], data: DataConfig) -> Rows:
    parts = [rows_to_fit(sides[name], data.labels) for name in _fitted(sides, data)]
    # Without rows to fit there are still columns.
    return Rows.joined(parts) if parts else Rows.of(sides["test"]).select([])


def _divide(corpora: dict[str, Corpus], config: ExperimentConfig) -> _Division:
    folds, split = config.evaluation.cross_validation, config.data.split
    if "test" in corpora:
        if folds is not None:
            raise ConfigError(
                f"evaluation.cross_validation: found {folds} beside data.test, expected one of "
                "them: cross-validation stands in for a test set. Set one to null"
            )
        return _Division(corpora, "files that were given")
    if folds is not None:
        return _fold(corpora, folds, config)
    if split is None:
        return _Division(corpora, "none", "no row was held out: nothing was evaluated")
    if split.by == "column":
        return _read_sides(corpora, split.column)
    return _split(corpora, split, config.seed)


def _read_sides(corpora: dict[str, Corpus], column: str) -> _Division:
    sides = split_by_column(corpora["train"], column)
    if "validation" in sides and "validation" in corpora:
        raise ConfigError(
            f"data.validation: found a file beside rows whose {column} is 'validation', expected "
            "one of them. Set data.validation to null"
        )
    return _Division({**_without_train(corpora), **sides}, f"as the column {column!r} has it")


def _split(corpora: dict[str, Corpus], options: SplitConfig, seed: int) -> _Division:
    whole = corpora["train"]
    by = cast("SplitKind", options.by)
    split = split_corpus(whole, by=by, test_size=options.test_size, seed=seed)
    sides = {"train": whole.select(split.train), "test": whole.select(split.test)}
    if options.by != "random":
        audit_split(sides, seed=seed).require_clean()
    return _Division(
        {"train": sides["train"], **_without_train(corpora), "test": sides["test"]},
        _words(options, whole.group_column),
        split.warning,
        split.fingerprint,
    )


def _fold(corpora: dict[str, Corpus], n_splits: int, config: ExperimentConfig) -> _Division:
    if "validation" in corpora and config.data.fit_on == "train+validation":
        raise ConfigError(
            "data.validation: found a file beside evaluation.cross_validation, whose folds are "
            "made of the training rows alone. Set data.fit_on to train, or add the file's rows to "
            "the training file"
        )
    train = corpora["train"]
    folds = tuple(group_folds(train, n_splits=n_splits, seed=config.seed))
    group = train.group_column or "row"
    return _Division(corpora, f"{n_splits}-fold cross-validation by {group}", folds=folds)


def _without_train(corpora: Mapping[str, Corpus]) -> dict[str, Corpus]:
    return {name: corpus for name, corpus in corpora.items() if name != "train"}


def _words(options: SplitConfig, group_column: str | None) -> str:
    by = {
        "group": f"by {group_column or 'row'}",
        "time": "by time, the latest rows held out",
        "random": "at random, row by row",
    }[options.by]
    return f"{by}, {options.test_size:.0%} held out"


def _fitted(sides: Mapping[str, Corpus], data: DataConfig) -> list[str]:
    wanted = ("train", "validation") if data.fit_on == "train+validation" else ("train",)
    return [name for name in wanted if name in sides]


def _fingerprint(sides: Mapping[str, Corpus]) -> str:
    content = json.dumps({name: corpus.ids for name, corpus in sides.items()})
    return hashlib.sha256(content.encode("ascii")).hexdigest()
