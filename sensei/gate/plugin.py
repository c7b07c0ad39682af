"""Runs variants under pytest: with several seeds, in random order, watched for leaks.

Loaded by `sensei.gate.shards` with `-p`. The plan that SENSEI_GATE names says where it
writes one JSON line for every test and seed: {"file", "test", "seed", "outcome",
"exception", "how", "seconds", "work", "leaks"}. {"start": file} comes before a file is
imported and before each of its tests, {"end": true} when every file has had its turn.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest
from _pytest.runner import runtestprotocol

from sensei.gate import state

HOW = 400
"""Characters of an error that are kept."""


class Expired(BaseException):
    """A test ran for longer than the plan allows."""


class Watch:
    """Runs each test with its seeds and writes down what happened."""

    def __init__(
        self, out: TextIO, seeds: dict[str, int], first: int, patience: float
    ) -> None:
        self.out, self.seeds, self.first = out, seeds, first
        self.patience = patience
        self.failed: set[tuple[str, int]] = set()
        self.expired: set[str] = set()
        self.call: dict[str, Any] = {}

    def pytest_collection(self) -> None:
        """Import torch, with the one thread of every test, before it is watched."""
        import torch

        torch.set_num_threads(1)

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module:
        """Import koans with their blank too: the gate sees what their tests say."""
        module: pytest.Module = pytest.Module.from_parent(parent, path=module_path)
        return module

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Any:
        """Import a file with an eye on the clock and on what the import leaves."""
        if not isinstance(collector, pytest.Module):
            return (yield)
        name = collector.path.name
        self._write({"start": name})
        undo, before = self._undo(collector), state.snapshot()
        with _alarm(self.patience):
            report = yield
        leaks = state.changed(before, state.snapshot())
        if leaks:
            undo()
            self._write(_line(name, "", self.first, "imported") | {"leaks": leaks})
        return report

    @staticmethod
    def _undo(collector: pytest.Collector) -> Callable[[], None]:
        """Return what puts torch's state back, as conftest.py does after a test."""
        for plugin in collector.config.pluginmanager.get_plugins():
            if "torch" in sys.modules and hasattr(plugin, "torch_state"):
                undo: Callable[[], None] = plugin.torch_state()
                return undo
        return lambda: None

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Shuffle the files, and turn the order of the tests of each file round.

        Run alone they keep their order, so a test that needs another before it, or
        does not bear it, fails in one of the two runs. What must pass comes first:
        it owes nothing to what a wrong answer leaves behind.
        """
        draw = random.Random(self.first)
        files = sorted({item.path for item in items})
        order = {file: (_rejected(file.name), draw.random()) for file in files}
        items.reverse()
        items.sort(key=lambda item: order[item.path])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool:
        name = item.path.name
        rejected = _rejected(name)
        self._write({"start": name})
        for seed in range(self.first, self.first + self.seeds[name]):
            if name in self.expired or (rejected and (name, seed) in self.failed):
                continue  # one failed test is enough
            item.config.option.seed = seed
            before = state.snapshot()
            self.call = _line(name, item.name, seed, "passed")
            with _alarm(self.patience):  # no next item: each seed finds all torn down
                runtestprotocol(item, log=False, nextitem=None)
            self.call["leaks"] = state.changed(before, state.snapshot())
            if self.call["outcome"] == "failed":
                self.failed.add((name, seed))
            if self.call["exception"] == "Expired":
                self.expired.add(name)
            self._write(self.call)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Any:
        before = _worked()
        try:
            return (yield)
        finally:
            self.call["work"] = _worked() - before

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Any:
        done = yield
        self._write({"end": True})
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Any:
        item.repr_failure = lambda excinfo, *_, **__: excinfo.exconly()  # type: ignore[method-assign]
        report: pytest.TestReport = yield
        if call.when == "call":
            self.call["seconds"] = call.duration
        if report.outcome != "passed" and self.call["outcome"] != "failed":
            assert call.excinfo is not None
            self.call |= {
                "outcome": report.outcome,
                "exception": call.excinfo.typename,
                "how": str(call.excinfo.value)[:HOW],
            }
        return report

    def pytest_exception_interact(
        self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[Any]
    ) -> None:
        if isinstance(node, pytest.Module) and call.excinfo is not None:
            error = call.excinfo.value
            if isinstance(error, pytest.Collector.CollectError) and error.__cause__:
                error = error.__cause__
            self._write(
                _line(node.path.name, "", self.first, "failed")
                | {"exception": type(error).__name__, "how": str(error)[:HOW]}
            )

    def _write(self, line: dict[str, Any]) -> None:
        self.out.write(json.dumps(line) + "\n")
        self.out.flush()


def _rejected(name: str) -> bool:
    """Say whether the tests of this variant must fail, by the name of its file."""
    return "__solution_" not in name and "__right_" not in name


def _line(file: str, test: str, seed: int, outcome: str) -> dict[str, Any]:
    """Return one result, with nothing yet to say about how it came about."""
    named = {"file": file, "test": test, "seed": seed, "outcome": outcome}
    nothing = {"exception": "", "how": "", "seconds": 0.0, "work": 0.0, "leaks": []}
    return named | nothing


def _worked() -> float:
    """Return the seconds of processor time of this process and of its dead children."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise Expired in the main thread after so many seconds, where the system can."""
    if sys.platform == "win32":
        yield
        return

    def expire(*_: object) -> None:
        raise Expired(f"still running after {seconds:g} seconds")

    signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def pytest_configure(config: pytest.Config) -> None:
    plan = json.loads(Path(os.environ["SENSEI_GATE"]).read_text(encoding="utf-8"))
    out = Path(plan["out"]).open("a", encoding="utf-8")  # noqa: SIM115
    config.add_cleanup(out.close)
    watch = Watch(out, plan["seeds"], plan["first"], plan["patience"])
    config.pluginmanager.register(watch, "watch")


def read(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines that were written; a half-written last one is left out."""
    if not file.exists():
        return
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            if line.endswith("\n"):
                yield json.loads(line)
