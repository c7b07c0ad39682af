"""`python -m sensei`."""

import sys

from sensei.quick import start

if not start(sys.argv[1:]):
    import sensei.authoring
    import sensei.practice.commands  # noqa: F401  (their commands)
    from sensei.cli import entry

    entry()
