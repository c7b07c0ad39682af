"""Words that are the same everywhere: what to type, numbers of things, names."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Iterable, Sequence

PACKAGES = "pytest typer rich textual watchfiles fsrs matplotlib torch torchvision"
SMALL = frozenset({"a", "an", "and", "as", "by", "in", "is", "it", "its", "of", "the"})
"""Words that nearly every name has."""
ALIKE = 0.76
"""How alike two words are, from 0 to 1, of which one is the other mistyped."""
NEAR = 0.5
"""How near a name is, at least, that is worth naming."""
VARIABLES = {"reset": "KOAN", "solution": "KOAN", "hint": "KOAN", "check": "ONLY"}


def by_make() -> bool:
    """Say whether make started us."""
    return "MAKELEVEL" in os.environ


def setting(name: str, value: str) -> str:
    """Return what to type to set an option, such as `TOPIC=math` or `--topic math`."""
    return f"{name.upper()}={value}" if by_make() else f"--{name} {value}"


def command(verb: str, argument: str = "") -> str:
    """Return what to type for a command, such as `make reset KOAN=slug`.

    By make where make started us, else by Python.
    """
    if by_make():
        words = ["make", verb]
        if argument:
            words.append(f"{VARIABLES[verb]}={argument}")
    else:
        words = ["python -m sensei", verb, *([argument] if argument else [])]
    return " ".join(words)


def missing(package: str, python: str) -> str:
    """Return what is said where a Python lacks a package that we need."""
    return (
        f"{package} is not installed for {python}.\n"
        f"To install what torch-koans needs there: {python} -m pip install {PACKAGES}\n"
        "Or let `make koans`, without VENV=, make a Python of its own."
    )


def count(number: int, noun: str) -> str:
    """Return a number of things, such as `1 day` or `2 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest(wanted: str, names: Iterable[str], most: int = 3) -> list[str]:
    """Return the names nearest to what was asked for, best first.

    A shared word counts for more the fewer names have it, and a name that is as a
    whole nearly the same counts too: `fill_and_eye` finds the names with `fill`.
    """
    known = {name: _words(name) for name in names}
    common = Counter(word for words in known.values() for word in words)
    asked = _words(wanted.lower())
    scores = {}
    for name, words in known.items():
        shared = sum(_best(word, words, common) for word in asked)
        whole = difflib.SequenceMatcher(None, wanted.lower(), name.lower()).ratio()
        scores[name] = shared / max(len(asked), 1) + whole
    best = sorted(scores, key=lambda name: -scores[name])
    return [name for name in best if scores[name] > NEAR][:most]


def meant(near: Sequence[str]) -> str:
    """Return the question whether one of these names was meant, else where all are."""
    if not near:
        return f"`{command('list')}` shows all."
    *others, last = dict.fromkeys(near)
    return f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def _words(name: str) -> set[str]:
    words = set(name.lower().replace("-", "_").replace(" ", "_").split("_")) - {""}
    return words - SMALL or words


def _best(word: str, words: set[str], common: Counter[str]) -> float:
    """Return how well a word is met by the best of a name's words, from 0 to 1."""
    return max(
        (_alike(word, other) / common[other] ** 0.5 for other in words), default=0.0
    )


def _alike(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if min(len(word), len(other)) >= 3 and (word in other or word.startswith(other)):
        return 0.9  # fill, filled, refill
    ratio = difflib.SequenceMatcher(None, word, other).ratio()
    return ratio if ratio >= ALIKE else 0.0
