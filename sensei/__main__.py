"""`python -m sensei`."""

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
        here = sensei.__path__
        sensei.__path__ = [str(new)]
        try:
            import sensei.authoring
            import sensei.updating

            return
        except ImportError:
            sensei.__path__ = here
            for name in [n for n in sys.modules if n.startswith("sensei.")]:
                del sys.modules[name]
    import sensei.authoring
    import sensei.updating


load()

from sensei.cli import entry, here  # noqa: E402
from sensei.path import Home  # noqa: E402

here.home = Home(ROOT)
entry()
