"""A koan's file is never half-written, and never lost."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta, timezone

import pytest

from sensei import workbook
from sensei.errors import SenseiError
from tests.checkout import Checkout

NOW = datetime(2030, 1, 2, 3, 4, 5, 678000, timezone.utc)


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


def derive(checkout, force=False):
    return workbook.derive(checkout.home, checkout.lessons(), force=force, now=NOW)


def backups(checkout, slug):
    return sorted((checkout.home.records / "backup" / slug).glob("*"))


# --- write ---------------------------------------------------------------------


def test_what_is_written_is_read_again(tmp_path):
    file = tmp_path / "new" / "koan.py"
    workbook.write(file, "eins\nzwölf\n")
    assert file.read_bytes() == "eins\nzwölf\n".encode()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_text_and_nothing_else(
    tmp_path, monkeypatch, step
):
    file = tmp_path / "koan.py"
    file.write_text("mine")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(SenseiError, match=r"No space left.*Nothing was changed"):
        workbook.write(file, "other")
    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_is_interrupted_leaves_the_old_text_and_nothing_else(
    tmp_path, monkeypatch
):
    file = tmp_path / "koan.py"
    file.write_text("mine")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        workbook.write(file, "other")
    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "topic").write_text("mine")
    with pytest.raises(SenseiError, match="cannot be written"):
        workbook.write(tmp_path / "topic" / "koan.py", "other")
    assert (tmp_path / "topic").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_a_read_only_folder_is_told(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder = tmp_path / "topic"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(SenseiError, match="cannot be written"):
        workbook.write(folder / "koan.py", "other")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_the_permissions_of_a_file_stay(tmp_path):
    file = tmp_path / "koan.py"
    file.write_text("mine")
    file.chmod(0o640)
    workbook.write(file, "other")
    assert file.stat().st_mode & 0o777 == 0o640


# --- reset ---------------------------------------------------------------------


def test_reset_puts_the_koan_back_and_keeps_the_file(checkout):
    checkout.answer("sums", "24")
    mine = checkout.file("sums").read_bytes()
    kept = workbook.reset(checkout.home, checkout.lesson("sums"), NOW)
    assert checkout.file("sums").read_text() == checkout.lesson("sums").koan
    assert kept is not None
    assert kept.read_bytes() == mine
    assert backups(checkout, "sums") == [kept]


def test_a_second_reset_keeps_a_second_file(checkout):
    for second in range(2):
        checkout.answer("sums", str(second))
        now = NOW + timedelta(seconds=second)
        workbook.reset(checkout.home, checkout.lesson("sums"), now)
    assert len(backups(checkout, "sums")) == 2


def test_reset_brings_back_a_file_that_is_gone(checkout):
    checkout.file("sums").unlink()
    assert workbook.reset(checkout.home, checkout.lesson("sums"), NOW) is None
    assert checkout.judge("sums").verdict == "incomplete"


def test_reset_keeps_a_file_that_is_not_utf8_byte_by_byte(checkout):
    checkout.file("sums").write_bytes(b"\xe9\r\n\0")
    kept = workbook.reset(checkout.home, checkout.lesson("sums"), NOW)
    assert kept is not None
    assert kept.read_bytes() == b"\xe9\r\n\0"


def test_without_a_backup_there_is_no_reset(checkout):
    checkout.answer("sums", "24")
    mine = checkout.file("sums").read_bytes()
    checkout.home.records.write_text("a file where the folder should be")
    with pytest.raises(SenseiError, match="stays as it is"):
        workbook.reset(checkout.home, checkout.lesson("sums"), NOW)
    assert checkout.file("sums").read_bytes() == mine


def test_a_folder_in_place_of_the_koan_is_told_and_left(checkout):
    checkout.file("sums").unlink()
    checkout.file("sums").mkdir()
    with pytest.raises(SenseiError, match="stays as it is"):
        workbook.reset(checkout.home, checkout.lesson("sums"), NOW)
    assert checkout.file("sums").is_dir()


# --- derive --------------------------------------------------------------------


def test_derive_has_nothing_to_do_where_all_is_current(checkout):
    assert derive(checkout) == workbook.Derived((), (), ())


def test_derive_writes_what_is_missing(checkout):
    checkout.file("doubles").unlink()
    assert derive(checkout).written == ("01_first/test_02_doubles.py",)
    assert checkout.judge("doubles").verdict == "incomplete"


@pytest.mark.parametrize(
    "mine",
    [
        "assert sum(numbers) == 5",
        "assert sum(numbers) == (5",
        "assert sum(numbers) == 5  # and a note",
        "assert sum(numbers) == 9\n    print(numbers)",
    ],
)
def test_derive_never_writes_over_an_answer(checkout, mine):
    checkout.edit("sums", "assert sum(numbers) == __", mine)
    before = checkout.file("sums").read_bytes()
    assert derive(checkout).kept == ("01_first/test_01_sums.py",)
    assert checkout.file("sums").read_bytes() == before


def test_derive_never_writes_over_a_repair_under_way(checkout):
    checkout.edit("totals", "numbers[1:]", "numbers[0:]")
    assert derive(checkout).kept == ("02_second/test_01_totals.py",)


@pytest.mark.parametrize("mine", [b"\xe9t\xe9", b"", b"\0"])
def test_derive_never_writes_over_what_it_cannot_read(checkout, mine):
    checkout.file("sums").write_bytes(mine)
    assert derive(checkout).kept == ("01_first/test_01_sums.py",)
    assert checkout.file("sums").read_bytes() == mine


def test_derive_renews_a_koan_without_an_answer_and_keeps_the_old_one(checkout):
    checkout.edit("sums", "[2, 3, 4]", "[2, 3, 40]")
    mine = checkout.file("sums").read_bytes()
    assert derive(checkout).written == ("01_first/test_01_sums.py",)
    [kept] = backups(checkout, "sums")
    assert kept.read_bytes() == mine


def test_derive_with_force_keeps_the_answer_as_a_backup(checkout):
    checkout.answer("sums", "24")
    mine = checkout.file("sums").read_bytes()
    assert derive(checkout, force=True).written == ("01_first/test_01_sums.py",)
    [kept] = backups(checkout, "sums")
    assert kept.read_bytes() == mine


def test_a_copied_koan_is_an_orphan_and_is_left(checkout):
    copy = checkout.file("sums").with_name("test_09_mine.py")
    copy.write_text("mine")
    assert derive(checkout, force=True).orphans == ("01_first/test_09_mine.py",)
    assert copy.read_text() == "mine"
