"""The verdicts, and how the facts of a run become one."""

from __future__ import annotations

import errno
import re
import signal
from dataclasses import dataclass
from typing import Literal

from sensei.lesson import Lesson
from sensei.probe_limits import memory

Name = Literal[
    "passed",
    "incomplete",
    "wrong",
    "broken",
    "banned",
    "altered",
    "timeout",
    "crashed",
    "skipped",
]


@dataclass(frozen=True)
class Verdict:
    """What became of one koan, and what its learner is told.

    message: one line that says what happened and what to do; detail: more lines
    (a diff, an error, a reason); line: the line of the koan's file it speaks of;
    printed: the end of what the tests printed.
    """

    slug: str
    path: str
    line: int
    verdict: Name
    message: str
    detail: str = ""
    seconds: float = 0.0
    answer: str | None = None
    printed: str = ""


@dataclass(frozen=True)
class Test:
    """What the probe saw of one test: see `sensei.probe.Outcome`."""

    test: str
    outcome: str
    seconds: float
    exception: str
    message: str
    line: int | None
    left: str | None
    right: str | None
    kind: str = ""
    output: str = ""
    off: str = ""
    alike: str = ""
    tensors: str = ""


@dataclass(frozen=True)
class Run:
    """What was seen of one koan's process.

    tests, error: the probe's facts; complete: whether they came; code: the exit
    status of a process that ended before; stack: what faulthandler wrote.
    """

    tests: tuple[Test, ...] = ()
    error: Test | None = None
    complete: bool = False
    code: int | None = None
    stack: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Finding:
    """A verdict's name and words, without the koan they are about."""

    verdict: Name
    message: str
    detail: str = ""
    line: int | None = None


def printed(run: Run) -> str:
    """Return what the first failed test printed, else the last that did."""
    failed = [test for test in run.tests if test.outcome == "failed"]
    said = [test.output for test in failed[:1] or run.tests if test.output.strip()]
    return said[-1].rstrip("\n") if said else ""


def of_run(lesson: Lesson, run: Run, path: str, timeout: float) -> Finding:
    """Return what a run of the koan's file at `path` says about it."""
    if not run.complete:
        return _of_end(run, path, timeout)
    if run.error is not None:
        return _of_error(run.error)
    failed = [test for test in run.tests if test.outcome == "failed"]
    if failed:
        return _of_failure(lesson, failed[0])
    if not run.tests:
        return Finding(
            "altered",
            "No test was run: the test function is gone, or has another name.",
        )
    skipped = [test for test in run.tests if test.outcome == "skipped"]
    if skipped and "cuda" not in lesson.marks and "skip" not in lesson.source:
        return Finding(
            "wrong",
            f"`{skipped[0].test}` was skipped, so nothing is shown. Take the skip out.",
            line=skipped[0].line,
        )
    if len(skipped) == len(run.tests):
        return Finding("skipped", f"Not run here: {skipped[0].message}")
    return Finding("passed", lesson.title.text)


def _of_end(run: Run, path: str, timeout: float) -> Finding:
    """The process ended before its tests did."""
    line = _line_in(run.stack, path)
    if any("pdb.py" in entry for entry in run.stack):
        return Finding(
            "timeout",
            "It waits in a debugger, and nobody can answer here. Take `breakpoint()` "
            "out: what you print is shown.",
            line=line,
        )
    at = f" at line {line}" if line else ""
    if run.stack and run.stack[0].startswith("Timeout"):
        return Finding(
            "timeout",
            f"Still running{at} after {_seconds(run.stack[0], timeout):g} seconds. "
            "Look for a loop that does not end.",
            line=line,
        )
    if run.code is None:
        return Finding("timeout", f"Still running after {timeout:g} seconds.")
    if run.code < 0:
        try:
            name = signal.Signals(-run.code).name
        except ValueError:
            name = f"signal {-run.code}"
        what = {
            "SIGSEGV": "a segmentation fault",
            "SIGKILL": "SIGKILL, as the system sends when memory runs out",
            "SIGABRT": "an abort",
        }.get(name, name)
        return Finding("crashed", f"Python was ended by {what}{at}.", line=line)
    return Finding(
        "crashed",
        f"Python ended with exit code {run.code} before the test was over{at}. "
        "Does your answer call `os._exit`?",
        line=line,
    )


def _of_error(error: Test) -> Finding:
    """The file could not be collected."""
    if error.exception in ("SystemExit", "KeyboardInterrupt"):
        return Finding(
            "crashed",
            "The file asks Python or pytest to stop. Take that out.",
        )
    if error.exception == "SyntaxError":
        return Finding(
            "broken", f"Line {error.line}: {error.message}.", line=error.line
        )
    at = f"Line {error.line}: " if error.line else ""
    return Finding(
        "broken",
        f"{at}the file cannot be imported.",
        f"{error.exception}: {error.message}",
        error.line,
    )


def _of_failure(lesson: Lesson, test: Test) -> Finding:
    if test.exception == "Incomplete":
        return incomplete(lesson)
    if test.exception == "SystemExit":
        return Finding(
            "crashed",
            "Your answer asks Python to stop (`sys.exit`, `exit`, `quit`). "
            "Take that out.",
            line=test.line,
        )
    if test.exception == "OSError" and f"[Errno {errno.EFBIG}]" in test.message:
        return Finding(
            "crashed", "Your answer prints or writes more than 200 MB.", line=test.line
        )
    if test.exception in ("MemoryError", "OutOfMemoryError") or (
        test.exception == "RuntimeError" and "can't allocate memory" in test.message
    ):
        return Finding(
            "crashed",
            f"More memory is asked for than a koan may have ({memory() / 2**30:.0f} "
            "GiB here). See what grows, or what is broadcast.",
            line=test.line,
        )
    if lesson.kind == "prediction" and test.kind:
        wanted = f"{'an' if test.kind[0] in 'aeiou' else 'a'} {test.kind}"
        return Finding(
            "wrong",
            f"The right values in the wrong container: this wants {wanted}.",
            line=test.line,
        )
    if lesson.kind == "prediction" and test.exception == "AssertionError":
        return Finding("wrong", "It is not that.", line=test.line)
    message = test.message.strip() or "an assert does not hold"
    name = "" if test.exception == "AssertionError" else f"{test.exception}: "
    return Finding(
        "wrong", f"`{test.test}` does not pass.", f"{name}{message}", test.line
    )


def incomplete(lesson: Lesson) -> Finding:
    """The blank, or the broken code, is as it came."""
    if lesson.kind == "repair":
        return Finding("incomplete", "The broken lines are as they came. Mend them.")
    return Finding("incomplete", "Put your answer in place of `__`.")


def _line_in(stack: tuple[str, ...], path: str) -> int | None:
    """Return the innermost line of the file at path in faulthandler's stack."""
    name = path.encode("ascii", "backslashreplace").decode()  # as faulthandler does
    for entry in stack:
        _, found, after = entry.partition(f'"{name}", line ')
        if found:
            return int(after.split()[0])
    return None


def _seconds(title: str, timeout: float) -> float:
    """Return the limit that faulthandler names, as in `Timeout (0:00:10)!`."""
    match = re.search(r"\((\d+):(\d\d):(\d\d(?:\.\d+)?)\)", title)
    if match is None:
        return timeout
    return int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])
