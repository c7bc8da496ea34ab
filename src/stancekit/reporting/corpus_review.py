"""What there is to know of labelled passages before a model is trained on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from stancekit.corpus import (
    AdjudicationState,
    AxisAgreement,
    Corpus,
    CorpusCheck,
    SplitAudit,
    TokenLengths,
    adjudication_state,
    audit_split,
    check_corpus,
    duplicate_clusters,
    measure_agreement,
    split_by_column,
    token_lengths,
)
from stancekit.corpus.duplicates import in_order_of_appearance, joined
from stancekit.errors import CorpusError
from stancekit.evaluation.label_errors import LabelErrorCandidate, find_label_errors
from stancekit.evaluation.out_of_fold import TextProbe, labelled_folds, out_of_fold
from stancekit.evaluation.rows import code_labels
from stancekit.evaluation.shortcuts import Shortcut, probe_shortcuts
from stancekit.models.contract import Progress
from stancekit.reporting.corpus_verdicts import corpus_problems, corpus_warnings
from stancekit.resampling import FloatArray, IntArray

_LEAST_PROBED = 20
_SHOWN_ERRORS = 200


@dataclass(frozen=True, kw_only=True)
class CorpusReview:
    """The figures of a corpus, and what follows from them.

    Parameters
    ----------
    source, codebook
        Where the passages came from; name and version of their codebook.
    check
        Rows, labels, groups, near-duplicates, characters.
    tokens
        How many texts an encoder would cut.
    agreement, adjudication
        By axis; empty without annotations.
    leakage
        What crosses between the sides of the split, ``None`` where there is none to audit.
    shortcuts
        How well names, outlet and length alone give the labels away.
    label_errors
        Rows whose label is worth another look, the most doubtful of each axis first.
    n_label_errors
        By axis, how many there are; `label_errors` holds the first 200 of each.
    problems, warnings
        What makes the corpus unusable; what to look at.
    """

    source: str
    codebook: str
    check: CorpusCheck
    tokens: TokenLengths
    agreement: Mapping[str, AxisAgreement]
    adjudication: Mapping[str, AdjudicationState]
    leakage: SplitAudit | None
    shortcuts: tuple[Shortcut, ...]
    label_errors: tuple[LabelErrorCandidate, ...]
    n_label_errors: Mapping[str, int]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the figures as plain data for JSON."""
        return {
            "source": self.source,
            "codebook": self.codebook,
            **self.check.to_dict(),
            "tokens": {
                **asdict(self.tokens),
                "truncated": {str(limit): n for limit, n in self.tokens.truncated.items()},
            },
            "agreement": {axis: found.to_dict() for axis, found in self.agreement.items()},
            "adjudication": {axis: found.to_dict() for axis, found in self.adjudication.items()},
            "leakage": None if self.leakage is None else _leakage(self.leakage),
            "shortcuts": [shortcut.to_dict() for shortcut in self.shortcuts],
            "label_errors": [candidate.to_dict() for candidate in self.label_errors],
            "n_label_errors": dict(self.n_label_errors),
            "problems": list(self.problems),
            "warnings": list(self.warnings),
        }


def review_corpus(
    corpus: Corpus,
    *,
    against: Mapping[str, Corpus] | None = None,
    split_column: str = "split",
    tokenizer: str | Path | None = None,
    resamples: int = 2000,
    seed: int = 0,
    progress: Progress | None = None,
) -> CorpusReview:
    """Look at a corpus from every side.

    Parameters
    ----------
    against
        Other sides of the split by name, such as a test file, to audit for leakage.
    split_column
        Names each row's side, where the corpus has that column.
    tokenizer
        Of the encoder to be used, see :func:`stancekit.corpus.token_lengths`.
    resamples, seed
        Of the intervals.
    """
    # One thread: the probes' small sums are slower on several, and the same on any machine.
    with threadpool_limits(1, user_api="blas"):
        return _review(corpus, against or {}, split_column, tokenizer, resamples, seed, progress)


