"""Saves are noticed by events, and by looking where no events come."""

from __future__ import annotations

import asyncio

import pytest
import watchfiles

from sensei.live import watch
from sensei.live.watch import Looks, Watch


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "01_first").mkdir()
    for name in ("test_01_one.py", "test_02_two.py"):
        (tmp_path / "01_first" / name).write_text("1")
    return tmp_path


@pytest.fixture
def koan(folder):
    return folder / "01_first" / "test_01_one.py"


@pytest.fixture
def quick(monkeypatch):
    """Look often, so that the tests need not wait."""
    for name, seconds in (("SELDOM", 0.05), ("OFTEN", 0.01), ("LATE", 0.05)):
        monkeypatch.setattr(watch, name, seconds)
    monkeypatch.setattr(watch, "MISSES", 1)


@pytest.fixture
def deaf(monkeypatch):
    """A file system that tells of nothing."""

    async def awatch(*_, **__):
        await asyncio.Event().wait()
        yield set()

    monkeypatch.setattr(watchfiles, "awatch", awatch)


def first(folder, act, said=None):
    """Return the first save that is told of after act()."""

    async def story():
        saves = Watch(folder, (said if said is not None else []).append)
        told = saves.saves()
        coming = asyncio.ensure_future(told.__anext__())
        await until_watched(saves)
        act()
        found = await coming
        while said is not None and not said:
            await asyncio.sleep(0.005)
        await told.aclose()
        return found

    async def until_watched(saves):
        """Write beside the koans until an event comes, or looking has begun."""
        await asyncio.sleep(0.2)

    return asyncio.run(asyncio.wait_for(story(), 20))


def test_a_save_is_told(folder, koan):
    assert first(folder, lambda: koan.write_text("2")) == {koan}


def test_a_save_that_replaces_the_file_is_told(folder, koan):
    def replace():
        new = koan.with_name("new.tmp")
        new.write_text("2")
        new.replace(koan)

    assert first(folder, replace) == {koan}


def test_what_is_no_koan_is_not_told(folder, koan):
    def act():
        (folder / "01_first" / "README.md").write_text("#")
        (folder / "01_first" / ".test_01_one.py.swp").write_text("#")
        koan.write_text("2")

    assert first(folder, act) == {koan}


def test_without_events_looking_finds_the_save_and_says_so(folder, koan, quick, deaf):
    said = []
    assert first(folder, lambda: koan.write_text("22"), said) == {koan}
    assert said[0].startswith("No file events come here")


def test_where_events_fail_looking_begins_at_once(folder, koan, quick, monkeypatch):
    async def awatch(*_, **__):
        raise OSError("no space left on device")
        yield set()

    monkeypatch.setattr(watchfiles, "awatch", awatch)
    said = []
    assert first(folder, lambda: koan.write_text("22"), said) == {koan}
    assert "no space left" in said[0]


def test_a_look_finds_what_was_written_made_and_removed(folder, koan):
    looks = Looks(folder)
    koan.write_text("22")
    new = koan.with_name("test_03_three.py")
    new.write_text("3")
    gone = koan.with_name("test_02_two.py")
    gone.unlink()
    assert looks.changed() == {koan, new, gone}
    assert looks.changed() == set()


def test_a_look_does_not_find_what_is_known(folder, koan):
    looks = Looks(folder)
    koan.write_text("22")
    looks.note({koan})
    assert looks.changed() == set()
