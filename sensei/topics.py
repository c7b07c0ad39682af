"""The table of topics in README.md, made from the lessons and the guides."""

from __future__ import annotations

from sensei import guide, readme
from sensei.path import Home, Lessons

BEGIN, END = "<!-- topics: made by `make topics` -->", "<!-- end of topics -->"


def table(home: Home, found: Lessons) -> str:
    """Return the topics as a Markdown table: title, koans, koans on the short path."""
    rows = ["| topic | koans | on the short path |", "|---|---:|---:|"]
    essential = 0
    for topic, lessons in found.topics().items():
        name = guide.title(home, topic)
        if (home.koans / topic / "README.md").exists():
            name = f"[{name}](koans/{topic}/README.md)"
        short = sum("essential" in lesson.marks for lesson in lessons)
        essential += short
        rows.append(f"| {name} | {len(lessons)} | {short} |")
    rows.append(f"| all | {len(found)} | {essential} |")
    return "\n".join(rows)


def in_readme(home: Home, found: Lessons) -> str:
    """Return the README as it should be; see `sensei.readme.with_part`."""
    return readme.with_part(home, BEGIN, END, table(home, found))


def update(home: Home, found: Lessons) -> bool:
    """Bring the README's table up to date; return whether it was not."""
    return readme.update(home, in_readme(home, found))
