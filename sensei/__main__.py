"""`python -m sensei`."""

import sys

from sensei.quick import start

if not start(sys.argv[1:]):
    import sensei.authoring  # noqa: F401  (its commands)
    from sensei.cli import entry

    entry()
