"""Runs variants in several processes at once and gathers what they saw."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sensei.gate import plugin
from sensei.gate.variants import Variant

PYTEST = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
SILENCE = 120.0
"""Seconds without a word from a process after which it is ended."""


@dataclass(frozen=True)
class Result:
    """What one test of a variant did with one seed; see `sensei.gate.plugin`.

    seconds: by the clock; work: of processor time, which other programs leave alone.
    """

    file: str
    test: str
    seed: int
    outcome: str
    exception: str
    how: str
    seconds: float
    work: float
    leaks: tuple[str, ...]


@dataclass(frozen=True)
class Setting:
    """Where and how the variants run.

    shards: the number of processes at once; patience: seconds after which a test, or
    the import of a file, is ended and has failed.
    """

    root: Path
    folder: Path
    device: str
    first_seed: int
    shards: int
    patience: float


def run(variants: Sequence[Variant], setting: Setting) -> list[Result]:
    """Run the variants' tests; a process that crashes costs only its variant.

    Raises RuntimeError with pytest's complaint where it cannot start.
    """
    parts: list[list[Variant]] = [[] for _ in range(setting.shards)]
    for i, variant in enumerate(variants):
        parts[i % setting.shards].append(variant)
    with ThreadPoolExecutor(setting.shards) as pool:
        done = pool.map(
            lambda part: _run_part(part[1], setting, part[0]),
            [(i, part) for i, part in enumerate(parts) if part],
        )
        return [result for results in done for result in results]


def _run_part(part: list[Variant], setting: Setting, number: int) -> list[Result]:
    """Run one process after the other until every variant of the part has a result."""
    results: list[Result] = []
    left = {variant.name: variant for variant in part}
    turn = 0
    while left:
        out = setting.folder / f"results-{number}-{turn}.jsonl"
        code, complaint = _process(list(left.values()), setting, out)
        started, ended = "", False
        for line in plugin.read(out):
            if "start" in line:
                started = line["start"]
                continue
            if "end" in line:
                ended = True
                continue
            results.append(Result(**{**line, "leaks": tuple(line["leaks"])}))
        if ended:  # the exit code does not tell: os._exit can give any
            break
        if not started or started not in left:
            raise RuntimeError(complaint or f"pytest ended with exit code {code}")
        how = f"the process ended with exit code {code}: {complaint[-200:]}"
        crash = Result(
            started, "", setting.first_seed, "failed", "crash", how, 0.0, 0.0, ()
        )
        results.append(crash)
        seen = {result.file for result in results if result.outcome != "imported"}
        left = {name: variant for name, variant in left.items() if name not in seen}
        turn += 1
    return results


def _process(part: list[Variant], setting: Setting, out: Path) -> tuple[int, str]:
    """Run pytest over the variants; return its exit code and what it complained of."""
    plan = out.with_suffix(".plan.json")
    plan.write_text(
        json.dumps(
            {
                "out": str(out),
                "seeds": {variant.name: variant.seeds for variant in part},
                "first": setting.first_seed,
                "patience": setting.patience,
            }
        ),
        encoding="utf-8",
    )
    tests = out.with_suffix("")  # a folder: pytest lists it anew for each file named
    tests.mkdir()
    for variant in part:
        (tests / variant.name).write_text(variant.text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "sensei.gate.plugin", "-q"]
    command += ["-p", "no:cacheprovider", "--continue-on-collection-errors"]
    command += [f"--rootdir={setting.root}", "-c", str(setting.root / "pyproject.toml")]
    command += [f"--device={setting.device}", str(tests)]
    scratch = out.with_suffix(".scratch")  # for files that an answer writes
    scratch.mkdir()
    log = out.with_suffix(".log")
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            command,
            cwd=scratch,
            env=environment() | {"SENSEI_GATE": str(plan)},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            code = _wait(process, out)
        finally:
            process.kill()
            process.wait()
    return code, log.read_text(encoding="utf-8", errors="replace").strip()[-2000:]


def environment() -> dict[str, str]:
    """Return the environment of a process that runs tests for the gate."""
    kept = {k: v for k, v in os.environ.items() if k not in PYTEST}
    # The checkout may be elsewhere than this package.
    found = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    return kept | {
        "PYTHONPATH": os.pathsep.join(filter(None, found)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }


def _wait(process: subprocess.Popen[bytes], out: Path) -> int:
    """Wait for the process, and end it when it says nothing for SILENCE seconds."""
    heard, size = time.monotonic(), -1
    while True:
        try:
            return process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            now = out.stat().st_size if out.exists() else 0
            if now != size:
                heard, size = time.monotonic(), now
            elif time.monotonic() - heard > SILENCE:
                process.kill()
                return process.wait()
