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

LOOK = 0.5
"""Seconds between two looks at whether a silent probe is still there."""


def run(
    root: Path, files: Sequence[Path], *, device: str, seed: int, timeout: float
) -> Iterator[Run]:
    """Run the tests of each file, in order, and yield what was seen of each.

    One process runs file after file; where it ends or hangs, a new one goes on with
    the next. A file that ends a process in which another ran before it is run again in
    one of its own: it may have died of what that other left behind. Raises SenseiError
    where pytest cannot start at all.
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
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        environment.pop(name, None)
    # The checkout may be elsewhere than this package (`--root`).
    found = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, found))
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
    began, stack, started, done = time.monotonic(), list[str](), False, 0
    while done < count:
        try:
            line = _next(process, lines, IMPORTS + timeout + GRACE)
        except queue.Empty:
            yield Run(seconds=time.monotonic() - began)
            return
        if line is None:
            if not started and not done:
                raise SenseiError(_cannot_start(complaints))
            late = stack and stack[0].startswith("Timeout")
            if started and (late or not done):
                seconds = time.monotonic() - began
                yield Run(code=process.wait(), stack=tuple(stack), seconds=seconds)
            return
        if not line.startswith("{"):
            stack.append(line)
            continue
        facts = json.loads(line)
        if "done" not in facts:
            began, stack, started = time.monotonic(), [], True
            continue
        error = Test(**facts["error"]) if facts["error"] else None
        if error is not None and error.exception == "UsageError":
            raise SenseiError(_text(complaints).removeprefix("ERROR: "))
        yield Run(
            tests=tuple(Test(**test) for test in facts["tests"]),
            error=error,
            complete=True,
            seconds=sum(test["seconds"] for test in facts["tests"]),
        )
        done, started = done + 1, False


def _next(
    process: subprocess.Popen[str], lines: queue.Queue[str | None], patience: float
) -> str | None:
    """Return the next line, or None where the process has ended.

    Its end is looked for as well as that of its output, which a child that it left
    behind keeps open. Raises queue.Empty after `patience` seconds without either.
    """
    until = time.monotonic() + patience
    while True:
        ended = process.poll() is not None
        try:
            return lines.get(timeout=LOOK)
        except queue.Empty:
            if ended:
                return None
            if time.monotonic() > until:
                raise


def _text(complaints: IO[str]) -> str:
    complaints.seek(0)
    return complaints.read()[-4000:].strip()


def _cannot_start(complaints: IO[str]) -> str:
    """Return what is said where the probe ended before it came to a koan."""
    last = _text(complaints).rpartition("\n")[2] or "it said nothing"
    if last.startswith("ModuleNotFoundError: No module named 'pytest'"):
        return (
            f"pytest is not installed for {sys.executable}. `make koans` installs it."
        )
    return f"The tests cannot be started with {sys.executable}: {last}"


def _read(stream: IO[str], lines: queue.Queue[str | None]) -> None:
    with contextlib.suppress(ValueError, OSError):  # closed when the probe is killed
        for line in stream:
            lines.put(line.rstrip("\n"))
    lines.put(None)
