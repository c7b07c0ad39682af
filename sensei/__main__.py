"""`python -m sensei`."""

from pathlib import Path

import sensei

ROOT = Path(__file__).resolve().parents[1]
HALF = ROOT / ".sensei" / "update"

if (HALF / "state.json").exists() and (HALF / "new" / "sensei").exists():
    # An update was stopped half-way: the files here may be of two versions.
    sensei.__path__ = [str(HALF / "new" / "sensei")]

import sensei.authoring  # noqa: E402  (its commands)
import sensei.updating  # noqa: E402, F401
from sensei.cli import entry, here  # noqa: E402
from sensei.path import Home  # noqa: E402

here.home = Home(ROOT)
entry()
