"""Everything countable in the training passages, counted once for all folds and axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from stancekit.models.arrays import IntArray
from stancekit.models.linear.bags import Bag, bigram_keys, near_features, pair_keys, to_bag
from stancekit.models.linear.lexicon import Lexicon, TokenStream, character_ngrams
from stancekit.models.linear.options import LinearOptions
from stancekit.models.masking import TARGET, masked_texts
from stancekit.models.passages import PassageColumns

PREFIX = 5
"""Characters of a word that stand for it in a pair: a crude stem that needs no language."""


@dataclass(frozen=True)
class BlockCounts:
    """Damped counts of one kind of feature.

    Parameters
    ----------
    counts
        Shape (rows, features).
    keys
        What each feature is, where it is found again by a key.
    spelling, spelled
        For character n-grams: how often each stands in each word, and the words of the rows.
        Their length is that of the words, added up: words of a row that share n-grams count as
        if they did not, so that a word's share in every score is the same in every passage.
    """

    counts: Any
    keys: IntArray | None = None
    spelling: Any = None
    spelled: Any = None


@dataclass(frozen=True)
class TrainingCounts:
    """The lexicon of the training passages and the counts of every block."""

    lexicon: Lexicon
    ngrams: list[str]
    blocks: dict[str, BlockCounts]
    texts: Bag
    targets: Bag | None
    n_rows: int


def count_passages(
    columns: PassageColumns, masked: Sequence[str], options: LinearOptions, *, targets: bool
) -> TrainingCounts:
    """Count words, word pairs and character n-grams of the passages and of their targets."""
    target_texts = [target or "" for target in columns.targets] if targets else []
    unmarked = _unmarked(columns, options) if targets else []
    lexicon = Lexicon.build([*masked, *unmarked, *target_texts], prefix=PREFIX)
    ngrams, spelling = _spell(lexicon, options.characters)
    stream = lexicon.encode(masked)
    blocks = _text_blocks(stream, lexicon, spelling, options)
    target_bag = None
    if targets:
        if options.near and TARGET in lexicon.words:
            blocks["near"] = _near_block(stream, lexicon, options.near)
        target_stream = lexicon.encode(target_texts)
        target_bag = to_bag(target_stream.rows, target_stream.ids, len(masked))
        counts = _matrix(target_bag, lexicon.n_known)
        blocks["target_words"] = BlockCounts(counts)
        if spelling is not None:
            blocks["target_characters"] = _spelled_block(counts, spelling)
        unmarked_stream = lexicon.encode(unmarked)
        texts = to_bag(unmarked_stream.rows, unmarked_stream.ids, len(masked))
    else:
        texts = to_bag(stream.rows, stream.ids, len(masked))
    return TrainingCounts(lexicon, ngrams, blocks, texts, target_bag, len(masked))


def _unmarked(columns: PassageColumns, options: LinearOptions) -> list[str]:
    """Give the texts as they are compared with their targets: names masked, targets readable."""
    return masked_texts(columns, speakers=options.mask_speaker, targets=False)


def _text_blocks(
    stream: TokenStream, lexicon: Lexicon, spelling: Any, options: LinearOptions
) -> dict[str, BlockCounts]:
    words = _matrix(to_bag(stream.rows, stream.ids, stream.n_rows), lexicon.n_known)
    blocks = {"words": BlockCounts(words)}
    if options.bigrams:
        blocks["bigrams"] = _keyed_block(stream, *bigram_keys(stream, lexicon.n_known))
    if spelling is not None:
        blocks["characters"] = _spelled_block(words, spelling)
    if options.pairs:
        found = pair_keys(stream, lexicon.prefix_ids, lexicon.n_prefixes, options.pairs)
        blocks["pairs"] = _keyed_block(stream, *found)
    return blocks


def _keyed_block(stream: TokenStream, rows: IntArray, keys: IntArray) -> BlockCounts:
    distinct, features = np.unique(keys, return_inverse=True)
    bag = to_bag(rows, features.astype(np.int64), stream.n_rows)
    return BlockCounts(_matrix(bag, len(distinct)), keys=distinct)


def _near_block(stream: TokenStream, lexicon: Lexicon, window: int) -> BlockCounts:
    marker = lexicon.words.index(TARGET)
    rows, features = near_features(stream, marker, lexicon.n_known, window)
    return BlockCounts(_matrix(to_bag(rows, features, stream.n_rows), 2 * lexicon.n_known))


def _spelled_block(words: Any, spelling: Any) -> BlockCounts:
    return BlockCounts((words @ spelling).tocsr(), spelling=spelling, spelled=words)


def _spell(lexicon: Lexicon, lengths: tuple[int, int] | None) -> tuple[list[str], Any]:
    """Give the n-grams of all words, sorted, and how often each stands in each word."""
    if lengths is None:
        return [], None
    spelled = [list(character_ngrams(word, lengths)) for word in lexicon.words]
    ngrams = sorted({ngram for word in spelled for ngram in word})
    number = {ngram: index for index, ngram in enumerate(ngrams)}
    rows = np.repeat(np.arange(len(spelled)), [len(word) for word in spelled])
    columns = np.fromiter((number[n] for word in spelled for n in word), np.int64, len(rows))
    shape = (len(spelled), len(ngrams))
    return ngrams, sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _matrix(bag: Bag, n_features: int) -> Any:
    return sp.csr_matrix((bag.weights, (bag.rows, bag.features)), shape=(bag.n_rows, n_features))
