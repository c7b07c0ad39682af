"""The short way to the session: importing the command line takes longer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import NoReturn

from sensei import devices
from sensei.guard import guarded
from sensei.journal import opened
from sensei.judge import Judge
from sensei.path import Home
from sensei.route import Route

AGAIN = "KOANS_AGAIN"
"""The variable that tells a session that begins again which koan it was at."""
OPTIONS = ("--device", "--seed", "--timeout", "--topic", "--track", "--from")


def at_terminal() -> bool:
    """Say whether a person sits before a screen that a session can draw on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(x.isatty() for x in streams) and os.environ.get("TERM") != "dumb"


def options(words: Sequence[str]) -> dict[str, str] | None:
    """Return the options of `koans`, None for whatever the command line must read."""
    if words and words[0] != "koans":
        return None
    names, values = words[1::2], words[2::2]
    given = dict(zip(names, values))
    numbers = (
        given.get("--seed", "0"),
        given.get("--timeout", "1").replace(".", "", 1),
    )
    if len(names) != len(values) or not all(x.isdigit() for x in numbers):
        return None
    return given if given.keys() <= set(OPTIONS) else None


def start(words: Sequence[str]) -> bool:
    """Run a session where these words ask for one at a terminal; say whether it did."""
    given = options(words)
    if given is None or not at_terminal():
        return False
    home = Home(Path(__file__).parents[1].resolve())
    with guarded(lambda: home):
        device = given.get("--device", "cpu")
        devices.check(home.root, device)
        judge = Judge(
            home,
            device,
            int(given.get("--seed", 0)),
            max(0.1, float(given.get("--timeout", 10))),
        )
        route = Route(
            given.get("--topic", ""), given.get("--track", ""), given.get("--from", "")
        )
        session(judge, route)
    return True


def session(judge: Judge, route: Route) -> None:
    """Run a session until the learner ends it."""
    from sensei.live import start as live

    def now() -> datetime:
        return datetime.now(timezone.utc)

    with opened(judge.home.records / "journal.db", now()) as record:
        wanted = os.environ.pop(AGAIN, None)
        end = live.run(judge, record, route, now, wanted)
    if end.again:
        _again(end.slug)
    print(end.said)


def _again(slug: str) -> NoReturn:
    """Begin again in this terminal, with the code that is there by now."""
    os.environ[AGAIN] = slug
    command = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":  # there exec would hand the terminal to the shell
        raise SystemExit(subprocess.run(command).returncode)
    os.execv(sys.executable, command)
