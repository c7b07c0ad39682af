"""What a person sees when a command fails or is stopped: never a traceback of ours."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import NoReturn

from rich.console import Console

from sensei.errors import SenseiError
from sensei.path import Home
from sensei.saying import error_console, say


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


@contextlib.contextmanager
def guarded(home: Callable[[], Home], *, as_json: bool = False) -> Iterator[None]:
    """Turn what a block raises into a message and an exit status.

    home: where a traceback is kept, asked for only then; as_json: a program reads
    the standard output, and is told there as well: {"error": message}.
    """
    errors = error_console()
    try:
        _stop_on_signals()
        yield
    except SenseiError as error:
        _tell(errors, str(error), as_json)
        sys.exit(2)
    except Stopped as stop:
        say(errors, "Stopped. Your files are as you left them.")
        sys.exit(128 + stop.signal)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:
        if _is_hung_up(error):
            sys.exit(1)
        _tell(errors, _keep_traceback(home()), as_json)
        sys.exit(3)


def _tell(errors: Console, message: str, as_json: bool) -> None:
    say(errors, message, "red")
    if as_json:
        with contextlib.suppress(OSError):  # nobody reads it any more
            print(json.dumps({"error": message}), flush=True)


def _is_hung_up(error: Exception) -> bool:
    """Say whether the terminal in which we asked or told something is closed."""
    return getattr(error, "errno", None) == errno.EIO and not os.isatty(0)


def _keep_traceback(home: Home) -> str:
    """Write the traceback to a file and return what the person is told."""
    text = traceback.format_exc()
    file = home.records / "error.txt"
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
