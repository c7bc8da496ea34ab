"""Passages to token ids that fit a network, in a window around what matters where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from stancekit.errors import ModelError
from stancekit.models.arrays import BoolArray
from stancekit.models.wording import Reading

OnLong = Literal["window", "truncate", "error"]
"""What happens to a text that is longer than the network reads: a window around the target or the
speaker, the beginning alone, or an error."""

_LONGEST_SECOND = 0.5
_UNBOUNDED = 100_000  # tokenizers without a limit give a number with thirty digits


@dataclass(frozen=True, slots=True)
class Encoded:
    """Passages as token ids.

    Parameters
    ----------
    ids, segments
        Of each passage, special tokens included; `segments` is 1 in the second segment.
    truncated
        Which passages lost a part of their text, one entry a passage.
    """

    ids: list[list[int]]
    segments: list[list[int]]
    truncated: BoolArray

    def __len__(self) -> int:
        return len(self.ids)

    def rows(self, rows: Sequence[int]) -> Encoded:
        """Give some of the passages."""
        return Encoded(
            [self.ids[row] for row in rows],
            [self.segments[row] for row in rows],
            self.truncated[list(rows)],
        )

    @property
    def truncated_share(self) -> float:
        """The share of the passages that lost a part of their text."""
        return share_of(self.truncated)


def share_of(truncated: BoolArray) -> float:
    """Give the share of passages that are, 0 where there are none."""
    return float(truncated.mean()) if len(truncated) else 0.0


def longest_input(config: Any, tokenizer: Any, asked: int | None) -> int:
    """Give how many tokens a network reads, special ones included.

    Parameters
    ----------
    config, tokenizer
        Of the checkpoint.
    asked
        What the user wants; ``None`` takes all that the checkpoint can read.

    Raises
    ------
    ModelError
        If the user wants more than that.
    """
    limits = [getattr(tokenizer, "model_max_length", None), _positions(config)]
    known = [limit for limit in limits if isinstance(limit, int) and 0 < limit < _UNBOUNDED]
    most = min(known, default=_UNBOUNDED)
    if asked is not None and asked > most:
        raise ModelError(
            f"max_length: found {asked}, expected at most {most} tokens, which is what the "
            "checkpoint reads; lower max_length, or take a checkpoint that reads more"
        )
    return asked or most


def encode_readings(
    readings: Sequence[Reading], tokenizer: Any, *, max_length: int, on_long: OnLong = "window"
) -> Encoded:
    """Give the token ids of passages, in order.

    The second segment is cut to half of `max_length` at most; the text gets the rest.

    Raises
    ------
    ModelError
        With ``on_long="error"``, if a text is longer than `max_length`; it names the first.
    """
    texts = [reading.text for reading in readings]
    longest = int(max_length * _LONGEST_SECOND)
    seconds = [beginning(reading.second or "", tokenizer, longest) for reading in readings]
    whole = _tokens(texts, seconds, tokenizer)
    long = [row for row, ids in enumerate(whole["input_ids"]) if len(ids) > max_length]
    if long and on_long == "error":
        raise ModelError(
            f"passage {long[0]}: it has {len(whole['input_ids'][long[0]])} tokens, expected at "
            f"most {max_length}; shorten it, raise max_length, or set on_long to window"
        )
    for row in long:
        room = max_length - len(_tokens([""], [seconds[row]], tokenizer)["input_ids"][0])
        focus = readings[row].focus if on_long == "window" else None
        cut = [_window(texts[row], focus, tokenizer, room)], [seconds[row]]
        # Cut within a word, a piece may count more tokens than before.
        again = _tokens(*cut, tokenizer, truncation="only_first", max_length=max_length)
        for name in whole:
            whole[name][row] = again[name][0]
    truncated = np.isin(np.arange(len(readings)), long)
    return Encoded(whole["input_ids"], whole["token_type_ids"], truncated)


def _tokens(
    texts: list[str], seconds: list[str], tokenizer: Any, **options: Any
) -> dict[str, list[list[int]]]:
    """Tokenise texts, each with its second segment where any of them has one."""
    pairs = {"text_pair": seconds} if any(seconds) else {}
    found = tokenizer(
        texts,
        **pairs,
        return_attention_mask=False,
        return_token_type_ids=True,
        verbose=False,
        **options,
    )
    ids = [list(map(int, each)) for each in found["input_ids"]]
    types = [list(map(int, each)) for each in found["token_type_ids"]]
    return {"input_ids": ids, "token_type_ids": types}


def window_tokens(text: str, focus: tuple[int, int] | None, tokenizer: Any, room: int) -> slice:
    """Give which `room` tokens of a text stand around the focus, as in its middle as can be."""
    offsets = _offsets(text, tokenizer)
    return _place(offsets, focus, room)


def beginning(text: str, tokenizer: Any, most: int) -> str:
    """Give the beginning of a text, of `most` tokens."""
    # No token is shorter than a character, so that most need not be counted.
    return text if len(text) <= most else _window(text, None, tokenizer, most)


def _window(text: str, focus: tuple[int, int] | None, tokenizer: Any, room: int) -> str:
    """Give the part of a text of `room` tokens in whose middle the focus stands."""
    offsets = _offsets(text, tokenizer)
    kept = offsets[_place(offsets, focus, room)]
    return text[kept[0][0] : kept[-1][1]] if kept else ""


def _offsets(text: str, tokenizer: Any) -> list[tuple[int, int]]:
    found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    offsets: list[tuple[int, int]] = found["offset_mapping"]
    return offsets


def _place(offsets: Sequence[tuple[int, int]], focus: tuple[int, int] | None, room: int) -> slice:
    start, end = focus or (0, 0)
    inside = [n for n, (first, last) in enumerate(offsets) if first < end and last > start]
    middle = (inside[0] + inside[-1]) // 2 if inside else 0
    begin = max(0, min(middle - room // 2, len(offsets) - room))
    return slice(begin, begin + room)


def _positions(config: Any) -> int | None:
    most = getattr(config, "max_position_embeddings", None)
    if not isinstance(most, int):
        return None
    # RoBERTa counts positions from behind the padding id.
    is_roberta = getattr(config, "model_type", "") in ("roberta", "xlm-roberta", "camembert")
    return most - 2 if is_roberta else most
