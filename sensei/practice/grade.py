"""The grade of one item of practice: derived from what happened, never asked."""

from __future__ import annotations

from typing import Literal

from sensei.wording import count

Grade = Literal["again", "hard", "good", "easy"]
GRADES: tuple[Grade, ...] = ("again", "hard", "good", "easy")
"""From worst to best; FSRS numbers them from 1."""

Outcome = Literal["right", "revealed", "skipped", "given up", "dropped"]
"""How an item ended. Dropped: left without an answer, by the clock or by a call."""

TRIES = frozenset({"wrong", "timeout", "crashed"})
"""The verdicts of an answer that was tried and failed. A file that does not compile,
or still holds its blank, is one that the learner is at work on."""


def number(grade: Grade) -> int:
    """Return FSRS's number of a grade: 1 for again to 4 for easy."""
    return GRADES.index(grade) + 1


def grade(
    outcome: Outcome, *, tries: int, hints: int, seconds: float, par: float
) -> tuple[Grade | None, str]:
    """Return the grade of an item and why; None where nothing can be said.

    tries: failed runs before the end; seconds: on the item's clock; par: in seconds.
    """
    if outcome == "dropped":
        return None, "left before it was answered"
    if outcome != "right":
        return "again", outcome
    if tries:
        return "hard", f"after {count(tries, 'wrong run')}"
    if hints:
        return "hard", f"with {count(hints, 'hint')}"
    if seconds > par:
        return "hard", f"in {seconds:.0f} s, over par ({par:.0f} s)"
    if seconds > par / 2:
        return "good", f"in {seconds:.0f} s, within par ({par:.0f} s)"
    return "easy", f"in {seconds:.0f} s, within half of par ({par:.0f} s)"
