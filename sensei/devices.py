"""Which devices this machine has for the tests."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from functools import cache, lru_cache
from pathlib import Path

from sensei.errors import SenseiError
from sensei.runner import cannot_start, environment

ASK = """\
import sys
import pytest
import conftest
try:
    conftest.check_device(sys.argv[1])
except pytest.UsageError as error:
    print(error)
"""


def check(root: Path, name: str) -> None:
    """Raise SenseiError, in the words of pytest's `--device`, where there is none.

    Only torch knows, and another process has to import it, which takes seconds. So it
    is not asked about what is there in all likelihood: pytest says so where it is
    not. root: the checkout, whose conftest.py is asked.
    """
    if name != "cpu" and not _is_likely(name):
        ask(root, name)


@cache
def ask(root: Path, name: str) -> None:
    """Ask torch for a device, which takes seconds the first time; raises as `check`."""
    asked = subprocess.run(
        [sys.executable, "-c", ASK, name],
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if asked.returncode:
        raise SenseiError(cannot_start(asked.stderr.strip()))
    if asked.stdout.strip():
        raise SenseiError(asked.stdout.strip())


def _is_likely(name: str) -> bool:
    """Say whether a machine such as this one has such a device."""
    if re.fullmatch(r"cuda(:\d)?", name):
        return _has_driver()
    return name == "mps" and sys.platform == "darwin"


@lru_cache(maxsize=1)
def has_gpu() -> bool:
    """Say whether torch sees a GPU.

    Asks another process, which takes as long as the import of torch, and only where
    there is a driver to speak of.
    """
    if not _has_driver():
        return False
    code = "import torch; print(torch.cuda.is_available())"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return asked.stdout.strip() == "True"


def _has_driver() -> bool:
    """Say whether NVIDIA's driver can be loaded, or AMD's is there."""
    if Path("/dev/kfd").exists():
        return True
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True
