"""Judges files in processes that stand ready: the newest text, and no queue."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable
from pathlib import Path

from sensei import runner, warm
from sensei.errors import SenseiError
from sensei.probe_limits import GRACE
from sensei.verdict import Run
from sensei.warm import Maker, Process

Make = Callable[[Path, str, int], Maker]


class Pool:
    """Runs one file at a time; a run that begins ends the one before it.

    Its methods may be called from any thread. Nothing is started before `prepare`
    or `run`.
    """

    def __init__(
        self, root: Path, device: str, seed: int, make: Make = warm.maker
    ) -> None:
        self.root, self.device, self.seed = root, device, seed
        self._make = make
        self._maker: Maker | None = None
        self._made_from: tuple[float, ...] = ()
        self._spare: Process | None = None
        self._running: Process | None = None
        self._turn = 0
        self._turns = threading.Lock()
        self._making = threading.Lock()
        self._closed = False
        self.ready = False
        """Whether a process has ever stood ready: until then, torch is imported."""

    def run(self, file: Path, timeout: float, turn: int | None = None) -> Run | None:
        """Run the tests of one file; None where a newer turn has begun.

        timeout: seconds that one test may take, and the import of the file; turn: as
        `stop` gave it, by default a new one. Blocks. Raises SenseiError where no
        process can be had, or pytest cannot start.
        """
        turn = self.stop() if turn is None else turn
        request = json.dumps({"file": str(file), "timeout": timeout})
        process = self._handed(request, turn)
        if process is None:
            return None
        try:
            [run] = runner.read(process, 1, 2 * timeout + GRACE)
        except SenseiError:
            if self.is_turn(turn):
                raise
            return None  # it was ended before it came to the koan
        finally:
            with self._turns:
                if self._running is process:
                    self._running = None
            process.close()
            self._refill()
        return run if turn == self._turn else None

    def stop(self) -> int:
        """End what is running, and return the number of the turn that begins."""
        with self._turns:
            self._turn += 1
            if self._running is not None:
                self._running.kill()
                self._running = None
            return self._turn

    def is_turn(self, turn: int) -> bool:
        """Say whether no newer turn has begun."""
        return turn == self._turn

    def prepare(self) -> None:
        """Have a process standing ready. Raises SenseiError where there can be none."""
        with self._making:
            if self._spare is None and not self._closed:
                self._spare = self._new()

    def close(self) -> None:
        """End all processes."""
        self._closed = True
        self.stop()
        if self._maker is not None:
            self._maker.close()  # who waits for a process now waits no longer
        with self._making:
            self._forget()

    def _handed(self, request: str, turn: int) -> Process | None:
        """Return a process that has the request, or None where the turn is over."""
        with self._making:
            for _ in range(2):  # what stood ready may have been killed meanwhile
                if turn != self._turn or self._closed:
                    return None
                process = self._take()
                with self._turns:
                    if turn != self._turn:
                        self._spare = process
                        return None
                    self._running = process
                try:
                    process.ask(request)
                except OSError:
                    process.close()
                    continue
                return process
        raise SenseiError("The processes that judge do not stay alive.")

    def _take(self) -> Process:
        if self._made_from != self._sources():
            self._forget()
        process, self._spare = self._spare, None
        return process if process is not None else self._new()

    def _new(self) -> Process:
        if self._maker is None:
            self._made_from = self._sources()
            self._maker = self._make(self.root, self.device, self.seed)
        try:
            process = self._maker.make()
        except SenseiError:
            self._forget()
            raise
        self.ready = True
        return process

    def _forget(self) -> None:
        """Let go of processes that have imported what is no longer so."""
        if self._spare is not None:
            self._spare.close()
        if self._maker is not None:
            self._maker.close()
        self._maker = self._spare = None
        self.ready = False

    def _sources(self) -> tuple[float, ...]:
        """Return when the files were written that a process imports before a koan."""
        files = (self.root / "conftest.py", self.root / "koans" / "__init__.py")
        return tuple(file.stat().st_mtime for file in files if file.exists())

    def _refill(self) -> None:
        def fill() -> None:
            with contextlib.suppress(SenseiError):  # the next run tries, and tells
                self.prepare()

        if not self._closed:
            threading.Thread(target=fill, daemon=True).start()
