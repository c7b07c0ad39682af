"""Runs koans in a process of its own and tells what happened, one JSON line each.

    python -m sensei.probe --timeout 10 --device cpu --seed 0 FILE...

Writes to stdout, for every file, a line {"start": FILE} and, when its tests are
over, a line with the facts (see `Facts`). A line that is no JSON is the stack that
faulthandler wrote when the time was up or the process crashed. Standard output of
the tests goes nowhere else than into the facts.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

import pytest

from sensei import compare, sides
from sensei.probe_limits import IMPORTS, limit

SHOWN_OUTPUT = 4000
"""Characters of a test's standard output that are handed on."""


@dataclass
class Outcome:
    """What became of one test: passed, failed or skipped, and where and why.

    exception: the type's name; line: the innermost line of the koan's own file.
    left, right: both sides of the comparison that failed, as Python wrote them;
    kind, off, alike, tensors: how they differ, see `sensei.compare` and
    `sensei.sides`.
    """

    test: str
    outcome: str
    seconds: float = 0.0
    exception: str = ""
    message: str = ""
    line: int | None = None
    left: str | None = None
    right: str | None = None
    kind: str = ""
    output: str = ""
    off: str = ""
    alike: str = ""
    tensors: str = ""


@dataclass
class Facts:
    """All that running one koan's file showed; error: why it was not collected."""

    done: str
    tests: list[Outcome] = field(default_factory=list)
    error: Outcome | None = None


class Witness:
    """A pytest plugin that writes down what happens to one file's tests."""

    def __init__(self, file: str, timeout: float, out: TextIO) -> None:
        self.facts = Facts(file)
        self.path = Path(file).resolve()
        self.timeout, self.out = timeout, out
        self.sides: tuple[object, object] | None = None

    def begin(self, collect: float) -> None:
        """Say that the file begins; collect: seconds that its import may take."""
        _tell(self.out, {"start": self.facts.done})
        faulthandler.dump_traceback_later(collect, exit=True, file=self.out)
        _never_read_old_bytecode()

    def end(self, code: int) -> None:
        """Say all that was seen; code: what pytest's session ended with."""
        faulthandler.cancel_dump_traceback_later()
        file = self.facts.done
        if code == pytest.ExitCode.USAGE_ERROR and self.facts.error is None:
            self.facts.error = Outcome(file, "failed", exception="UsageError")
        stopped = code in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR)
        if stopped and self.facts.error is None:
            self.facts.error = Outcome(file, "failed", exception="SystemExit")
        _tell(self.out, asdict(self.facts))

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Leave the other koans of the folder alone: pytest would look at each."""
        return (
            True if collection_path.is_file() and collection_path != self.path else None
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Any:
        faulthandler.dump_traceback_later(self.timeout, exit=True, file=self.out)
        try:
            return (yield)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def pytest_runtest_setup(self) -> None:
        self.sides = None

    def pytest_assertrepr_compare(self, left: object, right: object) -> None:
        self.sides = (left, right)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Any:
        """Write down the outcome; pytest's own traceback would read all sources."""
        item.repr_failure = lambda excinfo, *_, **__: excinfo.exconly()  # type: ignore[method-assign]
        report: pytest.TestReport = yield
        if call.when == "call" or report.outcome != "passed":
            found = self._outcome(
                item.name, report.outcome, call.duration, call.excinfo
            )
            found.output = report.capstdout[-SHOWN_OUTPUT:]
            self.facts.tests.append(found)
        return report

    def pytest_exception_interact(
        self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[Any]
    ) -> None:
        if isinstance(node, pytest.Collector) and call.excinfo is not None:
            self.facts.error = self._outcome(node.name, "failed", 0.0, call.excinfo)

    def _outcome(
        self,
        test: str,
        outcome: str,
        seconds: float,
        excinfo: pytest.ExceptionInfo[BaseException] | None,
    ) -> Outcome:
        if excinfo is None:
            return Outcome(test, outcome, seconds)
        error = excinfo.value
        if isinstance(error, pytest.Collector.CollectError) and error.__cause__:
            error = error.__cause__
        found = Outcome(
            test,
            outcome,
            seconds,
            exception=type(error).__name__,
            message=_written(str, error)[:SHOWN_OUTPUT],
            line=self._line(error),
        )
        if isinstance(error, SyntaxError):
            found.line, found.message = error.lineno, error.msg
        if self.sides is not None and isinstance(error, AssertionError):
            left, right = self.sides
            found.left = _written(repr, left)[:1000]
            found.right = _written(repr, right)[:1000]
            found.kind = sides.container(left, right)
            found.off = compare.off(left, right)
            found.alike = sides.alike(left, right)
            found.tensors = sides.tensors(left, right)
        elif isinstance(error, AssertionError):
            found.tensors = _compared(error)
        return found

    def _line(self, error: BaseException) -> int | None:
        """Return the innermost line of the koan's own file in the traceback."""
        line = None
        trace = error.__traceback__
        while trace is not None:
            if Path(trace.tb_frame.f_code.co_filename) == self.path:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line


def _written(how: Callable[[object], str], value: object) -> str:
    """Return how(value); a learner's `__repr__` or `__str__` may fail."""
    try:
        return how(value)
    except Exception as error:
        return f"<{type(value).__name__} that cannot be shown: {type(error).__name__}>"


def _compared(error: BaseException) -> str:
    """Return how the tensors differ that an assert of torch.testing compared."""
    trace = error.__traceback__
    while trace is not None:
        code, names = trace.tb_frame.f_code, trace.tb_frame.f_locals
        if code.co_name == "assert_close" and "actual" in names:
            return sides.tensors(names["actual"], names["expected"])
        trace = trace.tb_next
    return ""


def options(device: str, seed: int) -> list[str]:
    """Return pytest's options."""
    quiet = ["-p", "no:cacheprovider", "-p", "no:faulthandler", "--tb=no", "-q"]
    return [*quiet, f"--device={device}", f"--seed={seed}"]


def run(file: str, device: str, seed: int, timeout: float, out: TextIO) -> None:
    """Run the tests of one file and write the facts to out."""
    witness = Witness(file, timeout, out)
    witness.begin(IMPORTS)
    witness.end(pytest.main([*options(device, seed), file], plugins=[witness]))


def _tell(out: TextIO, line: dict[str, Any]) -> None:
    out.write(json.dumps(line) + "\n")
    out.flush()


def _never_read_old_bytecode() -> None:
    """Compile the koan anew: a cache keyed by whole seconds misses a quick save."""
    sys.dont_write_bytecode = True
    sys.pycache_prefix = os.path.join(os.path.dirname(__file__), ".no-bytecode")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sensei.probe")
    parser.add_argument("--timeout", type=float, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)  # what pytest and the tests print must not mix with the facts
    limit(imports=True)
    faulthandler.enable(out)
    for file in options.files:
        run(file, options.device, options.seed, options.timeout, out)


if __name__ == "__main__":
    main()
