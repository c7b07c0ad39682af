"""A whole session in a pseudo-terminal: the program itself, as a learner meets it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkout import REPOSITORY, Checkout, environment
from tests.live import ended

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
PATIENCE = 30.0
"""Seconds until a step must have happened: importing torch is in them."""
AS_MAKE = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)  # make hears it, and passes nothing on
subprocess.run(sys.argv[1:])
"""


class Terminal:
    """A terminal of 80 by 24 in which the session runs."""

    def __init__(
        self, checkout: Checkout, *options: str, under: tuple[str, ...] = ()
    ) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.Stream(self.screen)
        command, *arguments = (*under, *checkout.command("koans", *options))
        self.child = pexpect.spawn(
            command,
            arguments,
            cwd=str(REPOSITORY),
            env={**environment(), "TERM": "xterm-256color", "NO_COLOR": ""},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=PATIENCE,
        )

    def shows(self, *wanted: str) -> str:
        """Wait until all of these are on the screen; return what is."""
        self.until(lambda: all(words in self.text for words in wanted), wanted)
        return self.text

    def gone(self, words: str) -> None:
        """Wait until these are no longer on the screen."""
        self.until(lambda: words not in self.text, f"the end of {words}")

    def until(self, true: Callable[[], bool], what: object) -> None:
        """Read what the session writes until something is true."""
        end = time.monotonic() + PATIENCE
        while not true():
            left = end - time.monotonic()
            assert left > 0, f"{what} did not come:\n{self.text}"
            try:
                self.stream.feed(self.child.read_nonblocking(65536, left))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError(f"it ended:\n{self.text}") from None

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def ends(self) -> str:
        """Wait for the end; return what was printed last."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.before


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


@pytest.fixture
def start(checkout):
    running = []

    def begin(*options, under=()):
        running.append(Terminal(checkout, *options, under=under))
        return running[-1]

    yield begin
    for terminal in running:
        terminal.child.close(force=True)


def test_a_whole_session(checkout, start):
    terminal = start("--timeout", "1")
    terminal.shows("koan 1 of 3", "A sum counts all", "incomplete", "quit")
    checkout.answer("sums", "5")
    terminal.shows("wrong", "That is the first two.", "your answer  5")
    terminal.press("h")
    terminal.shows("hint 1 of 2", "Count on your fingers.")
    checkout.answer("sums", "24")
    terminal.shows("wrong", "your answer  24", "it is        9")
    checkout.answer("sums")
    terminal.shows("✓ passed", "Your answer is the lesson's own.", "1 passed")
    terminal.press("n")
    terminal.shows("koan 2 of 3", "incomplete")
    checkout.answer("doubles", "while True:\n    pass")
    terminal.shows("timeout", "Look for a loop")
    terminal.press("r")
    terminal.shows("Begin doubles again?")
    terminal.press("y")
    terminal.shows("incomplete", "Your file is kept")
    terminal.press("l")
    terminal.shows("shown: all", "totals")
    terminal.press("total\r")
    terminal.shows("koan 3 of 3")
    terminal.press("s")
    terminal.shows("Show the solution of totals?")
    terminal.press("y")
    terminal.shows("for number in numbers:", "See math.fsum")
    terminal.press("q")
    terminal.shows("koan 3 of 3")
    terminal.press("q")
    assert "1 of 3 koans passed" in terminal.ends()
    again = start()
    again.shows("koan 3 of 3", "1 passed")
    again.press("q")
    again.ends()


def test_a_second_session_is_told_of_the_first(start):
    first = start()
    first.shows("koan 1 of 3")
    second = start()
    second.shows("Another session watches these koans")
    first.press("q")
    first.ends()
    second.gone("Another session watches")
    second.press("q")
    second.ends()


def test_changed_lessons_begin_the_session_again_where_it_was(checkout, start):
    terminal = start()
    terminal.shows("koan 1 of 3")
    terminal.press("l")
    terminal.shows("shown: all")
    terminal.press("total\r")
    terminal.shows("koan 3 of 3")
    time.sleep(1)  # the lessons are watched last of all
    lesson = checkout.home.solutions / checkout.lesson("sums").path
    lesson.write_text(lesson.read_text().replace("however many", "how many"))
    terminal.shows("koan 3 of 3", "The lessons have changed")
    terminal.press("q")
    assert "0 of 3 koans passed" in terminal.ends()


def test_ctrl_c_ends_the_session(start):
    terminal = start()
    terminal.shows("koan 1 of 3")
    terminal.press("\x03")
    assert "0 of 3 koans passed" in terminal.ends()


def test_a_killed_session_loses_nothing(checkout, start):
    terminal = start()
    terminal.shows("koan 1 of 3")
    checkout.answer("sums")
    terminal.shows("✓ passed")
    os.kill(terminal.child.pid, signal.SIGKILL)
    again = start()
    again.shows("1 passed")  # from the record, or judged anew: the verdict came first
    if "koan 1 of 3" in again.text:
        again.shows("✓ passed")
        again.press("n")
    again.shows("koan 2 of 3", "1 passed")
    again.press("q")
    again.ends()


def test_what_is_typed_ahead_of_the_end_does_nothing(checkout, start):
    terminal = start()
    terminal.shows("koan 1 of 3")
    terminal.press("qls")
    assert "0 of 3 koans passed" in terminal.ends()
    assert not (checkout.home.records / "error.txt").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_closed_terminal_ends_the_session(start):
    terminal = start(under=(sys.executable, "-c", AS_MAKE))
    terminal.shows("koan 1 of 3")
    left = children(terminal.child.pid)
    assert left
    terminal.child.ptyproc.fileobj.close()
    wait_for_the_end(left)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_session_leaves_no_process(checkout, start):
    terminal = start()
    terminal.shows("koan 1 of 3")
    checkout.answer("doubles", "while True:\n    pass")
    terminal.shows("Being judged")
    left = children(terminal.child.pid)
    assert left
    os.kill(terminal.child.pid, signal.SIGKILL)
    wait_for_the_end(left)


def wait_for_the_end(processes):
    end = time.monotonic() + PATIENCE
    while not all(map(ended, processes)):
        assert time.monotonic() < end, f"{processes} live on"
        time.sleep(0.01)


def children(process):
    """Return the processes that this one has started, and those that they did."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = file.read_text().rpartition(")")[2].split()
            if int(fields[1]) == process:
                found += [int(file.parent.name), *children(int(file.parent.name))]
    return found
