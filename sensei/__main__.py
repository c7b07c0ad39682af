"""`python -m sensei`."""

import sensei.authoring
import sensei.practice.commands  # noqa: F401  (their commands)
from sensei.cli import entry

entry()
