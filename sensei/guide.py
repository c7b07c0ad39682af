"""The guides: a README.md per topic, written by hand, beside its koans."""

from __future__ import annotations

from sensei.path import Home


def title(home: Home, topic: str) -> str:
    """Return the guide's heading, or the folder's name where there is no guide."""
    try:
        with (home.koans / topic / "README.md").open(encoding="utf-8") as stream:
            heading = stream.readline().strip()
    except (OSError, UnicodeDecodeError):
        return topic
    return heading.removeprefix("#").strip() or topic


def text(home: Home, topic: str) -> str | None:
    """Return the whole guide, None where there is none."""
    try:
        return (home.koans / topic / "README.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
