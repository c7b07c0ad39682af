"""Whether this machine has the device that tests are to run on."""

from __future__ import annotations

import subprocess
import sys
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

    Only torch knows: for any device but the CPU another process imports it, which
    takes seconds. root: the checkout, whose conftest.py is asked.
    """
    if name == "cpu":
        return
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
