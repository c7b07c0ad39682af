"""Why there is nothing to practise, or no more, and what to do instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sensei import guide
from sensei.judge import Judge
from sensei.path import Home, Lessons
from sensei.practice import asked as asking
from sensei.practice import shown
from sensei.practice.asked import Asked
from sensei.practice.hall import Prepared
from sensei.practice.plan import Koan
from sensei.wording import command, count


def why(home: Home, prepared: Prepared, asked: Asked, found: Lessons) -> str:
    """Return why the plan is empty, and what there is to do instead."""
    if not prepared.known:
        begin = first(asked, found)
        return (
            f"{none_passed(home, asked, found)} To practise "
            f"{guide.title(home, begin.topic)} as it is new to you: {begin.command()}"
        )
    new = f"New ones come in with {replace(asked, new=3).command()}"
    koans = prepared.begin.pool.koans
    here = {koan.slug for koan in koans}
    due = shown.next_due({k: v for k, v in prepared.known.items() if k in here})
    if due is None:
        topics = ", ".join(dict.fromkeys(koan.topic for koan in koans))
        return f"No koan is passed yet in {topics}. {new}"
    when = f"the next koan is due on {due:%a %d %b}"
    return f"There is nothing to practise now: {when}. {new}"


def no_more(
    asked: Asked, koans: Sequence[Koan], known: Collection[str], path: Collection[str]
) -> str:
    """Return that a session ended before its time, and what would bring more.

    koans: what could be chosen from; known, path: the slugs of what is passed or
    practised, and of all there is.
    """
    topics = ", ".join(dict.fromkeys(koan.topic for koan in koans))
    where = f" in {topics}" if asked.topic else ""
    more = []
    if any(koan.slug not in known for koan in koans):
        more.append(f"new koans with `{replace(asked, new=3).command()}`")
    if asked.topic:
        more.append(f"other topics with `{replace(asked, topic='', new=0).command()}`")
    if any(slug not in known for slug in path):
        more.append(f"koans to pass with `{command('koans')}`")
    said = f"There is nothing more to practise{where} today."
    return f"{said} More: {'; '.join(more)}." if more else said


def none_passed(home: Home, asked: Asked, found: Lessons) -> str:
    """Return that nothing is passed yet, by what the record says."""
    judge = Judge(home, asked.device)
    answered = sum(judge.look(lesson).finding is None for lesson in found.lessons)
    if answered:
        return (
            "No koan is passed yet, by the record. Your files hold "
            f"{count(answered, 'answer')}: `{command('koans')}` judges them."
        )
    return (
        "No koan is passed yet, so there is nothing to keep fresh. Walk the path with "
        f"`{command('koans')}`."
    )


def first(asked: Asked, found: Lessons) -> Asked:
    """Return a first session, for who has passed nothing."""
    topic = found.lessons[0].topic
    return Asked(minutes=asked.minutes, topic=topic, new=asking.MOST, seed=asked.seed)
