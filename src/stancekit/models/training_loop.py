"""What every training loop of transformers is told here: to be quiet, seeded and kept small."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stancekit.models.devices import Device, Precision, choose_device, choose_dtype


def loop_arguments(
    folder: Path, *, seed: int, device: Device, precision: Precision
) -> dict[str, Any]:
    """Give the arguments that the loops share; `folder` takes the checkpoints."""
    import torch

    chosen = choose_device(device)
    return {
        "output_dir": str(folder),
        "save_total_limit": 1,
        "logging_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
        "seed": seed,
        "data_seed": seed,
        "use_cpu": chosen.type == "cpu",
        "bf16": choose_dtype(precision, chosen) == torch.bfloat16,
        "dataloader_pin_memory": chosen.type == "cuda",
    }
