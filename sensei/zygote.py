"""The process that forks ready ones, on Linux; its other side is `sensei.ready`."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import socket
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from sensei import runner
from sensei.errors import SenseiError
from sensei.probe_limits import GRACE
from sensei.runner import Lines
from sensei.warm import READY, Process


@dataclass
class Forked:
    """A child of the zygote."""

    pid: int
    stdin: IO[str]
    stdout: IO[str]
    errors: IO[str]
    tell: Callable[[str], None]
    ended: queue.Queue[int] = field(default_factory=queue.Queue)
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = runner.listen(self.stdout)

    def ask(self, request: str) -> None:
        self.stdin.write(f"{request}\n")
        self.stdin.flush()

    def gone(self) -> bool:
        return not self.ended.empty()

    def wait(self) -> int:
        try:
            return self.ended.get(timeout=GRACE)
        except queue.Empty:  # it closed its output and lives on
            self.kill()
            return -signal.SIGKILL

    def complaint(self) -> str:
        return runner.tail(self.errors)

    def close(self) -> None:
        self.kill()
        with contextlib.suppress(OSError):  # what it never read
            self.stdin.close()
        self.errors.close()

    def kill(self) -> None:
        with contextlib.suppress(OSError):  # the zygote has ended, and with it this
            self.tell(f"kill {self.pid}")


class Zygote:
    """The process that forks ready ones, seen from the session."""

    def __init__(self, root: Path, seed: int) -> None:
        self.control, theirs = socket.socketpair()
        self.errors = runner.complaints()
        self.lock = threading.Lock()
        self.answers: queue.Queue[str | None] = queue.Queue()
        self.children: dict[int, Forked] = {}
        self.early: dict[int, int] = {}  # exit codes of children not yet known here
        self.registered = threading.Lock()
        with theirs:
            self.process = subprocess.Popen(
                [*READY, "--seed", str(seed), "--zygote", str(theirs.fileno())],
                cwd=root,
                env=runner.environment(),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.errors,
                start_new_session=True,
            )
        threading.Thread(target=self._listen, daemon=True).start()
        self.started = False

    def _listen(self) -> None:
        """Hand on what the zygote says."""
        with contextlib.suppress(OSError), self.control.makefile("r") as lines:
            for line in lines:
                word, *rest = line.split()
                if word == "ended":
                    self._ended(int(rest[0]), int(rest[1]))
                else:
                    self.answers.put(line)
        self.answers.put(None)
        for pid in list(self.children):
            self._ended(pid, -signal.SIGKILL)

    def _ended(self, pid: int, code: int) -> None:
        with self.registered:
            child = self.children.pop(pid, None)
            if child is None:
                self.early[pid] = code
            else:
                child.ended.put(code)

    def make(self) -> Process:
        with self.lock:
            if not self.started:
                self._answer()
                self.started = True
            return self._fork()

    def _fork(self) -> Forked:
        errors = runner.complaints()
        request, stdin = os.pipe()
        stdout, facts = os.pipe()
        try:
            passed = [request, facts, errors.fileno()]
            socket.send_fds(self.control, [b"fork\n"], passed)
            pid = int(self._answer().split()[1])
        except (OSError, SenseiError):
            os.close(stdin)
            os.close(stdout)
            errors.close()
            raise SenseiError(self._trouble()) from None
        finally:
            os.close(request)
            os.close(facts)
        child = Forked(
            pid,
            os.fdopen(stdin, "w", encoding="utf-8"),
            os.fdopen(stdout, "r", encoding="utf-8", errors="replace"),
            errors,
            self._tell,
        )
        with self.registered:
            self.children[pid] = child
            if pid in self.early:
                self.children.pop(pid).ended.put(self.early.pop(pid))
        return child

    def _tell(self, line: str) -> None:
        self.control.sendall(f"{line}\n".encode("ascii"))

    def _answer(self) -> str:
        line = self.answers.get()
        if line is None:
            raise SenseiError(self._trouble())
        return line

    def _trouble(self) -> str:
        said = "" if self.errors.closed else runner.tail(self.errors)
        said = said.rpartition("\n")[2]
        return f"The process that judges has ended: {said or 'it says nothing'}."

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.control.shutdown(socket.SHUT_RDWR)  # its children end with it
        if not self.started:
            self.process.kill()
        try:
            self.process.wait(1.0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.control.close()
        self.errors.close()
