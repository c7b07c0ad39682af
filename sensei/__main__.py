"""`python -m sensei`."""

import importlib
import sys
from pathlib import Path

import sensei

ROOT = Path(__file__).resolve().parents[1]
HALF_DONE = ROOT / ".sensei" / "update"


def load() -> None:
    """Import the commands.

    Where an update was stopped half-way, the files here may be of two versions: then
    the new one is taken from where it is kept, as long as all that it needs is there.
    """
    new = HALF_DONE / "new" / "sensei"
    if (HALF_DONE / "state.json").exists() and new.exists():
        own = sensei.__path__
        sensei.__path__ = [str(new)]
        try:
            importlib.import_module("sensei.entry")
            return
        except ImportError:
            sensei.__path__ = own
            for name in [n for n in sys.modules if n.startswith("sensei.")]:
                if name != "sensei.__main__":
                    del sys.modules[name]
    importlib.import_module("sensei.entry")


def quick() -> bool:
    """Run a session where one is asked for; none while an update is half done."""
    if (HALF_DONE / "state.json").exists():
        return False
    from sensei.quick import start

    return start(sys.argv[1:])


try:
    if not quick():
        load()
        from sensei.cli import here
        from sensei.entry import entry
        from sensei.path import Home

        here.home = Home(ROOT)
        entry()
except KeyboardInterrupt:  # nothing has begun yet
    raise SystemExit(130) from None
except ModuleNotFoundError as error:
    if not error.name or error.name.partition(".")[0] == "sensei":
        raise
    from sensei.wording import missing

    raise SystemExit(missing(error.name, sys.executable)) from None
