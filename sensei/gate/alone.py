"""Runs each file's tests alone: in a fork of a process that has run nothing yet.

    python -m sensei.gate.alone DEVICE FILE...

Prints one JSON line for each file: {"file", "code", "said"}. Needs os.fork; nothing
but imports happens before it, on one thread, and CUDA is not touched.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds after which a file's tests are ended."""


def names_import(name: str) -> bool:
    """Say whether a dotted name can be imported or reached, as `See:` promises."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except Exception:  # a module may fail to import in any way
            continue
        for part in parts[cut:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def run(file: str, device: str) -> tuple[int, str]:
    """Run one file's tests in a fork; return pytest's exit code and what it said."""
    with tempfile.TemporaryFile("w+b") as log:
        child = os.fork()
        if child == 0:
            signal.alarm(PATIENCE)  # an endless loop ends the child
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            code = 70
            with contextlib.suppress(BaseException):
                options = ["-p", "no:cacheprovider", "-q", "--tb=line", "--no-header"]
                code = int(pytest.main([*options, f"--device={device}", file]))
            sys.stdout.flush()
            os._exit(code)
        _, status = os.waitpid(child, 0)
        log.seek(0)
        said = log.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(status), said[-1500:]


def main() -> None:
    device, *files = sys.argv[1:]
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what an import prints must not mix with the facts
    import torch
    import torchvision  # type: ignore[import-untyped]

    torch.set_num_threads(1)
    assert torchvision.__version__
    gc.collect()
    gc.freeze()
    for file in files:
        if Path(file).suffix == ".py":
            code, said = run(file, device)
            line: dict[str, object] = {"file": file, "code": code, "said": said}
        else:
            line = {"name": file, "imports": names_import(file)}
        print(json.dumps(line), file=out, flush=True)
    os._exit(0)  # what was frozen would be reported as leaked


if __name__ == "__main__":
    main()
