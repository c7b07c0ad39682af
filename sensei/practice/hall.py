"""The training hall: the koans as planning sees them, and their copies to work on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sensei import workbook
from sensei.errors import SenseiError
from sensei.journal import Journal
from sensei.lesson import Lesson
from sensei.path import Home, Lessons
from sensei.practice import asked as asking
from sensei.practice import par, record
from sensei.practice.asked import Asked
from sensei.practice.begin import Begin
from sensei.practice.cards import Known, known
from sensei.practice.history import History
from sensei.practice.plan import Koan, Pick, Pool, kata, plan
from sensei.practice.record import CutShort

FOLDER = "practice"


def home_of(home: Home) -> Home:
    """Return the same checkout with the copies for practice in place of the koans."""
    return Home(home.root, FOLDER)


def koan(lesson: Lesson) -> Koan:
    """Return what planning needs of a lesson."""
    first = par.first(lesson.kind, lesson.answer)
    return Koan(lesson.slug, lesson.topic, lesson.kind, first)


def koans(found: Lessons, device: str) -> tuple[Koan, ...]:
    """Return the koans that can be practised on a device, in the order of the path."""
    cuda = device.startswith("cuda")
    return tuple(koan(x) for x in found.lessons if cuda or "cuda" not in x.marks)


@dataclass(frozen=True)
class Prepared:
    """A session that can begin: its plan, and what was cut short before.

    past: all but the session that goes on; known: what the learner knows by it of
    every koan of the path, whatever was asked for;
    cut: the session that it goes on with; waiting: another one that was cut short.
    """

    begin: Begin
    picks: tuple[Pick, ...]
    past: History
    known: dict[str, Known]
    cut: CutShort | None = None
    waiting: CutShort | None = None


def prepare(
    found: Lessons, asked: Asked, journal: Journal, now: datetime, *, resume: bool
) -> Prepared:
    """Plan a session, or take up the one that was cut short where the same is asked.

    Raises SenseiError where the topic or the kata is not there. Changes nothing.
    """
    unfinished = record.cut_short(journal, now) if resume else []
    same = [cut for cut in unfinished if cut.began.options == asked.as_json()]
    others = [cut for cut in unfinished if cut not in same]
    cut = same[0] if same else None
    began = cut.began.at if cut else now
    past = record.read(journal, but=cut.began.session if cut else None)
    if cut is not None and cut.open is not None and _met(past, cut.open.slug, cut):
        cut = replace(cut, open=None)
    standing = known(past, began)
    path = whole = koans(found, asked.device)
    if asked.topic:
        path = asking.in_topic(whole, asked.topic)
    pool = Pool(path, standing, began, new=asked.new, seed=asked.seed)
    katas: tuple[Pick, ...] = ()
    if asked.kata:
        drilled = asking.kata(whole, asked.kata, asked.topic)
        katas = kata(pool, drilled.slug, asked.repeat)
    picks = katas or plan(pool, asked.minutes)
    begin = _begin(pool, katas, asked, cut)
    waiting = others[0] if others else None
    return Prepared(begin, picks, past, standing, cut, waiting)


def _met(past: History, slug: str, cut: CutShort) -> bool:
    """Say whether an item came up in another session since: its copy is that one's."""
    return any(r.slug == slug and r.at >= cut.latest for r in past.results)


def _begin(
    pool: Pool, katas: tuple[Pick, ...], asked: Asked, cut: CutShort | None
) -> Begin:
    if cut is None:
        name = f"{pool.now:%Y%m%dT%H%M%S.%f}"
        return Begin(name, pool, asked.minutes, katas)
    return Begin(
        name=cut.began.session,
        pool=pool,
        minutes=cut.began.minutes,
        katas=katas,
        elapsed=cut.elapsed,
        results=cut.results,
        open=cut.open,
    )


def lay_out(home: Home, lesson: Lesson, *, keep: bool = False) -> Path:
    """Put a fresh copy of a koan into the hall and return where it is.

    keep: leave a copy that is there as it is: the learner was at work on it. Raises
    SenseiError where the file cannot be written.
    """
    file = home_of(home).koan(lesson)
    if not (keep and file.exists()):
        workbook.write(file, lesson.koan)
    return file


def put_back(home: Home, lesson: Lesson, text: str) -> str:
    """Write a copy that is gone as it was; return what there is to say about it."""
    file = home_of(home).koan(lesson)
    try:
        workbook.write(file, text or lesson.koan)
    except SenseiError as error:
        return str(error)
    name = file.relative_to(home.root).as_posix()
    return f"{name} was gone. It is back, as you last saved it."


def begin_again(home: Home, lesson: Lesson, now: datetime) -> str:
    """Put a copy back as it came; return what there is to say about it."""
    try:
        kept = workbook.reset(home_of(home), lesson, now)
    except SenseiError as error:
        return str(error)
    return f"Your file is kept: {kept.relative_to(home.root)}" if kept else ""
