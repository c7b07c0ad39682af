"""A stopwatch on a clock that only goes forward."""

from __future__ import annotations

from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds since some moment, such as time.monotonic: never set, never back."""


class Stopwatch:
    """Counts the seconds in which it runs; stands still when made."""

    def __init__(self, clock: Clock, seconds: float = 0.0) -> None:
        self._clock = clock
        self._before = seconds
        self._since: float | None = None

    def run(self) -> None:
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        self._before = self.seconds
        self._since = None

    @property
    def runs(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        if self._since is None:
            return self._before
        return self._before + self._clock() - self._since
