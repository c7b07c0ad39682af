"""Starts the probe and collects what it saw: a fresh process, killed when it hangs."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from sensei.errors import SenseiError
from sensei.probe_limits import GRACE, IMPORTS
from sensei.verdict import Run, Test


def run(
    root: Path, files: Sequence[Path], *, device: str, seed: int, timeout: float
) -> Iterator[Run]:
    """Run the tests of each file, in order, and yield what was seen of each.

    One process runs file after file; where it ends or hangs, a new one goes on with
    the next. Raises SenseiError where pytest cannot start at all.
    """
    left = list(files)
    while left:
        with _process(root, left, device, seed, timeout) as (process, complaints):
            for seen in _watch(process, complaints, len(left), timeout):
                left.pop(0)
                yield seen


@contextlib.contextmanager
def _process(
    root: Path, files: Sequence[Path], device: str, seed: int, timeout: float
) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """Start the probe; whatever happens, it and its children are gone afterwards."""
    command = [sys.executable, "-m", "sensei.probe", "--timeout", str(timeout)]
    command += ["--device", device, "--seed", str(seed), *map(str, files)]
    environment = {
        **os.environ,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("PYTEST_ADDOPTS", None)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        process = subprocess.Popen(
            command,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            yield process, complaints
        finally:
            _kill(process)


def _kill(process: subprocess.Popen[str]) -> None:
    """End the process and what it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _watch(
    process: subprocess.Popen[str], complaints: IO[str], count: int, timeout: float
) -> Iterator[Run]:
    """Yield a Run for each file that ends; the last one where the process ended."""
    lines: queue.Queue[str | None] = queue.Queue()
    assert process.stdout is not None
    threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
    began, stack = time.monotonic(), list[str]()
    while count:
        try:
            line = lines.get(timeout=IMPORTS + timeout + GRACE)
        except queue.Empty:
            yield Run(seconds=time.monotonic() - began)
            return
        if line is None:
            code = process.wait()
            complaints.seek(0)
            text = complaints.read()[-4000:].strip()
            _cannot_start(text)
            yield Run(
                code=code,
                stack=tuple(stack),
                complaint="",
                seconds=time.monotonic() - began,
            )
            return
        if not line.startswith("{"):
            stack.append(line)
            continue
        facts = json.loads(line)
        if "done" not in facts:
            began = time.monotonic()
            continue
        error = Test(**facts["error"]) if facts["error"] else None
        if error is not None and error.exception == "UsageError":
            complaints.seek(0)
            raise SenseiError(complaints.read().strip().removeprefix("ERROR: "))
        yield Run(
            tests=tuple(Test(**test) for test in facts["tests"]),
            error=error,
            complete=True,
            seconds=sum(test["seconds"] for test in facts["tests"]),
        )
        count -= 1


def _cannot_start(complaint: str) -> None:
    """Raise SenseiError where the probe lacks what it needs to run."""
    last = complaint.rpartition("\n")[2]
    if last.startswith("ModuleNotFoundError: No module named 'pytest'"):
        raise SenseiError(
            f"pytest is not installed for {sys.executable}. `make koans` installs it."
        )


def _read(stream: IO[str], lines: queue.Queue[str | None]) -> None:
    with contextlib.suppress(ValueError, OSError):  # closed when the probe is killed
        for line in stream:
            lines.put(line.rstrip("\n"))
    lines.put(None)
