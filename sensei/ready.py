"""A process that has torch, torchvision and pytest imported and waits for a koan.

    python -m sensei.ready --device cuda       judges one koan, then ends
    python -m sensei.ready --zygote FD         forks one such process per request

A ready process reads one line of JSON from its standard input ({"file", "timeout"}),
writes what `sensei.probe` writes, and ends. The zygote (Linux)
speaks over the socket FD: `fork` with three descriptors (input, output, errors) is
answered by `forked PID`, later by `ended PID CODE`; `kill PID` ends a judgement with
its children. When the socket closes, all of them end.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import faulthandler
import gc
import importlib
import json
import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from sensei import probe, probe_limits

ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): who loses its parent becomes our child."""
STATUS = 3
"""Descriptors that come with a `fork`."""


def prepare(device: str) -> None:
    """Import everything and run some tests, so that the first judgement is quick."""
    with _one_blas_thread():
        import torch

        importlib.import_module("torchvision")

    torch.set_num_threads(1)
    if device != "cpu":
        torch.empty(1, device=device)
        if device.startswith("cuda"):
            torch.cuda.empty_cache()
    with open(os.devnull, "w", encoding="utf-8") as out:
        probe.run(str(Path(__file__).with_name("warm_up.py")), device, 0, 60.0, out)
    gc.collect()
    gc.freeze()  # pytest collects garbage at its end, five times


@contextlib.contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Keep NumPy's OpenBLAS from starting its threads when it is imported."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    yield
    if before is None:
        del os.environ[name]
    else:
        os.environ[name] = before


class Waiting(probe.Witness):
    """Lets pytest begin, holds it before it collects, and then names the koan."""

    def __init__(self, requests: TextIO, out: TextIO) -> None:
        super().__init__("", 0.0, out)
        self.requests = requests

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> None:
        line = self.requests.readline()
        if not line:
            os._exit(0)
        asked = json.loads(line)
        self.facts = probe.Facts(asked["file"])
        self.path = Path(asked["file"]).resolve()
        self.timeout = asked["timeout"]
        session.config.args = [asked["file"]]
        probe_limits.limit(imports=False)
        faulthandler.enable(self.out)
        self.begin(self.timeout)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        self.end(exitstatus)
        os._exit(0)  # what pytest does now would be waited for


def serve(out: TextIO, device: str, seed: int) -> None:
    """Wait for one koan, judge it, and end the process."""
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    waiting = Waiting(requests, out)
    code = pytest.main([*probe.options(device, seed), "koans"], plugins=[waiting])
    waiting.end(code)
    os._exit(0)


def take_output() -> TextIO:
    """Return the standard output, and send elsewhere what tests print."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
    return out


class Zygote:
    """Forks ready processes; runs on one thread and never touches a GPU."""

    def __init__(self, control: socket.socket, seed: int) -> None:
        self.control, self.seed = control, seed
        self.children: set[int] = set()
        self.awake, self.wake = os.pipe()
        os.set_blocking(self.wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.wake, warn_on_full_buffer=False)
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)

    def serve(self) -> None:
        """Answer requests until the session is gone."""
        import select

        self._check()
        talk = self.control.fileno()
        self._say("ready")
        buffer, descriptors = b"", list[int]()
        while True:
            readable, _, _ = select.select([talk, self.awake], [], [])
            if self.awake in readable:
                os.read(self.awake, 4096)
                self._reap()
            if talk not in readable:
                continue
            data, new, _, _ = socket.recv_fds(self.control, 4096, 16)
            if not data:
                break
            descriptors += new
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                word, _, rest = line.decode("ascii").partition(" ")
                if word == "fork":
                    self._fork(descriptors[:STATUS])
                    del descriptors[:STATUS]
                elif word == "kill" and int(rest) in self.children:
                    _kill(int(rest))
        for pid in self.children:
            _kill(pid)
        for pid in self.children:
            os.waitpid(pid, 0)
        self.children.clear()
        self._end_orphans()

    def _check(self) -> None:
        """Refuse to fork where a child could hang. Raises RuntimeError."""
        import torch

        threads = len(os.listdir("/proc/self/task"))
        if threads != 1 or threading.active_count() != 1:
            raise RuntimeError(f"{threads} threads run: a forked child could hang")
        if torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
            raise RuntimeError("CUDA is initialised: a forked child could not use it")

    def _fork(self, descriptors: list[int]) -> None:
        pid = os.fork()
        if pid == 0:
            self._child(descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpgid(pid, pid)
        self.children.add(pid)
        self._say(f"forked {pid}")

    def _child(self, descriptors: list[int]) -> None:
        try:
            os.setpgid(0, 0)
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for target, descriptor in enumerate(descriptors):
                os.dup2(descriptor, target)
            for descriptor in (*descriptors, self.awake, self.wake):
                os.close(descriptor)
            self.control.close()
            serve(take_output(), "cpu", self.seed)
        finally:
            os._exit(70)

    def _reap(self) -> None:
        """Say which children have ended, after ending what they started."""
        for pid in list(self.children):
            seen = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if seen is None:
                continue
            _kill(pid)
            _, status = os.waitpid(pid, 0)
            self.children.discard(pid)
            self._end_orphans()
            self._say(f"ended {pid} {os.waitstatus_to_exitcode(status)}")

    def _end_orphans(self) -> None:
        """End what koans have started in sessions of their own: we adopted it."""
        own = Path(f"/proc/self/task/{os.getpid()}/children")
        with contextlib.suppress(OSError):
            while orphans := {*map(int, own.read_text().split())} - self.children:
                for pid in orphans:
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)

    def _say(self, line: str) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.control.sendall(f"{line}\n".encode("ascii"))


def _kill(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sensei.ready")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--zygote", type=int)
    options = parser.parse_args()
    out = take_output()
    prepare(options.device)
    if options.zygote is None:
        serve(out, options.device, options.seed)
    Zygote(socket.socket(fileno=options.zygote), options.seed).serve()


if __name__ == "__main__":
    main()
