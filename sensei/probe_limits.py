"""What a judgement may use: time, memory, output. Known to it and to who waits."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

IMPORTS = 60.0
"""Seconds that a file may take to be collected: the import of torch is in them."""
GRACE = 5.0
"""Seconds after which a probe that should have stopped itself is killed."""
MOST_OUTPUT = 200 * 2**20
"""Bytes that a test may write into one file, its standard output included."""
MOST_MEMORY = 4 * 2**30
"""Bytes that a test may allocate, where the machine has twice that."""
IMPORTED = 2 * 2**30
"""Bytes left for the imports where they are still to come."""


def memory() -> int:
    """Return how many bytes a test may allocate: half of the machine, at most 4 GiB."""
    sizes = [MOST_MEMORY]
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        sizes.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)
    with contextlib.suppress(OSError, ValueError):  # no container, or no limit
        sizes.append(int(Path("/sys/fs/cgroup/memory.max").read_text("ascii")) // 2)
    return min(sizes)


def limit(*, imports: bool) -> None:
    """Limit what this process may write and allocate, beyond what it has by now.

    imports: whether torch is still to be imported. Memory is limited on Linux only:
    elsewhere no limit counts what a process allocates without what it maps.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_OUTPUT, MOST_OUTPUT))
    if sys.platform == "linux":
        most = memory() + _data() + (IMPORTED if imports else 0)
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _data() -> int:
    """Return the bytes of private writable memory that this process has mapped."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
