"""The guides can be read where they are read: on a screen of 80 columns, offline."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.checkout import REPOSITORY

GUIDES = sorted((REPOSITORY / "koans").glob("*/README.md"))
ROOM = 75
"""Columns for code and drawings in the session's page, on a screen of 80."""


def drawn(text: str) -> list[str]:
    """Return the lines between fences, which are cut and not folded."""
    return [line for block in text.split("```")[1::2] for line in block.split("\n")[1:]]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.parent.name)
def test_code_and_drawings_fit_on_the_screen(guide: Path):
    lines = drawn(guide.read_text(encoding="utf-8"))
    assert [line for line in lines if cell_len(line) > ROOM] == []
