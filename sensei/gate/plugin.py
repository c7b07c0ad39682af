"""Runs variants under pytest: with several seeds, in random order, watched for leaks.

Loaded by `sensei.gate.shard` with `-p`. Writes one JSON line to the file named by
SENSEI_GATE for every test and seed: {"file", "test", "seed", "outcome", "exception",
"how", "seconds", "leaks"}, and {"start": file} before each test.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest
from _pytest.runner import runtestprotocol

SECONDS = 20.0
"""After so many seconds a test is ended, and has failed."""
HOW = 400
"""Characters of an error that are kept."""


class Expired(BaseException):
    """A test ran for longer than SECONDS."""


class Watch:
    """Runs each test with its seeds and writes down what happened."""

    def __init__(self, out: TextIO, seeds: dict[str, int], first: int) -> None:
        self.out, self.seeds, self.first = out, seeds, first
        self.failed: set[tuple[str, int]] = set()
        self.call: dict[str, Any] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> pytest.Module:
        """Import koans with their blank too: the gate sees what their tests say."""
        module: pytest.Module = pytest.Module.from_parent(parent, path=module_path)
        return module

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Shuffle the files, and the tests of each file."""
        draw = random.Random(self.first)
        order = {path: draw.random() for path in {item.path for item in items}}
        items.sort(key=lambda item: (order[item.path], draw.random()))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool:
        name = item.path.name
        rejected = "__solution_" not in name and "__right_" not in name
        self._write({"start": name})
        for seed in range(self.first, self.first + self.seeds[name]):
            if rejected and (name, seed) in self.failed:
                continue  # one failed test is enough
            item.config.option.seed = seed
            before = _state()
            self.call = {
                "outcome": "passed",
                "exception": "",
                "how": "",
                "seconds": 0.0,
            }
            with _alarm():  # no next item: each seed finds everything torn down
                runtestprotocol(item, log=False, nextitem=None)
            leaks = [key for key, value in _state().items() if before[key] != value]
            if self.call["outcome"] == "failed":
                self.failed.add((name, seed))
            self._write(
                {"file": name, "test": item.name, "seed": seed, "leaks": leaks}
                | self.call
            )
        return True

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
                {"file": node.path.name, "test": "", "seed": self.first, "leaks": []}
                | {"outcome": "failed", "exception": type(error).__name__}
                | {"how": str(error)[:HOW], "seconds": 0.0}
            )

    def _write(self, line: dict[str, Any]) -> None:
        self.out.write(json.dumps(line) + "\n")
        self.out.flush()


class _alarm:
    """Raises Expired in the main thread after SECONDS, where the system can."""

    def __enter__(self) -> None:
        if sys.platform != "win32":
            signal.signal(signal.SIGALRM, _expire)
            signal.setitimer(signal.ITIMER_REAL, SECONDS)

    def __exit__(self, *_: object) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)


def _expire(*_: object) -> None:
    raise Expired(f"still running after {SECONDS:g} seconds")


def _state() -> dict[str, object]:
    """Return what a test must leave as it found it."""
    state: dict[str, object] = {"environment": dict(os.environ), "folder": os.getcwd()}
    state["environment"].pop("PYTEST_CURRENT_TEST", None)  # type: ignore[attr-defined]
    torch = sys.modules.get("torch")
    if torch is None:
        return state
    state |= {
        "default dtype": torch.get_default_dtype(),
        "default device": torch.get_default_device(),
        "grad mode": torch.is_grad_enabled(),
        "inference mode": torch.is_inference_mode_enabled(),
        "threads": torch.get_num_threads() if _started(torch) else 1,
        "deterministic mode": torch.are_deterministic_algorithms_enabled(),
        "deterministic filling": torch.utils.deterministic.fill_uninitialized_memory,
        "anomaly mode": torch.is_anomaly_enabled(),
        "matmul precision": torch.get_float32_matmul_precision(),
        "process group": torch.distributed.is_available()
        and torch.distributed.is_initialized(),
    }
    return state


def _started(torch: Any) -> bool:
    """Say whether a first test has already set the number of threads."""
    if not _started.done:  # type: ignore[attr-defined]
        torch.set_num_threads(1)
        _started.done = True  # type: ignore[attr-defined]
    return True


_started.done = False  # type: ignore[attr-defined]


def pytest_configure(config: pytest.Config) -> None:
    plan = json.loads(Path(os.environ["SENSEI_GATE"]).read_text(encoding="utf-8"))
    out = Path(plan["out"]).open("a", encoding="utf-8")  # noqa: SIM115
    config.add_cleanup(out.close)
    config.pluginmanager.register(Watch(out, plan["seeds"], plan["first"]), "watch")


def read(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines that were written; a half-written last one is left out."""
    if not file.exists():
        return
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            if line.endswith("\n"):
                yield json.loads(line)
