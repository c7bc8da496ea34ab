"""Where a network runs, and in which precision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from stancekit.errors import ModelError

if TYPE_CHECKING:
    import torch

Device = Literal["auto", "cpu", "cuda", "mps"]
Precision = Literal["auto", "fp32", "bf16"]


def choose_device(name: Device) -> torch.device:
    """Give the device asked for; ``auto`` takes a GPU where there is one.

    Raises
    ------
    ModelError
        If this machine has no such device.
    """
    import torch

    here = {
        "cpu": True,
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
    }
    if name == "auto":
        return torch.device("cuda" if here["cuda"] else "mps" if here["mps"] else "cpu")
    if not here[name]:
        found = ", ".join(device for device, is_here in here.items() if is_here)
        raise ModelError(
            f"device: found {name!r}, which this machine or its build of torch lacks; it has "
            f"{found}. Set device to one of these, or to auto"
        )
    return torch.device(name)


def has_bf16(device: torch.device) -> bool:
    """Tell whether a device computes in bfloat16 itself, so that it is no slower for it."""
    import torch

    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device.type == "cpu":
        return "avx512_bf16" in _cpu_flags()
    return False


def choose_dtype(precision: Precision, device: torch.device) -> torch.dtype:
    """Give the type that a network computes in.

    ``auto`` takes bfloat16 on a GPU that has it and float32 elsewhere: on a CPU it is faster, yet
    about one label in a hundred then differs from another machine's.

    Raises
    ------
    ModelError
        If bfloat16 is asked for where the device has none.
    """
    import torch

    if precision == "fp32" or (precision == "auto" and device.type == "cpu"):
        return torch.float32
    if has_bf16(device):
        return torch.bfloat16
    if precision == "bf16":
        raise ModelError(
            f"precision: found 'bf16', which the device {device.type} does not compute in; set "
            "precision to fp32 or auto"
        )
    return torch.float32


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether an error is that of a device, or of the machine, without memory left."""
    import torch

    if isinstance(error, torch.cuda.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(
        sign in str(error)
        for sign in ("out of memory", "can't allocate memory", "not enough memory")
    )


def _cpu_flags() -> set[str]:
    flags: Any
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as lines:  # noqa: PTH123
            flags = next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return set()
    return set(flags.split())