def _review(
    corpus: Corpus,
    against: Mapping[str, Corpus],
    split_column: str,
    tokenizer: str | Path | None,
    resamples: int,
    seed: int,
    progress: Progress | None,
) -> CorpusReview:
    told = _Steps(4 + len(corpus.axes), progress)
    families = duplicate_clusters(corpus.texts, seed=seed)
    check = check_corpus(corpus, families=families, seed=seed)
    told()
    tokens = token_lengths(corpus.texts, tokenizer)
    leakage = _audit(corpus, against, split_column, seed)
    told()
    agreement: Mapping[str, AxisAgreement] = {}
    adjudication: Mapping[str, AdjudicationState] = {}
    if corpus.annotations is not None:
        agreement = measure_agreement(corpus, resamples=resamples, seed=seed)
        adjudication = adjudication_state(corpus)
    told()
    probes = _Probes(corpus, families, resamples, seed)
    told()
    shortcuts, errors = [], {}
    for axis in corpus.axes:
        given_away, errors[axis] = probes.probe(axis)
        shortcuts += given_away
        told()
    review = CorpusReview(
        source=corpus.source,
        codebook=f"{corpus.codebook.name} {corpus.codebook.version}",
        check=check,
        tokens=tokens,
        agreement=agreement,
        adjudication=adjudication,
        leakage=leakage,
        shortcuts=tuple(shortcuts),
        label_errors=tuple(one for found in errors.values() for one in found[:_SHOWN_ERRORS]),
        n_label_errors={axis: len(found) for axis, found in errors.items()},
        problems=(),
        warnings=(),
    )
    return replace(
        review,
        problems=tuple(corpus_problems(review)),
        warnings=tuple(corpus_warnings(review)),
    )


class _Steps:
    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def __call__(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress("check", self._done, self._total)


class _Probes:
    """Models that are fitted to look at the data, on folds that keep groups and families whole."""

    def __init__(self, corpus: Corpus, families: IntArray, resamples: int, seed: int) -> None:
        self._corpus, self._resamples, self._seed = corpus, resamples, seed
        self._frame = corpus.frame()
        numbers = np.unique(np.asarray(corpus.groups(), dtype=object), return_inverse=True)[1]
        self._groups = joined(in_order_of_appearance(numbers), families).tolist()
        self._text = TextProbe(corpus.texts)

    def probe(self, axis: str) -> tuple[list[Shortcut], list[LabelErrorCandidate]]:
        """Give what gives the labels of an axis away, and which of them to look at again."""
        labels = self._corpus.codebook.axes[axis].label_names
        codes = code_labels(self._corpus.labels(axis), labels, where=f"axis {axis!r}")
        if not self._can_be_probed(codes):
            return [], []
        options = {"resamples": self._resamples, "seed": self._seed}
        shortcuts = probe_shortcuts(axis, labels, codes, self._frame, self._groups, **options)
        folds = labelled_folds(codes, self._groups, seed=self._seed)
        predictor = self._text.predictor(codes, len(labels))
        proba: FloatArray = out_of_fold(codes, folds, len(labels), predictor)
        known = {"ids": self._corpus.ids, "texts": self._corpus.texts}
        return shortcuts, find_label_errors(axis, labels, codes, proba, **known)

    def _can_be_probed(self, codes: IntArray) -> bool:
        labelled = np.flatnonzero(codes >= 0)
        groups = {self._groups[row] for row in labelled.tolist()}
        return len(labelled) >= _LEAST_PROBED and len(groups) > 1 and len(set(codes[labelled])) > 1


def _audit(
    corpus: Corpus, against: Mapping[str, Corpus], column: str, seed: int
) -> SplitAudit | None:
    sides: dict[str, Corpus] = {}
    if column in corpus.passages.column_names:
        try:
            sides = split_by_column(corpus, column)
        except CorpusError:
            sides = {}  # some other column of that name; training by it would say what is wrong
    if against and not sides:
        sides = {"train": corpus}
    # A file must not stand in for the corpus' own side of that name, which is then not audited.
    given = {f"{name} given" if name in sides else name: other for name, other in against.items()}
    sides |= given
    return audit_split(sides, seed=seed) if len(sides) > 1 else None


def _leakage(audit: SplitAudit) -> dict[str, Any]:
    return {
        "sizes": audit.sizes,
        "is_clean": audit.is_clean,
        "lines": audit.lines(),
        "crossings": [asdict(crossing) for crossing in audit.crossings],
    }
