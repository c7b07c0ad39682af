"""The gate is fed bad lessons, all in one run, and sees what is wrong with each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sensei import path
from sensei.authoring import app
from sensei.cli import here
from sensei.gate import run as gate
from sensei.gate import variants
from sensei.gate.run import Report
from tests import gate_answers, gate_surroundings
from tests.bad_lessons import lesson, read
from tests.checkout import Checkout

CASES = gate_answers.CASES | gate_surroundings.CASES
FOUND = {slug: case.faults for slug, case in CASES.items()} | {
    "orphan": ("1: there is no lesson solutions/01_first/test_99_orphan.py",),
    "stray": ("1: not a lesson's file name",),
    "good_prediction": ("1: the slug `good_prediction` stands also in solutions/01_",),
}
NEIGHBOUR = "the neighbour `"
PATIENCE = 1.5


def name(number: int, slug: str) -> str:
    return f"01_first/test_{number:02}_{slug}.py"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Put all of them through one run of the gate."""
    names = {slug: name(i, slug) for i, slug in enumerate(CASES, 1)}
    sources = {names[slug]: case.source for slug, case in CASES.items()}
    sources["02_second/test_01_good_prediction.py"] = lesson()  # its slug stands twice
    checkout = Checkout(tmp_path_factory.mktemp("gate"), sources)
    checkout.edit("koan_drifted", "[2, 3, 4]", "[2, 3, 5]")
    checkout.file("koan_missing").unlink()
    home = checkout.home
    (home.koans / name(99, "orphan")).write_text("", encoding="utf-8")
    stray = home.solutions / "01_first" / "tset_98_stray.py"
    stray.write_text(lesson(), encoding="utf-8")
    (home.solutions / names["not_utf8"]).write_bytes(b'"""Caf\xe9."""\n')
    found = path.read(home)
    return gate.check(
        home,
        found.lessons,
        found.faults,
        device="cpu",
        seeds=3,
        edits=True,
        whole=True,
        patience=PATIENCE,
    )


def faults(report: Report, slug: str) -> list[str]:
    """Return the faults of a lesson and its koan, as `line: what`."""
    return [
        f"{fault.line}: {fault.what}"
        for fault in report.faults
        if fault.path.endswith(f"_{slug}.py")
    ]


def begin(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return how faults begin; one neighbour of an answer stands for all of them."""
    cut = (text.partition(NEIGHBOUR) for text in texts)
    return tuple(head + mark if mark else head for head, mark, _ in cut)


@pytest.mark.parametrize("slug", FOUND)
def test_a_lesson_is_told_what_is_wrong_with_it(report, slug):
    found = faults(report, slug)
    missed = [
        text for text in FOUND[slug] if not any(f.startswith(text) for f in found)
    ]
    assert missed == []


@pytest.mark.parametrize("slug", FOUND)
def test_a_lesson_is_told_nothing_else(report, slug):
    known = begin(FOUND[slug])
    assert [
        fault for fault in faults(report, slug) if not fault.startswith(known)
    ] == []


def test_every_fault_belongs_to_one_of_these_lessons(report):
    known = tuple(f"_{slug}.py" for slug in FOUND)
    assert [fault for fault in report.faults if not fault.path.endswith(known)] == []


def test_every_fault_says_how_to_mend_it(report):
    assert [fault for fault in report.faults if not fault.mend.strip()] == []


def test_a_lesson_that_needs_a_gpu_is_named_as_not_run(report):
    if not report.skipped:
        pytest.skip("needs a machine without a GPU")
    assert report.notes == ("Not run, for want of a GPU: good_needs_a_gpu.",)


def test_small_edits_that_pass_are_kept_for_the_author_to_read(report):
    passed = [
        variant.answer
        for variant in report.variants
        if variant.kind == "edit"
        and variant.lesson.slug == "good_block"
        and all(r.outcome == "passed" for r in report.results[variant.name])
    ]
    assert passed == ["square = x * x\ntwice = 2 * x\nreturn (twice, square)"]


def test_how_a_wrong_answer_failed_is_kept(report):
    [failed] = [
        report.results[variant.name][0].how
        for variant in report.variants
        if variant.lesson.slug == "good_expression" and variant.answer == "sum"
    ]
    assert failed == "assert 13 == 7"


def test_no_lessons_at_all_is_a_fault(tmp_path):
    home = Checkout(tmp_path, {}).home
    report = gate.check(home, [], [], device="cpu", seeds=3, edits=False, whole=True)
    assert [str(fault) for fault in report.faults] == [
        "solutions:1: no lessons were found. "
        "Write one: `make new`. Or see that you are in the right folder."
    ]


def test_what_must_never_fail_is_run_with_all_seeds_and_a_wrong_answer_with_few():
    found = read(lesson(rights=("9.0",)))
    seeds = {v.kind: v.seeds for v in variants.of_lesson(found, 50, edits=False)}
    assert seeds == {"blank": 1, "solution": 50, "right": 50, "wrong": 3, "mutant": 1}


def test_a_wrong_answer_has_no_more_seeds_than_are_asked_for():
    kinds = variants.of_lesson(read(lesson()), 1, edits=False)
    assert {variant.seeds for variant in kinds} == {1}


# --- what `make check` prints ---------------------------------------------------


def unread(root: Path) -> Checkout:
    source = lesson().replace("# blank", "# plain")
    return Checkout(root, {name(1, "sums"): source, name(2, "more"): lesson()})


def test_a_lesson_that_cannot_be_read_is_told_with_the_way_to_mend_it(tmp_path):
    ran = unread(tmp_path).sensei("check", "--only", "sums")
    first, second, *_ = ran.stdout.splitlines()
    assert first == "solutions/01_first/test_01_sums.py:1: the lesson has no blank."
    assert second.startswith("    Write `# blank` or")


def test_the_command_fails_where_there_are_faults(tmp_path):
    assert unread(tmp_path).sensei("check", "--only", "sums").returncode == 1


def test_a_lesson_that_does_not_exist_is_told(tmp_path):
    ran = unread(tmp_path).sensei("check", "--only", "mere")
    assert ran.stderr.startswith(
        "ONLY=mere: there is no such lesson, and no such topic"
    )
    assert "Did you mean more? A topic is named by its number" in ran.stderr


def test_it_is_printed_how_each_wrong_answer_of_one_lesson_failed(
    report, tmp_path, monkeypatch
):
    monkeypatch.setattr(gate, "check", lambda *_, **__: report)
    monkeypatch.setattr(here, "home", unread(tmp_path).home)
    printed = CliRunner().invoke(app, ["check", "--only", "more"]).stdout
    reason = r"wrong +It is not that\."
    assert re.search(rf"{reason}\n +sum\nfailed +assert 13 == 7\n", printed)
    lines = r" +for number in numbers\[:-1\]:\n +result \+= number\n"
    assert re.search(rf"wrong +This leaves out the last\.\n{lines}failed", printed)
