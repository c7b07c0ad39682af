"""What a test must leave as it found it: the state of torch and of the process."""

from __future__ import annotations

import os
import sys


def snapshot() -> dict[str, object]:
    """Return the state by the name that a person knows it by.

    torch is looked at where it has been imported.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTEST_CURRENT_TEST"}
    state: dict[str, object] = {
        "environment": environment,
        "folder": os.getcwd(),
        "import path": list(sys.path),
        "recursion limit": sys.getrecursionlimit(),
    }
    if "torch" not in sys.modules:
        return state
    import torch

    return state | {
        "default dtype": torch.get_default_dtype(),
        "default device": torch.get_default_device(),
        "grad mode": torch.is_grad_enabled(),
        "inference mode": torch.is_inference_mode_enabled(),
        "autocast": torch.is_autocast_enabled("cpu"),
        "threads": torch.get_num_threads(),
        "deterministic mode": torch.are_deterministic_algorithms_enabled(),
        "deterministic filling": torch.utils.deterministic.fill_uninitialized_memory,  # type: ignore[attr-defined]
        "anomaly mode": torch.is_anomaly_enabled(),
        "matmul precision": torch.get_float32_matmul_precision(),
        "cuDNN setting": (
            torch.backends.cudnn.enabled,
            torch.backends.cudnn.benchmark,
            torch.backends.cudnn.deterministic,
        ),
        "print options": repr(vars(torch._tensor_str.PRINT_OPTS)),
        "process group": torch.distributed.is_available()
        and torch.distributed.is_initialized(),
    }


def changed(before: dict[str, object], after: dict[str, object]) -> list[str]:
    """Return the names of what is another thing after than it was before."""
    return [name for name in before if before[name] != after.get(name)]
