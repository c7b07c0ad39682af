"""What to type: to call a command here, or to install what is missing."""

from __future__ import annotations

import os

PACKAGES = "pytest typer rich textual watchfiles fsrs matplotlib torch torchvision"
VARIABLES = {"reset": "KOAN", "solution": "KOAN", "hint": "KOAN", "check": "ONLY"}


def command(verb: str, argument: str = "") -> str:
    """Return what to type for a command, such as `make reset KOAN=slug`.

    By make where make started us, else by Python.
    """
    if "MAKELEVEL" in os.environ:
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
