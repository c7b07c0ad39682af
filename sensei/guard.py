"""What a person sees when a command fails: a message, never a traceback of ours."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Callable, Iterator

from rich.console import Console

from sensei.errors import SenseiError
from sensei.path import Home


@contextlib.contextmanager
def guarded(home: Callable[[], Home]) -> Iterator[None]:
    """Turn what a block raises into a message and an exit status.

    home: where a traceback is kept, asked for only then.
    """
    errors = Console(stderr=True, highlight=False)
    try:
        yield
    except SenseiError as error:
        errors.print(str(error), style="red", markup=False)
        sys.exit(2)
    except KeyboardInterrupt:
        errors.print("Stopped. Nothing is lost.")
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)
    except Exception:
        errors.print(_keep_traceback(home()), style="red", markup=False)
        sys.exit(3)


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
