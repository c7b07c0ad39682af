"""Words that are the same everywhere: commands, numbers of things, nearest names."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence

VARIABLES = {"reset": "KOAN", "solution": "KOAN", "hint": "KOAN", "check": "ONLY"}


def by_make() -> bool:
    """Say whether make started us."""
    return "MAKELEVEL" in os.environ


def setting(name: str, value: str) -> str:
    """Return what to type to set an option, such as `TOPIC=math` or `--topic math`."""
    return f"{name.upper()}={value}" if by_make() else f"--{name} {value}"


def command(verb: str, argument: str = "") -> str:
    """Return what to type for a command, such as `make reset KOAN=slug`."""
    if by_make():
        words = ["make", verb]
        if argument:
            words.append(f"{VARIABLES[verb]}={argument}")
    else:
        words = ["python -m sensei", verb, *([argument] if argument else [])]
    return " ".join(words)


def count(number: int, noun: str) -> str:
    """Return a number of things, such as `1 day` or `2 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest(wanted: str, names: Iterable[str]) -> list[str]:
    """Return at most three names: those with the word in them, else those like it."""
    known = list(names)
    holding = [name for name in known if len(wanted) > 2 and wanted in name]
    return holding[:3] or difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)


def meant(near: Sequence[str]) -> str:
    """Return the question whether one of these names was meant, else where all are."""
    if near:
        return f"Did you mean {' or '.join(dict.fromkeys(near))}?"
    return f"`{command('list')}` shows all."
