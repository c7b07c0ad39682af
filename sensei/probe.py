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

from sensei.probe_limits import IMPORTS

MOST_OUTPUT = 200 * 2**20
"""Bytes that a test may write into one file, its standard output included."""
SHOWN_OUTPUT = 4000
"""Characters of a test's standard output that are handed on."""


@dataclass
class Outcome:
    """What became of one test: passed, failed or skipped, and where and why.

    exception: the type's name; line: the innermost line of the koan's own file.
    left, right: both sides of the comparison that failed, as Python wrote them.
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
            found.kind = _kind(left, right)
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


def _kind(left: object, right: object) -> str:
    """Return the type that was wanted where only the container is another."""

    def plain(value: object) -> object:
        if hasattr(value, "tolist"):
            value = value.tolist()
        if isinstance(value, (list, tuple)):
            return [plain(part) for part in value]
        return value

    try:
        same = type(left) is not type(right) and plain(left) == plain(right)
    except Exception:  # values of any kind, with any `__eq__`
        return ""
    return type(left).__name__ if same else ""


def run(file: str, device: str, seed: int, timeout: float, out: TextIO) -> None:
    """Run the tests of one file and write the facts to out."""
    _tell(out, {"start": file})
    faulthandler.dump_traceback_later(IMPORTS, exit=True, file=out)
    witness = Witness(file, timeout, out)
    options = ["-p", "no:cacheprovider", "-p", "no:faulthandler", "--tb=no", "-q"]
    options += [f"--device={device}", f"--seed={seed}", file]
    code = pytest.main(options, plugins=[witness])
    faulthandler.cancel_dump_traceback_later()
    if code == pytest.ExitCode.USAGE_ERROR and witness.facts.error is None:
        witness.facts.error = Outcome(file, "failed", exception="UsageError")
    stopped = code in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR)
    if stopped and witness.facts.error is None:
        witness.facts.error = Outcome(file, "failed", exception="SystemExit")
    _tell(out, asdict(witness.facts))


def _tell(out: TextIO, line: dict[str, Any]) -> None:
    out.write(json.dumps(line) + "\n")
    out.flush()


def _limit_output() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_OUTPUT, MOST_OUTPUT))


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
    _limit_output()
    faulthandler.enable(out)
    for file in options.files:
        run(file, options.device, options.seed, options.timeout, out)


if __name__ == "__main__":
    main()
