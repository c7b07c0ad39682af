"""Calls git, and says what it says where it fails."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from sensei.errors import SenseiError

FOLDER = "Or unpack the new version to a folder: make update FROM=folder"


class Git:
    """Calls git in a checkout."""

    def __init__(self, root: Path, environment: Mapping[str, str] | None = None):
        self.root = root
        self.environment = environment or {}

    @cached_property
    def folder(self) -> Path:
        """Where git keeps what belongs to this checkout."""
        return Path(self.line("rev-parse", "--absolute-git-dir"))

    def line(self, *words: str, or_else: str | None = None, stdin: str = "") -> str:
        """Return what git prints, without the last line end.

        Where git fails, returns or_else, or raises SenseiError with what it says.
        """
        done = self._run(words, stdin)
        if done.returncode == 0:
            return done.stdout.removesuffix("\n")
        if or_else is not None:
            return or_else
        verb = next(w for w in words if not w.startswith("-") and "=" not in w)
        raise SenseiError(
            f"git {verb} has failed (exit code {done.returncode}): "
            f"{done.stderr.strip()}"
        )

    def does(self, *words: str) -> bool:
        """Say whether git answers yes."""
        return self._run(words, "").returncode == 0

    def names(self, *words: str) -> set[str]:
        """Return the paths that git prints."""
        return set(filter(None, self.line(words[0], "-z", *words[1:]).split("\0")))

    def paths(self, *words: str, paths: Iterable[str]) -> None:
        """Do something to some paths, as they stand, if there are any."""
        names = "\0".join(sorted(paths))
        if names:
            options = ["--pathspec-from-file=-", "--pathspec-file-nul"]
            self.line("--literal-pathspecs", *words, *options, stdin=names)

    def _run(
        self, words: Iterable[str], stdin: str
    ) -> subprocess.CompletedProcess[str]:
        astray = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
        environment = {k: v for k, v in os.environ.items() if k not in astray}
        try:
            return subprocess.run(
                ["git", *words],
                cwd=self.root,
                env={**environment, "LC_ALL": "C", **self.environment},
                input=stdin,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="surrogateescape",
            )
        except FileNotFoundError:
            raise SenseiError(f"git is not installed. {FOLDER}") from None
