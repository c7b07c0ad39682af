"""The way in to the command line; the session has a shorter one, `sensei.quick`."""

from __future__ import annotations

import sys

import sensei.authoring
import sensei.practice.commands
import sensei.updating  # noqa: F401  (their commands)
from sensei.cli import app, here
from sensei.guard import guarded


def entry() -> None:
    """Run the command line; a person sees a message, never a traceback of ours."""
    with guarded(lambda: here.home, as_json="--json" in sys.argv[1:]):
        app(standalone_mode=True)
