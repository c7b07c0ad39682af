"""How a command is called here: by make where make started us, else by Python."""

from __future__ import annotations

import os

VARIABLES = {"reset": "KOAN", "solution": "KOAN", "hint": "KOAN", "check": "ONLY"}


def command(verb: str, argument: str = "") -> str:
    """Return what to type for a command, such as `make reset KOAN=slug`."""
    if "MAKELEVEL" in os.environ:
        words = ["make", verb]
        if argument:
            words.append(f"{VARIABLES[verb]}={argument}")
    else:
        words = ["python -m sensei", verb, *([argument] if argument else [])]
    return " ".join(words)
