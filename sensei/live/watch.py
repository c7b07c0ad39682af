"""Tells which koans were saved: by events, and by looking where no events come.

Network drives, WSL and containers may show another machine's saves without an event.
So the files' times are looked at as well, every two seconds; when a change is found
that no event told of, looking becomes frequent, and the learner is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

STEP = 5
"""Milliseconds without a further event after which a save is handed on."""
SELDOM, OFTEN = 2.0, 0.2
"""Seconds between two looks at all files, with events and without."""
LATE = 1.0
"""Seconds that an event may come after the look that found its change."""
MISSES = 2
"""Saves without an event after which none is expected: the first may come too early."""

Stamp = tuple[int, int, int]


class Looks:
    """The times and sizes of the koans' files, to find what has changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stamps = {file: _stamp(file) for file in self._files()}

    def _files(self) -> list[Path]:
        return list(self.folder.glob("*/test_*.py"))

    def note(self, files: set[Path]) -> None:
        """Take these files as they are now: their change is known."""
        for file in files:
            self.stamps[file] = _stamp(file)

    def changed(self) -> set[Path]:
        """Return the files that differ from the last look, gone ones included."""
        files = {*self._files(), *self.stamps}
        now = {file: _stamp(file) for file in files}
        changed = {file for file in files if self.stamps.get(file) != now[file]}
        self.note(changed)
        return changed


def _stamp(file: Path) -> Stamp | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def is_koan(file: Path) -> bool:
    """Say whether this is a koan's file, and not what an editor puts beside it."""
    return file.name.startswith("test_") and file.suffix == ".py"


class Watch:
    """Hands on the files that were saved.

    say: is called with a line for the learner when events are given up; patient:
    whether it may wait for a while, and cost next to nothing.
    """

    def __init__(
        self, folder: Path, say: Callable[[str], None], *, patient: bool = False
    ) -> None:
        self.folder, self.say = folder, say
        self.step = STEP * 40 if patient else STEP
        self.seldom = SELDOM * 4 if patient else SELDOM
        self.polling = False
        self.looks = Looks(folder)
        self.events: set[Path] = set()
        self.missed = 0
        self.found: asyncio.Queue[set[Path]] = asyncio.Queue()

    async def saves(self) -> AsyncIterator[set[Path]]:
        """Yield the files of each save, for ever."""
        tasks = [
            asyncio.create_task(self._events()),
            asyncio.create_task(self._look()),
        ]
        try:
            while True:
                yield await self.found.get()
        finally:
            for task in tasks:
                task.cancel()

    async def _events(self) -> None:
        import watchfiles  # slow to import: the koan is on the screen by now

        try:
            async for changes in watchfiles.awatch(
                self.folder,
                watch_filter=lambda _, name: is_koan(Path(name)),
                step=self.step,  # watchfiles wakes up as often
                debounce=5 * self.step,
                rust_timeout=500,
                ignore_permission_denied=True,
            ):
                files = {Path(name) for _, name in changes}
                self.events |= files
                self.looks.note(files)
                self.found.put_nowait(files)
        except (OSError, RuntimeError) as error:
            self._poll(f"File events cannot be had ({error})")

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(OFTEN if self.polling else self.seldom)
            self.events.clear()
            files = await asyncio.to_thread(self.looks.changed)
            if not files:
                continue
            self.found.put_nowait(files)
            if not self.polling:
                await asyncio.sleep(LATE)
                self.missed += not files & self.events
                if self.missed >= MISSES:
                    self._poll("No file events come here")

    def _poll(self, why: str) -> None:
        if not self.polling:
            self.polling = True
            self.say(f"{why}: looking for saves every {OFTEN:g} s instead.")
