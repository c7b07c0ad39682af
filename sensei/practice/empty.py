"""Why there is nothing to practise, and what to do instead."""

from __future__ import annotations

from dataclasses import replace

from sensei import guide
from sensei.judge import Judge
from sensei.path import Home, Lessons
from sensei.practice import asked as asking
from sensei.practice import shown
from sensei.practice.asked import Asked
from sensei.practice.hall import Prepared
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
