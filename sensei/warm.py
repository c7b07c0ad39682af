"""Where processes come from that stand ready to judge one koan each.

On Linux a zygote forks them (see `sensei.ready`); elsewhere, and where koans run on a
GPU, they are spawned ahead of time. Every judgement has a process of its own, which
can be killed with its children.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from sensei import runner
from sensei.runner import Lines

READY = (sys.executable, "-m", "sensei.ready")
SPARE = 2
"""Spawned processes that stand ready; importing takes each of them seconds."""


class Process(Protocol):
    """A process that stands ready for one koan."""

    lines: Lines

    def ask(self, request: str) -> None:
        """Hand it the koan. Raises OSError where it has ended."""

    def gone(self) -> bool:
        """Say whether it has ended."""

    def wait(self) -> int:
        """Return its exit status, once it has ended."""

    def complaint(self) -> str:
        """Return what it wrote to its standard error."""

    def kill(self) -> None:
        """End it with its children; may be called again, and from any thread."""

    def close(self) -> None:
        """End it, and let go of its files: nothing is asked of it afterwards."""


class Maker(Protocol):
    """Where processes come from."""

    def make(self) -> Process:
        """Return a process. Raises SenseiError where there can be none."""

    def close(self) -> None:
        """End everything."""


class Spawned(runner.Popened):
    """A process of our own that imports everything, then waits."""

    def __init__(self, root: Path, device: str, seed: int) -> None:
        errors = runner.complaints()
        command = [*READY, "--device", device, "--seed", str(seed)]
        process = runner.popen(root, command, subprocess.PIPE, errors)
        super().__init__(process, errors)

    def ask(self, request: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{request}\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        runner.kill(self.process)

    def close(self) -> None:
        self.kill()
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # what it never read
            self.process.stdin.close()
        self.errors.close()


class Spawner:
    """Keeps spawned processes standing ready."""

    def __init__(self, root: Path, device: str, seed: int) -> None:
        self.root, self.device, self.seed = root, device, seed
        self.spare: list[Spawned] = []
        self._fill()

    def _fill(self) -> None:
        while len(self.spare) < SPARE:
            self.spare.append(Spawned(self.root, self.device, self.seed))

    def make(self) -> Process:
        process = self.spare.pop(0)
        self._fill()
        return process

    def close(self) -> None:
        while self.spare:
            self.spare.pop().close()


def maker(root: Path, device: str, seed: int) -> Maker:
    """Return where the processes come from on this system, for this device."""
    if sys.platform == "linux" and device == "cpu":
        from sensei.zygote import Zygote  # it builds on what is here

        return Zygote(root, seed)
    return Spawner(root, device, seed)
