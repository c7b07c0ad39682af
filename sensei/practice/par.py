"""How long an item should take: by its answer, and soon by the learner's own times."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from sensei.blank import Kind

BASE: dict[Kind, float] = {
    "prediction": 30.0,
    "expression": 40.0,
    "block": 60.0,
    "repair": 75.0,
}
"""Seconds to read a koan and see what it asks; a repair has its broken lines, too."""
PER_CHARACTER = 0.6
"""Seconds to think of and write one character of code."""
LONGEST = 600.0
OWN = 3
"""From so many right answers on, the learner's own median is par."""


def first(kind: Kind, answer: str) -> float:
    """Return par, in seconds, of a koan that is not known yet."""
    written = sum(not character.isspace() for character in answer)
    return min(BASE[kind] + PER_CHARACTER * written, LONGEST)


def par(first: float, right: Sequence[float]) -> float:
    """Return par from the seconds that right answers took."""
    return statistics.median(right) if len(right) >= OWN else first


def expected(par: float, spent: Sequence[float]) -> float:
    """Return the seconds that the item will take: as it has so far, else par.

    spent: the seconds of every time the item was finished, however that went.
    """
    return statistics.median(spent) if spent else par
