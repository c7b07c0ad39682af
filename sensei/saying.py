"""Prints what a person is told: folded at words on a terminal, else as it stands."""

from __future__ import annotations

import sys

from rich.console import Console


def console() -> Console:
    """Return the terminal; what it cannot show is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Console(highlight=False, soft_wrap=False)


def error_console() -> Console:
    """Return where errors and warnings go."""
    return Console(stderr=True, highlight=False)


def say(out: Console, text: str, style: str = "") -> None:
    """Print a text; where it goes to a file or a program, its lines are left whole."""
    out.print(text, style=style, markup=False, soft_wrap=not out.is_terminal)
