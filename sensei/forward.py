"""Moves a git checkout forward past the koans that a learner edited, or back again."""

from __future__ import annotations

import time

from sensei.backup import Backup
from sensei.errors import SenseiError
from sensei.git import Git
from sensei.path import Home
from sensei.upstream import changed_names, is_koan

STALE = 3.0
"""Seconds that the lock of a git that we started must stand still to be left over."""


def forward(home: Home, old: str, new: str, backup: Backup) -> None:
    """Bring the branch from the commit `old` forward to `new`.

    Koans that are in the way are restored as they came, and are in the backup. May
    follow on a call that was killed. Raises SenseiError where git will not go.
    """
    git = Git(home.root)
    _clear_lock(git)
    head = git.line("rev-parse", "HEAD")
    if git.does("merge-base", "--is-ancestor", new, head):
        return
    clear(home, head, new, backup)
    git.line("-c", "merge.autoStash=false", "merge", "-q", "--ff-only", new)


def clear(home: Home, old: str, new: str, backup: Backup) -> None:
    """Restore what stands in the way of a step from `old` to `new`: the koans that
    were edited, and files that a killed step has already brought to the new version.

    Raises SenseiError where something else was changed.
    """
    git = Git(home.root)
    touched, added, changed = _names(git, old, new)
    in_way = changed & touched
    foreign = [
        name
        for name in sorted((in_way | added) - {n for n in in_way | added if is_koan(n)})
        if (home.root / name).exists() and not _holds(git, name, new)
    ]
    if foreign:
        raise SenseiError(changed_names(foreign))
    for name in sorted(in_way | added):
        backup.secure(home.root / name)
    for name in sorted(added):
        if (home.root / name).exists():
            backup.remove(home.root / name)
    git.paths("rm", "-q", "--cached", "--ignore-unmatch", paths=added)
    git.paths("checkout", "-q", "HEAD", paths=in_way - added)


def undo(home: Home, old: str, new: str, backup: Backup) -> None:
    """Undo a step from `old` to `new` that git did not end.

    Files that hold what they hold in the new version are brought back to the old one.
    """
    git = Git(home.root)
    touched, added, changed = _names(git, old, new)
    gone = {name for name in added if _holds(git, name, new)}
    back = {name for name in changed & touched - added if _is_half(git, name, new)}
    for name in sorted(gone):
        backup.remove(home.root / name)
    git.paths("rm", "-q", "--cached", "--ignore-unmatch", paths=added)
    git.paths("checkout", "-q", "HEAD", paths=back)


def head(home: Home) -> str:
    """Return the commit that is checked out."""
    return Git(home.root).line("rev-parse", "HEAD")


def _holds(git: Git, name: str, commit: str) -> bool:
    """Say whether a file on the disk holds what it holds in a commit."""
    wanted = git.line("rev-parse", "-q", "--verify", f"{commit}:{name}", or_else="")
    return wanted == git.line("hash-object", "--", name, or_else="none")


def _is_half(git: Git, name: str, new: str) -> bool:
    """Say whether a file is as in the new version: the same there, or gone in both."""
    if (git.root / name).exists():
        return _holds(git, name, new)
    return not git.does("cat-file", "-e", f"{new}:{name}")


def _clear_lock(git: Git) -> None:
    """Wait for a git that outlived us; remove the lock of one that was killed."""
    lock = git.folder / "index.lock"
    waited = 0.0
    while lock.exists() and waited < STALE:
        time.sleep(0.1)
        waited += 0.1
    lock.unlink(missing_ok=True)


def _names(git: Git, old: str, new: str) -> tuple[set[str], set[str], set[str]]:
    """Return the files that a step touches, those it adds, and those changed here."""
    diff = ("diff", "--name-only", "--no-renames")
    return (
        git.names(*diff, old, new),
        git.names(*diff, "--diff-filter=A", old, new),
        git.names(*diff, "HEAD"),
    )
