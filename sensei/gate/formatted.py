"""What an editor that formats on save would change in the derived koans."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sensei.errors import Fault
from sensei.lesson import Lesson


def faults(
    root: Path, lessons: Sequence[Lesson], folder: Path, notes: list[str]
) -> list[Fault]:
    """Return the koans that a formatter or an import sorter would change on save.

    root: holds pyproject.toml; folder: the koans are written below it; notes: says
    where ruff is missing. Raises RuntimeError with ruff's complaint where it fails.
    """
    if not lessons:
        return []
    ruff = shutil.which("ruff", path=os.path.dirname(sys.executable)) or shutil.which(
        "ruff"
    )
    if ruff is None:
        notes.append("ruff is not installed: the koans' format was not checked.")
        return []
    koans = folder / "koans"
    for lesson in lessons:
        file = koans / lesson.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lesson.koan, encoding="utf-8")
    config = ["--config", str(root / "pyproject.toml"), "--no-cache"]
    kinds = {
        "the formatter": ["format", "--check", "--output-format=json"],
        "the linter": ["check", "--output-format=json"],
    }
    found = []
    for name, arguments in kinds.items():
        command = [ruff, *arguments, *config, str(koans)]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=folder)
        if ran.returncode not in (0, 1):
            raise RuntimeError(
                ran.stderr.strip() or f"ruff ended with {ran.returncode}"
            )
        for entry in json.loads(ran.stdout or "[]"):
            path = Path(entry["filename"]).resolve().relative_to(koans.resolve())
            line = (entry.get("location") or {}).get("row", 1)
            what = f"{name} would change the derived koan: {entry['message']}"
            mend = "Write the lesson so that the koan is left as it is."
            found.append(Fault(f"koans/{path.as_posix()}", line, what, mend))
    return found
