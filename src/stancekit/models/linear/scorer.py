"""A fitted linear model as small tables: what each word and word pair adds to each label.

Weights fold into tables because every feature's share in a score depends on the feature alone: a
word's character n-grams are added up once, when the word is first met, and a passage's score is a
sum of table rows. Loading and predicting need numpy and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.calibration import softmax
from stancekit.models.led_back import LedBack
from stancekit.models.linear.bags import (
    Bag,
    KeyIndex,
    bigram_keys,
    bigram_places,
    near_features,
    near_places,
    pair_keys,
    pair_places,
    to_bag,
)
from stancekit.models.linear.contributions import Contributions, Occurrences, word_shares
from stancekit.models.linear.lexicon import Lexicon, TokenStream, character_ngrams
from stancekit.models.linear.relation import Relation
from stancekit.models.linear.tokens import token_spans
from stancekit.models.masking import TARGET, masked_texts, substitutions
from stancekit.models.passages import PassageColumns, to_columns
from stancekit.models.side_by_side import split_axes
from stancekit.records import StanceExplanation

CHUNK = 512
"""Passages scored at once: enough to keep numpy busy, few enough to stay in the cache."""

MOST_NEW_WORDS = 200_000
"""Words met since training that are kept in the tables before they are dropped."""

Float32Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Table:
    """What each feature of a block adds: to each score, and to the block's squared length.

    `weights` has shape (scores, features), `squares` shape (features,).
    """

    weights: Float32Array
    squares: Float32Array


@dataclass(frozen=True, kw_only=True)
class LinearParts:
    """All that a fitted linear model is.

    Parameters
    ----------
    axes
        The labels of each axis, in codebook order; their scores stand side by side in this order.
    tables
        By block: ``words``, ``bigrams``, ``pairs``, ``near``, ``target_words`` by feature;
        ``characters`` and ``target_characters`` by known word, and ``ngrams`` and
        ``target_ngrams`` by character n-gram, from which rows for new words are made.
    keys
        Sorted keys of the ``bigrams`` and ``pairs``.
    intercepts
        Shape (scores,); -inf for a label without a training row.
    relation_weights
        Shape (scores, relation features).
    """

    axes: dict[str, tuple[str, ...]]
    words: list[str]
    ngrams: list[str]
    prefix: int
    characters: tuple[int, int] | None
    pairs: int
    near: int
    mask_speaker: bool
    mask_names: bool
    tables: dict[str, Table]
    keys: dict[str, NDArray[np.int64]]
    intercepts: FloatArray
    temperatures: dict[str, float]
    relation: Relation | None = None
    relation_weights: FloatArray | None = None


class LinearScorer:
    """Predicts with a fitted linear model; safe to share between threads."""

    def __init__(self, parts: LinearParts) -> None:
        self.parts = parts
        self.axes: Mapping[str, tuple[str, ...]] = parts.axes
        self._lexicon = Lexicon(parts.words, prefix=parts.prefix)
        self._indices = {name: KeyIndex(keys) for name, keys in parts.keys.items()}
        self._marker = parts.words.index(TARGET) if "near" in parts.tables else -1
        self._spellings = {
            block: _SpelledTable(
                parts.ngrams, parts.tables[source], parts.tables[block], parts.characters
            )
            for block, source in _SPELLED.items()
            if parts.characters is not None and source in parts.tables
        }
        self._lock = Lock()

    @property
    def uses_target(self) -> bool:
        """Whether the model was trained with targets."""
        return self.parts.relation is not None

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order).

        Parameters
        ----------
        X
            A sequence of str, or rows with ``text`` and, where known, ``target``, ``speaker`` and
            ``affiliation``.
        """
        logits = self.logits(X)
        return {
            axis: softmax(logits[axis], self.parts.temperatures[axis]) for axis in self.parts.axes
        }

    def logits(self, X: Any) -> dict[str, FloatArray]:
        """Give uncalibrated scores for each axis, shape (n, labels in codebook order)."""
        columns = self._columns(X)
        scores = np.empty((len(columns), len(self.parts.intercepts)))
        for start in range(0, len(columns), CHUNK):
            part = slice(start, start + CHUNK)
            scores[part] = self._score(columns.rows(part))
        return self._by_axis(scores)

    def explain(self, X: Any, labels: Mapping[str, str | None]) -> dict[str, StanceExplanation]:
        """Give what each word of one passage adds to the logit of a label, exactly.

        What a feature adds is divided evenly among its occurrences, and a pair's share between its
        two words; a word near the target has the whole share of standing there.

        Parameters
        ----------
        X
            One passage, as for `predict_proba`.
        labels
            For each axis that is explained the label, or ``None`` for the most probable one.
        """
        columns = self._columns(X)
        read = self._read(columns)
        rest = np.zeros((1, len(self.parts.intercepts)))
        self._add_target(rest, read)
        contributions = Contributions(
            spans=self._word_spans(columns),
            shares=self._word_shares(read),
            intercepts=self.parts.intercepts,
            rest=rest[0],
            scores=self._score(columns)[0],
        )
        explained, first = {}, 0
        for axis, names in self.parts.axes.items():
            if axis in labels:
                own = contributions.scores[None, first : first + len(names)]
                code = softmax(own, self.parts.temperatures[axis]).argmax()
                label = labels[axis] or names[code]
                place = first + names.index(label)
                explained[axis] = contributions.of(label, place, columns.texts[0])
            first += len(names)
        return explained

    def _columns(self, X: Any) -> PassageColumns:
        columns = to_columns(X)
        if self.uses_target:
            return columns
        nothing: list[str | None] = [None] * len(columns)
        return PassageColumns(columns.texts, nothing, columns.speakers, columns.affiliations)

    def _by_axis(self, scores: FloatArray) -> dict[str, FloatArray]:
        return split_axes(scores, self.parts.axes)

    def _score(self, columns: PassageColumns) -> FloatArray:
        read = self._read(columns)
        scores = np.tile(self.parts.intercepts, (len(columns), 1))
        for name, bag in self._bags(read).items():
            _add(scores, bag, self._table(name, read))
        self._add_target(scores, read)
        return scores

    def _table(self, block: str, read: _Reading) -> Table:
        return read.tables.get(block) or self.parts.tables[block]

    def _add_target(self, scores: FloatArray, read: _Reading) -> None:
        """Add what comes of the targets, and of how texts and targets relate, in place."""
        relation = self.parts.relation
        if relation is None or read.targets is None or read.unmarked is None:
            return
        bags = {"target_words": _known(read.targets, self._lexicon.n_known)}
        if self._spellings:
            bags["target_characters"] = read.targets
        for name, bag in bags.items():
            _add(scores, bag, self._table(name, read))
        features = relation.features(read.unmarked, read.targets, read.prefix_ids)
        scores += features @ np.asarray(self.parts.relation_weights).T

    def _read(self, columns: PassageColumns) -> _Reading:
        """Encode the texts; what the lexicon and the tables grow by is kept consistent here."""
        speakers, names = self.parts.mask_speaker, self.parts.mask_names
        masked = masked_texts(columns, speakers=speakers, names=names)
        readable = (
            masked_texts(columns, speakers=speakers, targets=False) if self.uses_target else []
        )
        with self._lock:
            if len(self._lexicon.words) > self._lexicon.n_known + MOST_NEW_WORDS:
                self._lexicon.forget()
                for spelled in self._spellings.values():
                    spelled.forget()
            stream = self._lexicon.encode(masked)
            targets = unmarked = None
            if self.uses_target:
                targets = _counted(
                    self._lexicon.encode([target or "" for target in columns.targets])
                )
                unmarked = _counted(self._lexicon.encode(readable))
            tables = {
                name: spelled.covering(self._lexicon.words)
                for name, spelled in self._spellings.items()
            }
            return _Reading(stream, targets, unmarked, self._lexicon.prefix_ids, tables)

    def _bags(self, read: _Reading) -> dict[str, Bag]:
        stream, lexicon, n_rows = read.stream, self._lexicon, read.stream.n_rows
        everything = _counted(stream)
        bags = {"words": _known(everything, lexicon.n_known)}
        if self._spellings:
            bags["characters"] = everything
        if "bigrams" in self._indices:
            bags["bigrams"] = self._keyed("bigrams", n_rows, bigram_keys(stream, lexicon.n_known))
        if "pairs" in self._indices:
            found = pair_keys(stream, read.prefix_ids, lexicon.n_prefixes, self.parts.pairs)
            bags["pairs"] = self._keyed("pairs", n_rows, found)
        if "near" in self.parts.tables:
            around = near_features(stream, self._marker, lexicon.n_known, self.parts.near)
            bags["near"] = to_bag(*around, n_rows)
        return bags

    def _word_spans(self, columns: PassageColumns) -> list[tuple[int, int]]:
        """Give where the words that are read of one passage stand in its untouched text."""
        [masks] = substitutions(
            columns, speakers=self.parts.mask_speaker, names=self.parts.mask_names
        )
        masked = LedBack.of(columns.texts[0]).plain().masked(masks).lowered()
        return [masked.span(start, end) for start, end in token_spans(masked.text)]

    def _word_shares(self, read: _Reading) -> FloatArray:
        """Give what each word of one passage adds to each score, shape (scores, words)."""
        n_words = len(read.stream.ids)
        shares = np.zeros((len(self.parts.intercepts), n_words))
        for name, found in self._occurrences(read):
            table = self._table(name, read)
            shares += word_shares(found, table.weights, table.squares, n_words)
        return shares

    def _occurrences(self, read: _Reading) -> Iterator[tuple[str, Occurrences]]:
        """Yield where the features of each block in `_bags` stand in one passage."""
        stream, lexicon = read.stream, self._lexicon
        places = np.arange(len(stream.ids))
        known = np.flatnonzero(stream.ids < lexicon.n_known)
        yield "words", Occurrences(stream.ids[known], known[:, None])
        if self._spellings:
            yield "characters", Occurrences(stream.ids, places[:, None])
        if "bigrams" in self._indices:
            lefts, keys = bigram_places(stream, lexicon.n_known)
            yield "bigrams", self._keyed_places("bigrams", lefts, lefts + 1, keys)
        if "pairs" in self._indices:
            apart = list(pair_places(stream, read.prefix_ids, lexicon.n_prefixes, self.parts.pairs))
            lefts = np.concatenate([lefts for _, lefts, _ in apart])
            rights = np.concatenate([lefts + distance for distance, lefts, _ in apart])
            keys = np.concatenate([keys for *_, keys in apart])
            yield "pairs", self._keyed_places("pairs", lefts, rights, keys)
        if "near" in self.parts.tables:
            there, features = near_places(stream, self._marker, lexicon.n_known, self.parts.near)
            yield "near", Occurrences(features, there[:, None])

    def _keyed_places(
        self, name: str, lefts: IntArray, rights: IntArray, keys: IntArray
    ) -> Occurrences:
        which, features = self._indices[name].find(np.arange(len(keys)), keys)
        return Occurrences(features, np.stack([lefts[which], rights[which]], axis=1))

    def _keyed(self, name: str, n_rows: int, found: tuple[Any, Any]) -> Bag:
        return to_bag(*self._indices[name].find(*found), n_rows)


