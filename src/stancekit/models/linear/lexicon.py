"""Words as numbers: those seen in training first, later ones as they come.

Each distinct word is taken apart once, whatever number of passages it stands in: counting the
character n-grams of every occurrence is where four fifths of a TF-IDF pipeline's time goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from stancekit.models.arrays import IntArray
from stancekit.models.linear.tokens import tokenize

LONGEST_WORD = 40
"""Characters of a word that are read: longer ones are addresses, noise, or an attack."""


@dataclass(frozen=True, slots=True)
class TokenStream:
    """The tokens of all rows in one array, with the row that each stands in."""

    ids: IntArray
    rows: IntArray
    n_rows: int


class Lexicon:
    """Numbers for words: 0 to `n_known` - 1 for training words, more for words met later.

    Parameters
    ----------
    words
        The training words, in the order of their numbers.
    prefix
        Length of the word prefixes by which `prefix_ids` groups words; the prefixes of training
        words are numbered 0 to `n_prefixes` - 1, later ones from there.
    """

    def __init__(self, words: Sequence[str], *, prefix: int) -> None:
        self.prefix = prefix
        self.n_known = len(words)
        self._known = list(words)
        self._known_prefixes = sorted({word[:prefix] for word in words})
        self.n_prefixes = len(self._known_prefixes)
        self.forget()

    @classmethod
    def build(cls, texts: Iterable[str], *, prefix: int) -> Lexicon:
        """Make a lexicon of the words of the texts, numbered in sorted order."""
        return cls(sorted(set(chain.from_iterable(map(tokenize, texts)))), prefix=prefix)

    def forget(self) -> None:
        """Drop the words met since training."""
        self.words = list(self._known)
        self._numbers = _Numbers(self.words)
        self._prefixes = _Numbers(list(self._known_prefixes))
        self.prefix_ids = self._prefixes_of(self.words)

    def encode(self, texts: Sequence[str]) -> TokenStream:
        """Give the numbers of the texts' words; new words are added."""
        lists = [tokenize(text) for text in texts]
        lengths = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
        n_before = len(self.words)
        ids = np.fromiter(
            map(self._numbers.__getitem__, chain.from_iterable(lists)),
            dtype=np.int64,
            count=int(lengths.sum()),
        )
        if len(self.words) > n_before:
            new = self._prefixes_of(self.words[n_before:])
            self.prefix_ids = np.concatenate([self.prefix_ids, new])
        return TokenStream(ids, np.repeat(np.arange(len(lists)), lengths), len(lists))

    def _prefixes_of(self, words: Sequence[str]) -> IntArray:
        numbers = [self._prefixes[word[: self.prefix]] for word in words]
        return np.array(numbers, dtype=np.int64)


class _Numbers(dict[str, int]):
    """Numbers by word, where looking up a new word gives it the next number."""

    def __init__(self, words: list[str]) -> None:
        super().__init__((word, number) for number, word in enumerate(words))
        self._words = words

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._words)
        self._words.append(word)
        return number


def character_ngrams(word: str, lengths: tuple[int, int]) -> Iterator[str]:
    """Yield the character n-grams of a word with a blank at either side.

    A word shorter than a length gives itself once, as scikit-learn's ``char_wb`` does.

    Examples
    --------
    >>> list(character_ngrams("as", (2, 5)))
    [' a', 'as', 's ', ' as', 'as ', ' as ']
    """
    padded = f" {word[:LONGEST_WORD]} "
    for length in range(lengths[0], lengths[1] + 1):
        if length >= len(padded):
            yield padded
            return
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]
