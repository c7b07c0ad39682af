"""How long the probe may take: known to it and to who waits for it."""

IMPORTS = 60.0
"""Seconds that a file may take to be collected: the import of torch is in them."""
GRACE = 5.0
"""Seconds after which a probe that should have stopped itself is killed."""
