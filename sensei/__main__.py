"""`python -m sensei`."""

import sys

try:
    from sensei.quick import start

    if not start(sys.argv[1:]):
        from sensei.entry import entry

        entry()
except KeyboardInterrupt:  # nothing has begun yet
    raise SystemExit(130) from None
