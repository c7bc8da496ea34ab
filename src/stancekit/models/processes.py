"""Several processes that fine-tune one network together, as torchrun starts them.

Each has a part of every step. The first of them alone writes what all have come to.
"""

from __future__ import annotations

import os


def count_processes() -> int:
    """Give how many processes torchrun started; 1 where it started none."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def is_first() -> bool:
    """Tell whether this is the process that writes."""
    return os.environ.get("RANK", "0") == "0"


def wait_for_all() -> None:
    """Wait until every process is here."""
    import torch

    if torch.distributed.is_available() and torch.distributed.is_initialized():
        torch.distributed.barrier()
