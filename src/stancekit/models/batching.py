"""A network over many passages: rows of like length together, results in the order given."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from stancekit.errors import ModelError
from stancekit.models.arrays import IntArray
from stancekit.models.contract import Progress
from stancekit.models.devices import is_out_of_memory
from stancekit.models.windows import Encoded

if TYPE_CHECKING:
    import torch

_LOGGER = logging.getLogger(__name__)

MOST_TOKENS = 1024
"""Of a batch on a CPU, padding included: more is slower there."""
MOST_TOKENS_ON_A_GPU = 32_768


def batches(lengths: Sequence[int], most_tokens: int) -> Iterator[IntArray]:
    """Give the rows of each batch, rows of like length together, so that little is padding.

    Examples
    --------
    >>> [rows.tolist() for rows in batches([3, 9, 3, 4], most_tokens=9)]
    [[0, 2], [3], [1]]
    """
    order = np.argsort(np.asarray(lengths, dtype=np.int64), kind="stable")
    begin = 0
    while begin < len(order):
        end = begin + 1
        while end < len(order) and (end + 1 - begin) * lengths[order[end]] <= most_tokens:
            end += 1
        yield order[begin:end]
        begin = end


def padded(
    encoded: Encoded, rows: Sequence[int], pad: int, device: torch.device
) -> dict[str, torch.Tensor]:
    """Give the tensors that a network takes, padded to the longest of the rows."""
    import torch

    longest = max(len(encoded.ids[row]) for row in rows)
    shape = (len(rows), longest)
    ids, mask = np.full(shape, pad, np.int64), np.zeros(shape, np.int64)
    segments = np.zeros(shape, np.int64)
    for place, row in enumerate(rows):
        length = len(encoded.ids[row])
        ids[place, :length] = encoded.ids[row]
        mask[place, :length] = 1
        segments[place, :length] = encoded.segments[row]
    named = {"input_ids": ids, "attention_mask": mask, "token_type_ids": segments}
    return {name: torch.from_numpy(array).to(device) for name, array in named.items()}


def compute(
    encoded: Encoded,
    forward: Callable[[dict[str, torch.Tensor]], torch.Tensor],
    *,
    pad: int,
    device: torch.device,
    most_tokens: int | None = None,
    progress: Progress | None = None,
    step: str = "encode",
) -> npt.NDArray[np.float32]:
    """Run a network over all passages without gradients; results in the order given.

    A batch that finds no memory left is halved, and so are those behind it; this is logged.

    Parameters
    ----------
    forward
        From the padded tensors of a batch to a tensor of shape (rows, outputs).

    Returns
    -------
    Shape (passages, outputs).

    Raises
    ------
    ModelError
        If the memory does not suffice for one passage.
    """
    import torch

    most = most_tokens or (MOST_TOKENS if device.type == "cpu" else MOST_TOKENS_ON_A_GPU)
    lengths = [len(ids) for ids in encoded.ids]
    waiting = [rows.tolist() for rows in batches(lengths, most)][::-1]
    found: npt.NDArray[np.float32] | None = None
    done, smallest = 0, len(encoded)
    while waiting:
        rows: list[int] = waiting.pop()
        if len(rows) > smallest:
            waiting += _halves(rows)
            continue
        try:
            with torch.inference_mode():
                values = forward(padded(encoded, rows, pad, device)).float().cpu().numpy()
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            smallest = _halved(rows, lengths, error)
            if device.type == "cuda":
                torch.cuda.empty_cache()
            waiting += _halves(rows)
            continue
        if found is None:
            found = np.empty((len(encoded), values.shape[1]), np.float32)
        found[rows] = values
        done += len(rows)
        if progress is not None:
            progress(step, done, len(encoded))
    return np.empty((0, 0), np.float32) if found is None else found


def _halves(rows: list[int]) -> list[list[int]]:
    middle = (len(rows) + 1) // 2
    return [rows[middle:], rows[:middle]]


def _halved(rows: list[int], lengths: Sequence[int], error: BaseException) -> int:
    if len(rows) == 1:
        raise ModelError(
            f"out of memory with one passage of {lengths[rows[0]]} tokens: lower max_length, take "
            "a smaller checkpoint, or set device to cpu"
        ) from error
    size = (len(rows) + 1) // 2
    _LOGGER.warning("out of memory with a batch of %d passages: going on with %d", len(rows), size)
    return size


def has_segments(config: Any) -> bool:
    """Tell whether a network, by its configuration, tells two segments apart."""
    return int(getattr(config, "type_vocab_size", 0)) > 1


def pad_id(tokenizer: Any) -> int:
    """Give the id that fills a batch up; 0 where a tokenizer names none, as attention skips it."""
    return 0 if tokenizer.pad_token_id is None else int(tokenizer.pad_token_id)
