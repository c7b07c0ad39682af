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
