"""The git side of an update: what upstream has, and moving there, forward only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sensei.errors import SenseiError
from sensei.git import FOLDER, Git
from sensei.path import Home

UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
}


@dataclass(frozen=True)
class Upstream:
    """Where the branch is, where upstream is, and with what environment git sees it."""

    old: str
    new: str
    environment: Mapping[str, str]


def look(home: Home, objects: Path | None = None) -> Upstream | None:
    """Fetch, and return where upstream is; None where there is nothing new.

    With `objects`, a folder, what is fetched goes there and nothing is written to the
    checkout. Raises SenseiError where the branch cannot go forward to upstream.
    """
    git = Git(home.root)
    if objects is not None:
        git = Git(home.root, _apart(git, objects))
    _must_be_ready(git)
    name = git.line("symbolic-ref", "--short", "-q", "HEAD", or_else="")
    if not name:
        raise SenseiError(
            "No branch is checked out, so there is nothing to bring forward. "
            f"`git switch main` first. {FOLDER}"
        )
    remote = git.line("config", f"branch.{name}.remote", or_else="")
    branch = git.line("config", f"branch.{name}.merge", or_else="")
    if not remote or not branch:
        raise SenseiError(
            f"The branch {name} has no upstream. Tell git where the path comes from: "
            f"git branch --set-upstream-to=origin/main {name}. {FOLDER}"
        )
    new = _fetch(git, remote, branch, objects)
    old = git.line("rev-parse", "HEAD")
    if git.does("merge-base", "--is-ancestor", new, old):
        return None
    if not git.does("merge-base", "--is-ancestor", old, new):
        raise SenseiError(
            f"The branch {name} and its upstream have each gone their own way: you "
            "have commits that it lacks, and the other way round. Only a plain step "
            "forward is made here. Take the new version from a folder: "
            f"git worktree add ../torch-koans-new {new[:12]}, then "
            "make update FROM=../torch-koans-new"
        )
    _must_be_clean(git, home, old, new)
    return Upstream(old, new, git.environment)


def export(home: Home, upstream: Upstream, stage: Path) -> None:
    """Write upstream's lessons, koans and sensei to the folder `stage`."""
    stage.mkdir(parents=True)
    index = stage.parent / "index"
    git = Git(home.root, {**upstream.environment, "GIT_INDEX_FILE": str(index)})
    git.line("read-tree", upstream.new)
    names = git.line("ls-files", "-z", "--", "solutions", "koans", "sensei")
    git.line("checkout-index", "-z", "--stdin", f"--prefix={stage}/", stdin=names)
    index.unlink()


def is_koan(name: str) -> bool:
    """Say whether a file of the checkout is a koan's, which learners edit."""
    return (
        name.startswith("koans/")
        and name.rpartition("/")[2].startswith("test_")
        and name.endswith(".py")
    )


def _must_be_ready(git: Git) -> None:
    own = (git.root / ".git").exists()  # then git itself says what is wrong with it
    if git.line("rev-parse", "--show-prefix", or_else=None if own else "no") != "":
        raise SenseiError(
            f"{git.root} is no git checkout of its own. Unpack the new version to a "
            "folder: make update FROM=folder"
        )
    for name, what in UNDER_WAY.items():
        if (git.folder / name).exists():
            raise SenseiError(
                f"{what.capitalize()} is under way here. Finish it or give it up "
                "(`git status` says how), then call again."
            )
    if git.names("diff", "--name-only", "--diff-filter=U"):
        raise SenseiError(
            "Files have conflicts that are not resolved: see `git status`. "
            "Resolve them, then call again."
        )
    lock = git.folder / "index.lock"
    if lock.exists():
        raise SenseiError(
            f"Another git is at work here, or was killed. If none is, remove {lock}"
        )


def _apart(git: Git, objects: Path) -> dict[str, str]:
    """Return an environment in which git writes its objects to a folder of ours.

    Its index as well: even `git diff` brings that up to date.
    """
    own = git.root / git.line("rev-parse", "--git-path", "objects")
    index = git.folder / "index"
    if index.exists():
        shutil.copyfile(index, objects / "own-index")
    others = os.environ.get("GIT_ALTERNATE_OBJECT_DIRECTORIES")
    return {
        "GIT_OBJECT_DIRECTORY": str(objects),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": os.pathsep.join(
            [str(own), *([others] if others else [])]
        ),
        "GIT_INDEX_FILE": str(objects / "own-index"),
        "GIT_OPTIONAL_LOCKS": "0",
    }


def _fetch(git: Git, remote: str, branch: str, objects: Path | None) -> str:
    """Fetch upstream's branch and return its commit."""
    if objects is not None:
        told = git.line("ls-remote", remote, branch)
        if not told:
            raise SenseiError(f"{remote} has no branch {branch}. Nothing was changed.")
        quiet = ["-c", "gc.auto=0", "-c", "maintenance.auto=false"]
        options = ["-q", "--no-tags", "--no-write-fetch-head", "--refmap="]
        git.line(*quiet, "fetch", *options, remote, branch)
        return told.split()[0]
    git.line("fetch", "-q", remote, branch)
    return git.line("rev-parse", "FETCH_HEAD")


def _must_be_clean(git: Git, home: Home, old: str, new: str) -> None:
    """Refuse where tracked files but the koans are changed, or files are in the way."""
    changed = git.names("diff", "--name-only", "--no-renames", "HEAD")
    added = git.names(
        "diff", "--name-only", "--no-renames", "--diff-filter=A", old, new
    )
    foreign = sorted(name for name in changed if not is_koan(name))
    if foreign:
        raise SenseiError(changed_names(foreign))
    in_way = [n for n in sorted(added) if (home.root / n).exists() and not is_koan(n)]
    if in_way:
        raise SenseiError(
            f"The new version brings {_listed(in_way)}, and you have such files of "
            "your own. Move them away, then call again. Nothing was changed."
        )


def changed_names(names: list[str]) -> str:
    """Return what to say where these files were changed."""
    return (
        f"{_listed(names)}: changed here, and no koan. Put that aside with "
        "`git stash`, call again, then `git stash pop`. Nothing was changed."
    )


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more
