"""Rows and columns that can be read in a narrow terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

NUMBERS = ("first", "median", "passed")


def clock(seconds: float) -> str:
    """Return minutes and seconds, such as 4:05; with a sign where below zero."""
    whole = round(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    return f"{sign}{whole // 60}:{whole % 60:02d}"


def table(*names: str) -> Table:
    """Return a table whose first column gives way where it is narrow."""
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for place, name in enumerate(names):
        right = name in NUMBERS
        made.add_column(name, justify="right" if right else "left", no_wrap=place > 0)
    return made


@dataclass(frozen=True)
class Row:
    """What stands in columns, and what is noted of it, the most important first."""

    cells: tuple[Text, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Noted:
    """Rows in columns: their notes beside them where there is room, else below."""

    rows: Sequence[Row]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        widths = [
            max(cell.cell_len for cell in column)
            for column in zip(*(row.cells for row in self.rows))
        ]
        indent = sum(widths) + 2 * len(widths)
        notes = [Text(" · ".join(row.notes), "dim") for row in self.rows]
        beside = all(indent + note.cell_len <= options.max_width for note in notes)
        for row, note in zip(self.rows, notes):
            line = Text()
            for cell, width in zip(row.cells, widths):
                line.append_text(cell).append(" " * (width - cell.cell_len + 2))
            yield line.append_text(note) if beside else line
            if not beside:
                yield Padding(note, (0, 0, 0, 4))
