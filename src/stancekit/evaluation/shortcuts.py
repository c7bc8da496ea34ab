"""How well a label can be guessed without reading the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from stancekit.evaluation import confusion
from stancekit.evaluation.baselines import NameOnlyBaseline, majority_proba
from stancekit.evaluation.out_of_fold import labelled_folds, out_of_fold
from stancekit.evaluation.rows import FloatArray, IntArray
from stancekit.resampling import Score, resample_sums

SHORTCUTS: Mapping[str, tuple[str, ...]] = {
    "speaker and affiliation": ("speaker", "affiliation"),
    "outlet": ("outlet",),
    "length": ("length",),
}
"""What is known of a passage without reading it, by the columns that tell it."""

_MAX_ROWS = 20_000
_LENGTHS = (8, 12, 16, 24, 32, 48, 64, 96, 128)


@dataclass(frozen=True)
class Shortcut:
    """One thing that might give a label away, and how far it does on rows of unseen groups.

    Parameters
    ----------
    macro_f1, majority
        Macro F1 of guessing by this alone, and of always saying the commonest label. The first
        may be the higher one by luck: whoever guesses rare labels at random gains in macro F1.
    mcc
        Matthews correlation of guess and label: 0 where this says nothing of the label.
    """

    axis: str
    name: str
    columns: tuple[str, ...]
    macro_f1: Score
    majority: Score
    mcc: Score

    @property
    def gives_away(self) -> bool:
        """Whether guesses by it go with the label beyond chance."""
        return self.mcc.low is not None and self.mcc.low > 0

    def to_dict(self) -> dict[str, Any]:
        """Give the probe as plain data for JSON."""
        scores = {name: getattr(self, name).to_dict() for name in ("macro_f1", "majority", "mcc")}
        return {"axis": self.axis, "name": self.name, "columns": list(self.columns), **scores}


def probe_shortcuts(
    axis: str,
    labels: Sequence[str],
    codes: IntArray,
    frame: pd.DataFrame,
    groups: Sequence[Any],
    *,
    resamples: int,
    seed: int,
) -> list[Shortcut]:
    """Guess one axis from names, outlet or length alone, across folds that keep groups whole.

    Parameters
    ----------
    codes
        The label of each row, as its number in `labels`; -1 where it has none.
    frame
        With ``text`` and those of speaker, affiliation and outlet that are known. A shortcut that
        no row has a value for is left out.

    Notes
    -----
    Of more than 20,000 labelled rows, so many are looked at, in whole groups drawn at random.
    """
    codes = _sampled(codes, groups, seed)
    folds = labelled_folds(codes, groups, seed=seed)
    gold = [labels[code] if code >= 0 else None for code in codes.tolist()]
    known = frame.assign(length=_length_bins(frame["text"]))

    def majority(fit: IntArray, held_out: IntArray) -> FloatArray:
        return majority_proba([gold[row] for row in fit.tolist()], labels, len(held_out))

    floor = out_of_fold(codes, folds, len(labels), majority)
    found = []
    for name, wanted in SHORTCUTS.items():
        columns = tuple(one for one in wanted if one in known and known[one].notna().any())
        if columns:
            guesser = _guesser(gold, labels, known, columns)
            guesses = out_of_fold(codes, folds, len(labels), guesser)
            scores = _scores(codes, guesses, floor, groups, len(labels), resamples, seed)
            found.append(Shortcut(axis, name, columns, *scores))
    return found


def _scores(
    codes: IntArray,
    guesses: FloatArray,
    floor: FloatArray,
    groups: Sequence[Any],
    n_labels: int,
    resamples: int,
    seed: int,
) -> tuple[Score, Score, Score]:
    rows = np.flatnonzero(~np.isnan(guesses[:, 0]))
    numbers = np.unique([str(groups[row]) for row in rows.tolist()], return_inverse=True)[1]
    cells = {
        name: confusion.confusion_rows(codes[rows], proba[rows].argmax(axis=1), n_labels)
        for name, proba in (("guess", guesses), ("majority", floor))
    }
    sums = resample_sums(cells, numbers, resamples=resamples, seed=seed)
    return (
        sums.score(lambda drawn: confusion.macro_f1(drawn["guess"])),
        sums.score(lambda drawn: confusion.macro_f1(drawn["majority"])),
        sums.score(lambda drawn: confusion.mcc(drawn["guess"])),
    )


def _sampled(codes: IntArray, groups: Sequence[Any], seed: int) -> IntArray:
    """Take the labels from all rows but those of as many groups as are to be looked at."""
    if int((codes >= 0).sum()) <= _MAX_ROWS:
        return codes
    numbers = np.unique(np.asarray(list(groups), dtype=str), return_inverse=True)[1]
    sizes = np.bincount(numbers[codes >= 0], minlength=int(numbers.max()) + 1)
    order = np.random.default_rng(seed).permutation(len(sizes))
    kept = order[np.cumsum(sizes[order]) <= _MAX_ROWS]
    return np.where(np.isin(numbers, kept), codes, -1)


def _guesser(
    gold: Sequence[str | None], labels: Sequence[str], frame: pd.DataFrame, columns: tuple[str, ...]
) -> Any:
    def fit_predict(fit: IntArray, held_out: IntArray) -> FloatArray:
        baseline = NameOnlyBaseline(labels, columns=columns)
        baseline.fit(frame.iloc[fit], [gold[row] for row in fit])
        return baseline.predict_proba(frame.iloc[held_out])

    return fit_predict


def _length_bins(texts: pd.Series[str]) -> list[str]:
    words = np.fromiter((len(text.split()) for text in texts), dtype=np.int64, count=len(texts))
    return [f"bin{number}" for number in np.searchsorted(_LENGTHS, words).tolist()]
