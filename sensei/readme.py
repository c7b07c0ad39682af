"""The parts of README.md that the program writes: each stands between two marks."""

from __future__ import annotations

from sensei import workbook
from sensei.errors import SenseiError
from sensei.path import Home


def with_part(home: Home, begin: str, end: str, part: str) -> str:
    """Return the README as it should be: with this part between its two marks.

    Raises SenseiError where the marks are missing.
    """
    text = (home.root / "README.md").read_text(encoding="utf-8")
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not (found and closed):
        raise SenseiError(f"README.md lacks the marks {begin!r} and {end!r}.")
    return f"{head}{begin}\n\n{part}\n\n{end}{tail}"


def update(home: Home, text: str) -> bool:
    """Make this the README; return whether it was another."""
    if text == (home.root / "README.md").read_text(encoding="utf-8"):
        return False
    workbook.write(home.root / "README.md", text)
    return True
