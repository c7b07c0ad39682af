"""The way in: signals and errors become messages, never a traceback of ours."""

from __future__ import annotations

import signal
import sys
import traceback
from typing import NoReturn

import sensei.authoring  # its commands
import sensei.updating  # noqa: F401  (its command)
from sensei.cli import app, error_console, here
from sensei.errors import SenseiError


class Stopped(BaseException):
    """The person, or the system, asked us to stop; typer knows nothing of it."""

    def __init__(self, number: int) -> None:
        self.signal = number


def _stop_on_signals() -> None:
    """Unwind on Ctrl-C, on `kill` and when the terminal closes: end what we started."""

    def stop(number: int, frame: object) -> NoReturn:
        raise Stopped(number)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


def entry() -> None:
    """Run the command line; a person sees a message, never a traceback of ours."""
    errors = error_console()
    try:
        _stop_on_signals()
        app(standalone_mode=True)
    except SenseiError as error:
        errors.print(str(error), style="red", markup=False)
        sys.exit(2)
    except Stopped as stop:
        errors.print("Stopped. Your files are as you left them.")
        sys.exit(128 + stop.signal)
    except BrokenPipeError:
        sys.exit(1)
    except Exception:
        errors.print(_keep_traceback(), style="red", markup=False)
        sys.exit(3)


def _keep_traceback() -> str:
    """Write the traceback to a file and return what the person is told."""
    text = traceback.format_exc()
    file = here.home.records / "error.txt"
    what = text.strip().rpartition("\n")[2]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        return f"sensei has failed, which is a fault of ours: {what}"
    return (
        f"sensei has failed, which is a fault of ours: {what}\n"
        f"Your files are as they were. Please report it, with {file}"
    )
