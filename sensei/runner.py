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
from typing import IO, Protocol

from sensei.errors import SenseiError
from sensei.probe_limits import GRACE, IMPORTS
from sensei.verdict import Run, Test
from sensei.wording import missing

LOOK = 0.5
"""Seconds between two looks at whether a silent probe is still there."""
Lines = queue.Queue[str | None]


class Source(Protocol):
    """A process that judges, as `read` needs it: cold, or one that stood ready."""

    lines: Lines

    def gone(self) -> bool:
        """Say whether it has ended."""

    def wait(self) -> int:
        """Return its exit status, negative for a signal, once it has ended."""

    def complaint(self) -> str:
        """Return what it wrote to its standard error, stripped, at most 4000 long."""


class Popened:
    """A process of our own."""

    def __init__(self, process: subprocess.Popen[str], errors: IO[str]) -> None:
        assert process.stdout is not None
        self.process, self.errors = process, errors
        self.lines = listen(process.stdout)

    def gone(self) -> bool:
        return self.process.poll() is not None

    def wait(self) -> int:
        try:
            return self.process.wait(GRACE)
        except subprocess.TimeoutExpired:  # it closed its output and lives on
            kill(self.process)
            return self.process.wait()

    def complaint(self) -> str:
        return tail(self.errors)


def tail(errors: IO[str]) -> str:
    """Return the end of what stands in a file of complaints."""
    errors.seek(0)
    return errors.read()[-4000:].strip()


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
        with _process(root, left, device, seed, timeout) as source:
            for seen in read(source, len(left), IMPORTS + timeout + GRACE):
                left.pop(0)
                yield seen


@contextlib.contextmanager
def _process(
    root: Path, files: Sequence[Path], device: str, seed: int, timeout: float
) -> Iterator[Source]:
    """Start the probe; whatever happens, it and its children are gone afterwards."""
    command = [sys.executable, "-m", "sensei.probe", "--timeout", str(timeout)]
    command += ["--device", device, "--seed", str(seed), *map(str, files)]
    with complaints() as errors:
        process = popen(root, command, subprocess.DEVNULL, errors)
        try:
            yield Popened(process, errors)
        finally:
            kill(process)


def complaints() -> IO[str]:
    """Return a file for what a process writes to its standard error."""
    return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")


def popen(
    root: Path, command: Sequence[str], stdin: int, errors: IO[str]
) -> subprocess.Popen[str]:
    """Start a process that judges, with its children in a group of its own."""
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


def environment() -> dict[str, str]:
    """Return the environment of a process that judges."""
    variables = {
        **os.environ,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        variables.pop(name, None)
    # The checkout may be elsewhere than this package (`--root`).
    found = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(filter(None, found))
    return variables


def kill(process: subprocess.Popen[str]) -> None:
    """End the process and what it started."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True
        )
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def read(source: Source, count: int, longest: float) -> Iterator[Run]:
    """Yield a Run for each file that ends; the last one where the process ended.

    longest: seconds without a word from it after which the process is given up.
    Raises SenseiError where pytest cannot start at all.
    """
    began, stack, started, done = time.monotonic(), list[str](), False, 0
    while done < count:
        try:
            line = _next(source, longest)
        except queue.Empty:
            yield Run(seconds=time.monotonic() - began)
            return
        if line is None:
            if not started and not done:
                raise SenseiError(cannot_start(source.complaint()))
            late = stack and stack[0].startswith("Timeout")
            if started and (late or not done):
                seconds = time.monotonic() - began
                yield Run(code=source.wait(), stack=tuple(stack), seconds=seconds)
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
            raise SenseiError(source.complaint().removeprefix("ERROR: "))
        yield Run(
            tests=tuple(Test(**test) for test in facts["tests"]),
            error=error,
            complete=True,
            seconds=sum(test["seconds"] for test in facts["tests"]),
        )
        done, started = done + 1, False


def _next(source: Source, patience: float) -> str | None:
    """Return the next line, or None where the process has ended.

    Its end is looked for as well as that of its output, which a child that it left
    behind keeps open. Raises queue.Empty after `patience` seconds without either.
    """
    until = time.monotonic() + patience
    while True:
        ended = source.gone()
        try:
            return source.lines.get(timeout=LOOK)
        except queue.Empty:
            if ended:
                return None
            if time.monotonic() > until:
                raise


def cannot_start(complaint: str) -> str:
    """Return what is said where the probe ended before it came to a koan."""
    last = complaint.rpartition("\n")[2] or "it said nothing"
    if last.startswith("ModuleNotFoundError: No module named 'pytest'"):
        return missing("pytest", sys.executable)
    return f"The tests cannot be started with {sys.executable}: {last}"


def listen(stream: IO[str]) -> Lines:
    """Read a process's output in a thread; None in the queue is its end."""
    lines: Lines = queue.Queue()
    threading.Thread(target=_read, args=(stream, lines), daemon=True).start()
    return lines


def _read(stream: IO[str], lines: Lines) -> None:
    with contextlib.suppress(ValueError, OSError):  # closed when the probe is killed
        for line in stream:
            lines.put(line.rstrip("\n"))
        stream.close()
    lines.put(None)
