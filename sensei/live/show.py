"""Runs an app of Textual to its end, whatever becomes of the terminal."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
import time

from sensei.live.parts import Parts

PATIENCE = 3.0
"""Seconds after which a session whose terminal is closed is ended the hard way.

Textual (8.x) may wait for ever for the thread that writes to it.
"""


def show(app: Parts) -> None:
    """Run an app until it ends. Raises its `failure`."""
    threading.Thread(target=_hear_the_hang_up, name="hang-up", daemon=True).start()
    try:
        app.run()
    finally:
        _stop_reading_keys(app)
    if app.failure is not None:
        raise app.failure


def _hear_the_hang_up() -> None:
    """Wait until the terminal closes; then end as on the signal for it.

    The system sends that signal to the session's first process alone: a shell passes it
    on, make does not.
    """
    if not sys.__stdin__ or not hasattr(select, "poll"):
        return
    with contextlib.suppress(OSError, ValueError):
        terminal = select.poll()
        terminal.register(sys.__stdin__.fileno(), 0)
        for _, event in terminal.poll():
            if event & select.POLLHUP:
                os.kill(os.getpid(), signal.SIGHUP)
                time.sleep(PATIENCE)
                os._exit(128 + signal.SIGHUP)  # what is recorded is on the disk


def _stop_reading_keys(app: Parts) -> None:
    """End the thread that reads the keys.

    Where the terminal was closed, Textual (8.x) fails while it restores the terminal,
    and its thread would read from nothing, with a whole core, for ever.
    """
    event = getattr(app._driver, "exit_event", None)
    if event is not None:
        event.set()


def unicode_terminal() -> bool:
    """Say whether the terminal shows Unicode; what it cannot show is replaced."""
    # The console's own font has few signs.
    plain = os.environ.get("TERM") == "linux"
    plain = plain or os.environ.get("LC_ALL") in ("C", "POSIX")
    for stream in (sys.__stdout__, sys.__stderr__):
        encoding = (getattr(stream, "encoding", "") or "").lower()
        if stream is not None and not encoding.startswith("utf"):
            plain = True
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
    return not plain
