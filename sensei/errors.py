"""Errors that say where, what was found and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class SenseiError(Exception):
    """Something a person can mend: its text is all that they need to see."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file, and how to mend it."""

    path: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.mend}"


class LessonError(SenseiError):
    """A lesson that cannot be read; `fault` says where and how to mend it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault
