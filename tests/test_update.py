"""What becomes of a learner's work when a new version of the path comes in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sensei import handover, stage, upstream, walk
from sensei.errors import SenseiError
from sensei.journal import Attempt
from sensei.judge import Judge
from sensei.path import Home
from tests import update_world as world

NOW = world.NOW
originals, git, root = world.originals, world.form, world.root


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No machine loses its power here."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


def answer(root: Path, edit: world.Edit, slugs: set[str] | None = None) -> None:
    for slug, lesson in world.read(world.OLD).items():
        if slugs is None or slug in slugs:
            content = edit(lesson, random.Random(slug))
            (root / "koans" / lesson.path).write_bytes(content)


def held(root: Path, slug: str) -> str:
    file = root / "koans" / world.read(world.NEW)[slug].path
    return file.read_text(encoding="utf-8")


def test_a_fresh_checkout_becomes_the_new_version(root: Path, git: bool) -> None:
    told = world.update(root, git=git)
    world.as_the_new_version(root)
    for slug, lesson in world.read(world.NEW).items():
        assert held(root, slug) == lesson.koan
    changes = {line.slug: line.what for line in told}
    assert changes["is_retired"] == "retired"
    assert not (root / "koans/03_third").exists()


def test_each_change_of_a_lesson_has_its_own_consequence(root: Path, git: bool) -> None:
    answer(root, world.right)
    told = world.update(root, git=git)
    assert {line.slug: line.what for line in told} == world.CHANGES
    assert not any(line.outside for line in told)


def test_an_unchanged_koan_is_still_passed(root: Path, git: bool) -> None:
    answer(root, world.right)
    judge = Judge(Home(root))
    old, new = world.read(world.OLD), world.read(world.NEW)
    passed = {
        slug: Attempt(slug, NOW, "passed", 0.0, "", 0, judge.look(lesson).fingerprint)
        for slug, lesson in old.items()
    }
    world.update(root, git=git)
    states = {
        slug: walk.state(judge.look(lesson), passed.get(slug))
        for slug, lesson in new.items()
    }
    assert states == {
        "kept_as_it_is": "passed",
        "gets_a_new_number": "passed",
        "changes_its_topic": "passed",
        "reworded_value": "unjudged",
        "reworded_lines": "unjudged",
        "reworded_repair": "unjudged",
        "blank_elsewhere": "incomplete",
        "becomes_a_repair": "incomplete",
        "is_added": "incomplete",
    }


@pytest.mark.parametrize(
    "slug", ["reworded_value", "reworded_lines", "reworded_repair"]
)
@pytest.mark.parametrize("edit", [world.right, world.wrong, world.half_written])
def test_a_reworded_koan_keeps_the_answer(
    root: Path, git: bool, slug: str, edit: world.Edit
) -> None:
    answer(root, edit)
    world.update(root, git=git)
    was = world.read(world.OLD)[slug]
    text = edit(was, random.Random(slug)).decode()
    middle = text[len(was.fill_koan("~").partition("~")[0]) :]
    assert held(root, slug).endswith(middle)
    assert "Said in other words." in held(root, slug)


def test_an_import_that_an_answer_needs_comes_with_it(root: Path, git: bool) -> None:
    answer(root, world.with_an_import)
    world.update(root, git=git)
    assert "import cmath" in held(root, "reworded_lines")
    lesson = world.read(world.NEW)["reworded_lines"]
    assert Judge(Home(root)).look(lesson).finding is None


@pytest.mark.parametrize("slug", ["blank_elsewhere", "becomes_a_repair"])
def test_an_answer_that_fits_no_more_is_kept_beside(
    root: Path, git: bool, slug: str
) -> None:
    answer(root, world.right)
    told = {line.slug: line for line in world.update(root, git=git)}
    kept = root / ".sensei/answers" / f"{slug}.py"
    assert kept.read_text().strip() == world.read(world.OLD)[slug].answer
    assert told[slug].kept == f".sensei/answers/{slug}.py"
    assert held(root, slug) == world.read(world.NEW)[slug].koan


def test_a_retired_koan_is_kept(root: Path, git: bool) -> None:
    answer(root, world.wrong)
    before = (root / "koans/03_third/test_01_is_retired.py").read_bytes()
    world.update(root, git=git)
    assert (root / ".sensei/retired/is_retired.py").read_bytes() == before


def test_edits_outside_the_blank_are_shown_and_kept(root: Path, git: bool) -> None:
    path = "koans/01_first/test_04_reworded_lines.py"
    answer(root, world.right)
    file = root / path
    file.write_text(file.read_text().replace("return total", "return total  # mine"))
    before = file.read_bytes()
    told = {line.slug: line for line in world.update(root, git=git)}
    assert "+    return total  # mine" in told["reworded_lines"].outside
    assert before in world.everything(root)
    assert "total = a + b" in held(root, "reworded_lines")
    assert "# mine" not in held(root, "reworded_lines")


def test_a_koan_that_was_moved_is_found_by_its_slug(root: Path, git: bool) -> None:
    answer(root, world.right)
    koans = root / "koans"
    (koans / "01_first/test_04_reworded_lines.py").rename(
        koans / "03_third/test_55_reworded_lines.py"
    )
    world.update(root, git=git)
    assert "total = a + b" in held(root, "reworded_lines")
    assert not list(koans.rglob("test_55*"))


def test_a_koan_that_was_deleted_comes_back(root: Path, git: bool) -> None:
    for file in (root / "koans").rglob("test_*.py"):
        file.unlink()
    world.update(root, git=git)
    world.as_the_new_version(root)


def test_a_file_that_stands_where_a_new_koan_comes_is_kept(
    root: Path, git: bool
) -> None:
    file = root / "koans/01_first/test_02_is_added.py"
    file.write_text("my own\n")
    told = world.update(root, git=git)
    assert held(root, "is_added") == world.read(world.NEW)["is_added"].koan
    assert b"my own\n" in world.everything(root)
    assert [line.path for line in told if line.what == "meanwhile"] == [
        "01_first/test_02_is_added.py"
    ]


def test_a_second_update_changes_nothing(root: Path, git: bool) -> None:
    learned = world.learn(root, random.Random(3))
    world.update(root, git=git)
    before = {f: f.read_bytes() for f in (root / "koans").rglob("*.*")}
    told = world.update(root, git=git)
    assert before == {f: f.read_bytes() for f in (root / "koans").rglob("*.*")}
    assert {line.what for line in told} <= {"same"}
    assert set(learned.values()) <= world.everything(root)


def test_a_preview_writes_nothing(root: Path, git: bool, tmp_path: Path) -> None:
    world.learn(root, random.Random(5))
    before = {f: f.stat().st_mtime_ns for f in root.rglob("*")}
    home, new = Home(root), root.parent / "new"
    if git:
        (tmp_path / "objects").mkdir()
        ahead = upstream.look(home, tmp_path / "objects")
        assert ahead is not None
        new = tmp_path / "stage" / "new"
        upstream.export(home, ahead, new)
    seen = handover.preview(home, new)
    assert before == {f: f.stat().st_mtime_ns for f in root.rglob("*")}
    done = [line for line in world.update(root, git=git) if line.what != "meanwhile"]
    assert [(s.slug, s.what, s.outside) for s in seen] == [
        (d.slug, d.what, d.outside) for d in done
    ]


@pytest.mark.parametrize("seed", range(8))
def test_nothing_of_random_edits_is_lost(root: Path, git: bool, seed: int) -> None:
    wrote = world.learn(root, random.Random(seed))
    world.update(root, git=git)
    world.as_the_new_version(root)
    assert set(wrote.values()) <= world.everything(root)
    for slug in ("kept_as_it_is", "gets_a_new_number", "changes_its_topic"):
        if slug in wrote:
            file = root / "koans" / world.read(world.NEW)[slug].path
            assert file.read_bytes() == wrote[slug]
    if "is_retired" in wrote:
        kept = root / ".sensei/retired/is_retired.py"
        assert kept.read_bytes() == wrote["is_retired"]


def test_what_is_no_torch_koans_is_refused(tmp_path: Path) -> None:
    root = world.make_archive(tmp_path)
    (tmp_path / "other").mkdir()
    with pytest.raises(SenseiError, match="holds no torch-koans"):
        stage.find(tmp_path / "other", Home(root))
    with pytest.raises(SenseiError, match="is this checkout"):
        stage.find(root, Home(root))


def test_no_records_are_taken_over(tmp_path: Path) -> None:
    root = world.make_archive(tmp_path)
    for name in (".sensei/journal.db", ".venv/x", "practice/x", "env/pyvenv.cfg"):
        file = tmp_path / "new" / name
        file.parent.mkdir(parents=True)
        file.write_text("of somebody else")
    world.update(root, git=False)
    assert not list(root.glob(".sensei/journal.db"))
    assert not {"env", ".venv", "practice"} & {f.name for f in root.iterdir()}
