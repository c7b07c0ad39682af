"""`python -m sensei`."""

try:
    from sensei.entry import entry
except KeyboardInterrupt:  # nothing has begun yet
    raise SystemExit(130) from None

entry()
