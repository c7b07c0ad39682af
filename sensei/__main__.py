"""`python -m sensei`."""

import sensei.authoring  # noqa: F401  (its commands)
from sensei.cli import entry

entry()