_SPELLED = {"characters": "ngrams", "target_characters": "target_ngrams"}


@dataclass(frozen=True, slots=True)
class _Reading:
    stream: TokenStream
    targets: Bag | None
    unmarked: Bag | None
    prefix_ids: NDArray[np.int64]
    tables: dict[str, Table] = field(default_factory=dict)


class _SpelledTable:
    """A word table that grows by a row, made from n-grams, when a word is first met."""

    def __init__(
        self, ngrams: list[str], table: Table, known: Table, lengths: tuple[int, int]
    ) -> None:
        self._ngrams = ngrams
        self._table = table
        self._known = known
        self._lengths = lengths
        self._numbers: dict[str, int] = {}
        self.forget()

    def forget(self) -> None:
        self._words = self._known

    def covering(self, words: list[str]) -> Table:
        """Give the table for at least those words; a table once given never changes."""
        known = len(self._words.squares)
        if len(words) > known:
            new = self._spell(words[known:])
            self._words = Table(
                np.concatenate([self._words.weights, new.weights], axis=1),
                np.concatenate([self._words.squares, new.squares]),
            )
        return self._words

    def _spell(self, words: list[str]) -> Table:
        if not self._numbers:
            self._numbers = {ngram: number for number, ngram in enumerate(self._ngrams)}
        find = self._numbers.get
        rows: list[int] = []
        found: list[int] = []
        for row, word in enumerate(words):
            numbers = [
                number
                for n in character_ngrams(word, self._lengths)
                if (number := find(n)) is not None
            ]
            found += numbers
            rows += [row] * len(numbers)
        width = max(len(self._ngrams), 1)
        keys, counts = np.unique(
            np.array(rows, np.int64) * width + np.array(found, np.int64), return_counts=True
        )
        row_of, ngram = np.divmod(keys, width)
        weights = np.stack(
            [np.bincount(row_of, counts * line[ngram], len(words)) for line in self._table.weights]
        )
        squares = np.bincount(row_of, counts**2 * self._table.squares[ngram], len(words))
        return Table(weights.astype(np.float32), squares.astype(np.float32))


def _counted(stream: TokenStream) -> Bag:
    return to_bag(stream.rows, stream.ids, stream.n_rows)


def _known(bag: Bag, n_known: int) -> Bag:
    here = bag.features < n_known
    return Bag(bag.rows[here], bag.features[here], bag.weights[here], bag.n_rows)


def _add(scores: FloatArray, bag: Bag, table: Table) -> None:
    """Add a block's share to the scores, in place: sums of table rows over the block's length."""
    rows, features, weights, n_rows = bag.rows, bag.features, bag.weights, bag.n_rows
    length = np.sqrt(np.bincount(rows, weights**2 * table.squares[features], n_rows))
    scale = np.divide(1.0, length, out=np.zeros(n_rows), where=length > 0)
    for column, line in enumerate(table.weights):
        scores[:, column] += np.bincount(rows, weights * line[features], n_rows) * scale
