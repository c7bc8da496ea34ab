"""Passages and hypotheses to pairs of token ids, each text tokenised once.

An entailment model reads passage and hypothesis together, so that no passage can be encoded once
for all hypotheses: the network runs once a pair. Tokens, however, depend on their own text alone,
and are joined here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from stancekit.errors import ModelError
from stancekit.models.arrays import BoolArray
from stancekit.models.passages import PassageColumns
from stancekit.models.windows import Encoded, OnLong, beginning, window_tokens
from stancekit.models.wording import Reading
from stancekit.models.zeroshot.hypotheses import TARGET

_LONGEST_HYPOTHESIS: Final = 0.5
"""Share of what the network reads; the passage gets the rest."""

Ids = list[int]


class PairReader:
    """Joins passages with all hypotheses.

    Parameters
    ----------
    tokenizer
        Of the checkpoint; one of the fast kind, which tells where a token stands in its text.
    texts
        The hypotheses.
    max_length
        What the network reads, in tokens, special ones included.
    no_target
        What stands for a target where a passage has none; ``None`` refuses such a passage.

    Raises
    ------
    ModelError
        If the tokenizer is none of the fast kind, or a hypothesis is too long.
    """

    def __init__(
        self,
        tokenizer: Any,
        texts: Sequence[str],
        *,
        max_length: int,
        on_long: OnLong,
        no_target: str | None,
    ) -> None:
        self._tokenizer = tokenizer
        self._frame = _Frame.of(tokenizer)
        self._texts = texts
        self._room = max_length - self._frame.n_special
        self._on_long = on_long
        self._no_target = no_target
        self._lengths = self._checked_lengths()

    def pairs(
        self, columns: PassageColumns, readings: Sequence[Reading], *, first: int = 0
    ) -> Encoded:
        """Give each passage with each hypothesis, all of the first passage first.

        A passage that is too long is cut to the same window for all hypotheses; `truncated` has an
        entry a passage, and not one a pair.

        Parameters
        ----------
        first
            Number of the first passage, for messages.

        Raises
        ------
        ModelError
            If a passage lacks the target that a hypothesis asks for, or, with ``on_long="error"``,
            is too long; it names the first.
        """
        hypotheses = self._hypotheses(columns, first)
        rooms = [self._room - max(map(len, each)) for each in hypotheses]
        texts, cut = self._passages(readings, rooms, first)
        joined = [
            self._frame.join(text, hypothesis)
            for text, each in zip(texts, hypotheses, strict=True)
            for hypothesis in each
        ]
        return Encoded([ids for ids, _ in joined], [segments for _, segments in joined], cut)

    def _passages(
        self, readings: Sequence[Reading], rooms: Sequence[int], first: int
    ) -> tuple[list[Ids], BoolArray]:
        found = self._tokens([reading.text for reading in readings])
        long = [row for row, ids in enumerate(found) if len(ids) > rooms[row]]
        if long and self._on_long == "error":
            row = long[0]
            raise ModelError(
                f"passage {first + row}: it has {len(found[row])} tokens, expected at most "
                f"{rooms[row]} beside the longest hypothesis; shorten it, raise max_length, or set "
                "on_long to window"
            )
        for row in long:
            focus = readings[row].focus if self._on_long == "window" else None
            place = window_tokens(readings[row].text, focus, self._tokenizer, rooms[row])
            found[row] = found[row][place]
        return found, np.isin(np.arange(len(readings)), long)

    def _hypotheses(self, columns: PassageColumns, first: int) -> list[list[Ids]]:
        filled = [
            [self._filled(place, target, first + row) for place in range(len(self._texts))]
            for row, target in enumerate(columns.targets)
        ]
        distinct = list(dict.fromkeys(text for each in filled for text in each))
        ids = dict(zip(distinct, self._tokens(distinct), strict=True))
        return [[ids[text] for text in each] for each in filled]

    def _filled(self, place: int, target: str | None, row: int) -> str:
        text = self._texts[place]
        if TARGET not in text:
            return text
        target = target or self._no_target
        if target is None:
            raise ModelError(
                f"passage {row}: it has no target, which the hypothesis {text!r} asks for. Give "
                "one, or set no_target to the words that stand for it"
            )
        return text.replace(
            TARGET, beginning(target, self._tokenizer, self._most - self._lengths[place])
        )

    def _checked_lengths(self) -> list[int]:
        lengths = [len(ids) for ids in self._tokens([t.replace(TARGET, "") for t in self._texts])]
        for text, length in zip(self._texts, lengths, strict=True):
            if length > self._most:
                raise ModelError(
                    f"hypothesis {text!r}: it has {length} tokens, expected at most {self._most}, "
                    "half of what the network reads; shorten it in the codebook"
                )
        return lengths

    @property
    def _most(self) -> int:
        return int(self._room * _LONGEST_HYPOTHESIS)

    def _tokens(self, texts: Sequence[str]) -> list[Ids]:
        if not texts:
            return []
        found = self._tokenizer(
            list(texts),
            add_special_tokens=False,
            return_attention_mask=False,
            return_token_type_ids=False,
            verbose=False,
        )
        return [list(map(int, ids)) for ids in found["input_ids"]]


@dataclass(frozen=True)
class _Frame:
    """The special tokens around two texts, and the segments of all, as a tokenizer sets them."""

    before: Ids
    between: Ids
    after: Ids
    segments: tuple[Ids, Ids, Ids]
    own: tuple[int, int]
    """The segments of the first and the second text."""

    @classmethod
    def of(cls, tokenizer: Any) -> _Frame:
        """Learn them from a pair of words."""
        if not getattr(tokenizer, "is_fast", False):
            raise ModelError(
                f"the checkpoint's tokenizer is a {type(tokenizer).__name__}, expected one of the "
                "fast kind (tokenizer.json); take a checkpoint that has one"
            )
        found = tokenizer("a", "a", return_token_type_ids=True)
        texts = found.sequence_ids(0)
        ids, types = list(found["input_ids"]), list(found["token_type_ids"])
        start, end = texts.index(0), len(texts) - texts[::-1].index(0)
        then, last = texts.index(1), len(texts) - texts[::-1].index(1)
        return cls(
            before=ids[:start],
            between=ids[end:then],
            after=ids[last:],
            segments=(types[:start], types[end:then], types[last:]),
            own=(types[start], types[then]),
        )

    @property
    def n_special(self) -> int:
        return len(self.before) + len(self.between) + len(self.after)

    def join(self, text: Ids, hypothesis: Ids) -> tuple[Ids, Ids]:
        """Give the ids and the segments of a pair."""
        ids = [*self.before, *text, *self.between, *hypothesis, *self.after]
        segments = [
            *self.segments[0],
            *[self.own[0]] * len(text),
            *self.segments[1],
            *[self.own[1]] * len(hypothesis),
            *self.segments[2],
        ]
        return ids, segments
