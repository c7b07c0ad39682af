"""Lessons for the tests of the gate: a good one, and how to spoil it."""

from __future__ import annotations

from dataclasses import dataclass

from sensei import lesson as lessons
from sensei.lesson import Lesson

HINTS = ("Count on your fingers.", "It is more than six.")
SUM = """\
def test_the_sum_of_three():
    numbers = [2, 3, 4]
    assert sum(numbers) == 9  # blank
"""
DOUBLE = """\
def double(x):
    # blank: hand back twice x
    return 2 * x
    # end


def test_it_doubles():
    assert double(4) == 8
"""


@dataclass(frozen=True)
class Case:
    """A lesson, and how each of its faults begins: `line: what`."""

    source: str
    faults: tuple[str, ...] = ()


def lesson(
    code: str = SUM,
    *,
    imports: str = "",
    title: str = "A sum counts all of its numbers.",
    text: str = "Each is counted once, however many there are.",
    hints: tuple[str, ...] = HINTS,
    wrongs: tuple[str, ...] = ("5", "3"),
    rights: tuple[str, ...] = (),
    bans: tuple[str, ...] = (),
    see: tuple[str, ...] = ("math.fsum",),
) -> str:
    """Return the source of a lesson; without arguments it is a good one."""
    fields = [f"Hint: {hint}" for hint in hints]
    fields += [f"Wrong: It is not that.\n{indented(wrong)}" for wrong in wrongs]
    fields += [f"Right:\n{indented(right)}" for right in rights]
    fields += [f"Ban: {ban}" for ban in bans]
    fields += [f"See: {name}" for name in see]
    docstring = "\n".join([f'"""{title}', "", text, "", *fields, '"""'])
    head = f"{imports}\n\n" if imports else ""
    gap = "\n" if code.startswith(("def ", "@")) else ""
    return f"{docstring}\n\n{head}{gap}{code}"


def sums(*lines: str, mark: str = "") -> str:
    """Return a test of these lines; they end with the sum of three, a prediction."""
    last = () if any("blank" in line for line in lines) else (SUM_IS_9,)
    body = "\n".join(f"    {line}" for line in (*lines, *last))
    return f"{mark}\ndef test_it():\n{body}\n".lstrip("\n")


SUM_IS_9 = "assert sum([2, 3, 4]) == 9  # blank"


def indented(code: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in code.split("\n"))


def read(source: str, path: str = "01_first/test_01_sums.py") -> Lesson:
    return lessons.read(source, path)
