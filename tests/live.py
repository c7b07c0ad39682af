"""A session to test: a tiny checkout, a pool that says what it is told, a screen."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timezone
from pathlib import Path

from textual.pilot import Pilot

from sensei.journal import Journal
from sensei.judge import Judge
from sensei.live.app import Koans
from sensei.live.session import Session
from sensei.route import Route
from sensei.verdict import Run
from sensei.verdict import Test as Seen
from tests.checkout import Checkout

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=timezone.utc)
WHOLE = Route()
PASSED = Seen("test_it", "passed", 0.01, "", "", None, None, None)


def ran(*tests: Seen) -> Run:
    return Run(tests=tests, complete=True, seconds=0.01)


class Pool:
    """Stands for the processes that judge; `run` returns what `says` holds."""

    ready = True

    def __init__(self, says: Run | None = None) -> None:
        self.says = says or ran(PASSED)
        self.files: list[Path] = []
        self.turn = 0
        self.closed = False

    def prepare(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def stop(self) -> int:
        self.turn += 1
        return self.turn

    def is_turn(self, turn: int) -> bool:
        return turn == self.turn

    def run(self, file: Path, timeout: float, turn: int) -> Run | None:
        self.files.append(file)
        return self.says if turn == self.turn else None


def session(
    checkout: Checkout, pool: Pool | None = None, route: Route = WHOLE
) -> Session:
    """Return a session at half past nine."""
    journal = Journal(checkout.home.records / "journal.db", NOW)
    return Session(
        Judge(checkout.home),
        journal,
        pool or Pool(),
        route,
        lambda: NOW,  # type: ignore[arg-type]
    )


def drive(
    app: Koans,
    story: Callable[[Pilot[None]], Awaitable[None]],
    size: tuple[int, int] = (80, 24),
) -> None:
    """Run a story on a screen of this size, for 20 seconds at most."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await story(pilot)

    asyncio.run(asyncio.wait_for(run(), 20))


async def until(pilot: Pilot[None], what: Callable[[], object]) -> None:
    """Wait for what is to come."""
    while not what():
        await pilot.pause(0.005)
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what is shown has a verdict."""
    app = pilot.app
    assert isinstance(app, Koans)
    await until(pilot, lambda: app.session.shown is None or app.session.shown.verdict)


def screen(app: Koans) -> str:
    """Return what the screen shows, without colours."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip() + "\n"


def golden(name: str, text: str) -> str:
    """Return what the screen should show; KOANS_GOLDEN=write takes what it shows."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("KOANS_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def ended(pid: int) -> bool:
    """Say whether a process has ended: it may be left for its parent to bury."""
    try:
        with open(f"/proc/{pid}/stat") as stream:
            return stream.read().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
