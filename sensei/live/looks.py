"""The colours and the signs of a session."""

from __future__ import annotations

from dataclasses import dataclass

from sensei.screen import LOOKS

GREEN, RED, YELLOW, PURPLE, BLUE = "#9ece6a", "#f7768e", "#e0af68", "#bb9af7", "#7dcfff"
GREY = "#636a83"
COLORS = {
    "passed": GREEN,
    "incomplete": BLUE,
    "wrong": RED,
    "broken": PURPLE,
    "banned": YELLOW,
    "altered": YELLOW,
    "timeout": RED,
    "crashed": RED,
    "skipped": GREY,
    "unjudged": BLUE,
}
SIGNS = {"banned": ("⊘", "!"), "altered": ("≠", "~"), "timeout": ("⧗", "@")}
SIGNS |= {"crashed": ("✖", "X"), "broken": ("⌇", "#"), "incomplete": ("○", "o")}


@dataclass(frozen=True)
class Glyphs:
    """The signs that a terminal can show."""

    unicode: bool

    def sign(self, state: str) -> str:
        fancy, plain = SIGNS.get(state) or (LOOKS[state].sign, LOOKS[state].plain)
        return fancy if self.unicode else plain

    @property
    def full(self) -> str:
        return "━" if self.unicode else "="

    @property
    def empty(self) -> str:
        return "─" if self.unicode else "-"

    @property
    def mark(self) -> str:
        return "▶" if self.unicode else ">"
