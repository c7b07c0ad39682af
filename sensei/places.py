"""Lines and places in a source text, as Python counts them."""

from __future__ import annotations

import ast
import re

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(source: str) -> list[str]:
    """Return the lines as Python counts them, each with its end.

    `str.splitlines` also cuts at form feeds and at U+2028, where Python does not.
    """
    return LINE.findall(source)


def offsets_of(source: str) -> list[int]:
    """Return the position in source at which each line starts."""
    starts = [0]
    for line in lines_of(source):
        starts.append(starts[-1] + len(line))
    return starts


def span(source: str, node: ast.AST, offsets: list[int] | None = None) -> slice:
    """Return where node stands in source, as a slice of characters."""
    offsets = offsets or offsets_of(source)
    lines = lines_of(source)

    def place(row: int, column: int) -> int:
        text = lines[row - 1].encode()[:column].decode()
        return offsets[row - 1] + len(text)

    start = place(node.lineno, node.col_offset)  # type: ignore[attr-defined]
    stop = place(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
    return slice(start, stop)
