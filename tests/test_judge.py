"""Whatever a learner does to a koan's file, it gets its verdict."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from sensei.judge import Judge
from sensei.path import Home
from tests.checkout import SUM, Checkout


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


def found(checkout, slug="sums"):
    """Return what the text alone shows; what cannot be told without a run is None."""
    return Judge(checkout.home).look(checkout.lesson(slug)).finding


def line_of(checkout, slug="sums"):
    return checkout.lesson(slug).line


# --- as it came ----------------------------------------------------------------


@pytest.mark.parametrize("slug", ["sums", "doubles", "totals"])
def test_a_koan_as_it_came_is_incomplete(checkout, slug):
    assert checkout.judge(slug).verdict == "incomplete"


@pytest.mark.parametrize("slug", ["sums", "doubles", "totals"])
def test_the_solution_passes(checkout, slug):
    checkout.answer(slug)
    assert checkout.judge(slug).verdict == "passed"


def test_a_verdict_says_where(checkout):
    verdict = checkout.judge("sums")
    text = checkout.file("sums").read_text()
    assert verdict.path == "koans/01_first/test_01_sums.py"
    assert text.splitlines()[verdict.line - 1].endswith("== __")


def test_a_repair_reindented_and_commented_is_still_untouched(checkout):
    checkout.edit("totals", "numbers[1:]:", "numbers[1:]:  # hm")
    assert checkout.judge("totals").verdict == "incomplete"


# --- wrong ---------------------------------------------------------------------


def test_a_listed_wrong_answer_is_told_its_reason(checkout):
    checkout.answer("sums", "(5)")
    verdict = checkout.judge("sums")
    assert (verdict.verdict, verdict.message) == ("wrong", "That is the first two.")


def test_a_wrong_answer_of_the_learners_own_is_wrong(checkout):
    checkout.answer("sums", "24")
    verdict = checkout.judge("sums")
    assert (verdict.verdict, verdict.answer) == ("wrong", "24")
    assert "9" not in verdict.message + verdict.detail


def test_a_missing_module_in_a_block_is_wrong_and_named(checkout):
    checkout.answer("doubles", "import no_such_module\nreturn 2 * x")
    verdict = checkout.judge("doubles")
    assert verdict.verdict == "wrong"
    assert "No module named 'no_such_module'" in verdict.detail


def test_a_prediction_that_stops_with_an_error_does_not_bring_the_value_nearer(
    checkout,
):
    for answer in ("Ture", "8"):
        checkout.answer("sums", answer)
        told = json.loads(checkout.sensei("run", "sums", "--json").stdout)
    assert (told["verdict"], told["detail"]) == ("wrong", "your answer  8")


# --- broken --------------------------------------------------------------------


def test_a_syntax_error_is_broken_with_line_and_column(checkout):
    checkout.answer("sums", "[9")
    verdict = checkout.judge("sums")
    assert (verdict.verdict, verdict.line) == ("broken", line_of(checkout))
    assert verdict.message.startswith(f"Line {verdict.line}, column 28: ")
    assert verdict.detail.splitlines()[1].strip() == "^"


def test_an_indentation_error_is_broken(checkout):
    checkout.edit("doubles", "    __(", "  return 1\n    __(")
    assert found(checkout, "doubles").verdict == "broken"


def test_an_import_error_is_broken_with_its_line(checkout):
    checkout.answer("doubles")
    text = checkout.file("doubles").read_text()
    text = text.replace("\n\ndef double", "\nimport no_such_module\n\ndef double")
    checkout.file("doubles").write_text(text)
    verdict = checkout.judge("doubles")
    assert verdict.verdict == "broken"
    assert text.splitlines()[verdict.line - 1] == "import no_such_module"
    assert verdict.detail.startswith("ModuleNotFoundError")


def test_a_file_that_is_not_utf8_is_broken_with_its_line(checkout):
    text = checkout.lesson("sums").koan.encode()
    checkout.file("sums").write_bytes(text.replace(b"__", b"9  # \xe9t\xe9"))
    verdict = checkout.judge("sums")
    assert (verdict.verdict, verdict.line) == ("broken", 6)
    assert "UTF-8" in verdict.message


@pytest.mark.parametrize("text", ["\0", "x = " + "(" * 5000, "-" * 100_000 + "1"])
def test_a_file_that_python_cannot_read_is_broken(checkout, text):
    checkout.file("sums").write_text(text)
    assert found(checkout).verdict == "broken"


def test_an_answer_nested_beyond_reason_gets_a_verdict(checkout):
    checkout.answer("sums", "+".join("9" * 20_000))
    assert checkout.judge("sums").verdict != "passed"


def test_a_folder_in_place_of_the_file_is_broken(checkout):
    checkout.file("sums").unlink()
    checkout.file("sums").mkdir()
    assert found(checkout).verdict == "broken"


def test_a_folder_in_place_of_the_file_leaves_the_other_koans_usable(checkout):
    checkout.file("sums").unlink()
    checkout.file("sums").mkdir()
    checkout.answer("doubles")
    assert checkout.judge("doubles").verdict == "passed"


# --- altered -------------------------------------------------------------------


def test_a_deleted_test_is_altered(checkout):
    checkout.answer("doubles")
    text = checkout.file("doubles").read_text()
    checkout.file("doubles").write_text(text[: text.index("def test_")])
    verdict = checkout.judge("doubles")
    assert verdict.verdict == "altered"
    assert "- def test_it_doubles():" in verdict.detail


def test_a_renamed_test_is_altered(checkout):
    checkout.answer("doubles")
    checkout.edit("doubles", "def test_", "def tost_")
    assert found(checkout, "doubles").verdict == "altered"


def test_another_input_is_altered_and_shown(checkout):
    checkout.answer("sums", "7")
    checkout.edit("sums", "[2, 3, 4]", "[2, 5]")
    verdict = checkout.judge("sums")
    assert verdict.verdict == "altered"
    assert verdict.detail.splitlines() == [
        "-     numbers = [2, 3, 4]",
        "+     numbers = [2, 5]",
    ]


def test_a_debug_print_left_in_the_test_is_altered(checkout):
    checkout.answer("sums")
    checkout.edit("sums", "    assert", "    print(numbers)\n    assert")
    assert checkout.judge("sums").detail == "+     print(numbers)"


def test_an_empty_file_is_altered(checkout):
    checkout.file("sums").write_text("")
    assert found(checkout).verdict == "altered"


def test_a_file_that_is_gone_is_altered_and_says_how_to_get_it_back(checkout):
    checkout.file("sums").unlink()
    assert found(checkout).message == "The file is gone."
    ran = checkout.sensei("run", "sums")
    assert "The file is gone." in ran.stdout
    assert "reset sums" in " ".join(ran.stdout.split())


def test_a_file_that_was_renamed_is_found(checkout):
    file = checkout.file("sums")
    file.rename(file.with_name("my_sums.py"))
    said = "Is it 01_first/my_sums.py now? Its name was test_01_sums.py."
    assert found(checkout).message == f"The file is gone. {said}"


def test_more_than_the_answer_on_the_line_of_the_blank_is_shown(checkout):
    checkout.edit(
        "sums", "assert sum(numbers) == __", "x = 1; assert sum(numbers) == 9"
    )
    assert found(checkout).detail == (
        "-     assert sum(numbers) == __\n+     x = 1; assert sum(numbers) == 9"
    )


def test_a_renamed_koan_leaves_the_others_usable(checkout):
    file = checkout.file("sums")
    file.rename(file.with_name("test_01_my_sums.py"))
    checkout.answer("doubles")
    assert checkout.judge("sums").verdict == "altered"
    assert checkout.judge("doubles").verdict == "passed"


def test_a_copy_of_a_koan_changes_nothing(checkout):
    checkout.answer("sums")
    file = checkout.file("sums")
    shutil.copy(file, file.with_name("test_01_sums_copy.py"))
    shutil.copy(file, file.parent.parent / "02_second" / "test_01_sums.py")
    assert checkout.judge("sums").verdict == "passed"


def test_a_koan_copied_over_another_is_altered(checkout):
    checkout.answer("sums")
    shutil.copy(checkout.file("sums"), checkout.file("doubles"))
    assert checkout.judge("doubles").verdict == "altered"
    assert checkout.judge("sums").verdict == "passed"


# --- free ----------------------------------------------------------------------


def test_what_an_editor_does_to_a_file_is_free(checkout):
    text = checkout.lesson("sums").fill_koan("9").replace("\n\n\n", "\n\n# note\n")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    checkout.file("sums").write_bytes(windows)
    assert checkout.judge("sums").verdict == "passed"


def test_an_added_import_is_free(checkout):
    checkout.answer("doubles", "return int(math.ldexp(x, 1))")
    text = checkout.file("doubles").read_text()
    checkout.file("doubles").write_text(
        text.replace('\n"""\n', '\n"""\nimport math\n', 1)
    )
    assert checkout.judge("doubles").verdict == "passed"


# --- banned --------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["sum(numbers)", "numbers[0] + 7", "9 or True"])
def test_a_prediction_that_asks_instead_of_knowing_is_banned(checkout, answer):
    checkout.answer("sums", answer)
    assert found(checkout).verdict == "banned"


def test_a_banned_answer_is_not_run(checkout, tmp_path):
    checkout.answer("sums", f"open({str(tmp_path / 'trace')!r}, 'w')")
    assert checkout.judge("sums").verdict == "banned"
    assert not (tmp_path / "trace").exists()


# --- the run -------------------------------------------------------------------


def test_sys_exit_is_crashed(checkout):
    checkout.answer("doubles", "import sys\nsys.exit()")
    verdict = checkout.judge("doubles")
    assert (verdict.verdict, verdict.line) == (
        "crashed",
        line_of(checkout, "doubles") + 1,
    )


def test_os_exit_is_crashed(checkout):
    checkout.answer("doubles", "import os\nos._exit(0)")
    verdict = checkout.judge("doubles")
    assert verdict.verdict == "crashed"
    assert "os._exit" in verdict.message


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_segmentation_fault_is_crashed_at_its_line(checkout):
    checkout.answer("doubles", "import ctypes\nctypes.string_at(0)")
    verdict = checkout.judge("doubles")
    assert (verdict.verdict, verdict.line) == (
        "crashed",
        line_of(checkout, "doubles") + 1,
    )
    assert f"a segmentation fault at line {verdict.line}" in verdict.message


def test_an_endless_loop_is_a_timeout_at_its_line(checkout):
    checkout.answer("doubles", "while True:\n    x += 1")
    verdict = checkout.judge("doubles", timeout=0.5)
    assert verdict.verdict == "timeout"
    assert verdict.line - line_of(checkout, "doubles") in (0, 1)


def test_a_hundred_megabytes_of_output_do_not_matter(checkout):
    code = "for _ in range(100):\n    print('x' * 2**20)\nreturn 2 * x"
    checkout.answer("doubles", code)
    assert checkout.judge("doubles").verdict == "passed"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit there")
def test_output_without_end_is_crashed(checkout):
    checkout.answer("doubles", "while True:\n    print('x' * 2**22)")
    assert checkout.judge("doubles").verdict == "crashed"


def test_an_answer_that_skips_the_test_does_not_pass(checkout):
    checkout.answer("doubles", "import pytest\npytest.skip('later')")
    assert checkout.judge("doubles").verdict == "wrong"


def test_several_are_judged_in_order_whatever_they_are(checkout):
    checkout.answer("sums", "5")
    checkout.answer("totals")
    lessons = checkout.lessons()
    verdicts = list(Judge(checkout.home).judge(lessons))
    assert [v.slug for v in verdicts] == ["sums", "doubles", "totals"]
    assert [v.verdict for v in verdicts] == ["wrong", "incomplete", "passed"]


def test_one_that_crashes_costs_only_itself(checkout):
    checkout.answer("sums")
    checkout.answer("doubles", "import os\nos._exit(3)")
    checkout.answer("totals")
    verdicts = Judge(checkout.home).judge(checkout.lessons())
    assert [v.verdict for v in verdicts] == ["passed", "crashed", "passed"]


# --- the fingerprint -----------------------------------------------------------


def test_the_fingerprint_changes_with_what_a_verdict_depends_on(checkout, tmp_path):
    def print_of(home, device="cpu"):
        [lesson, *_] = Checkout.lessons(home)
        return Judge(home.home, device).look(lesson).fingerprint

    other = Checkout(
        tmp_path / "other",
        {"01_first/test_01_sums.py": SUM.replace("[2, 3, 4]", "[2, 3, 5]")},
    )
    other.write(other.lesson("sums"), checkout.lesson("sums").koan)
    prints = [print_of(checkout), print_of(checkout, "cuda"), print_of(other)]
    checkout.answer("sums", "5")
    prints.append(print_of(checkout))
    assert len(set(prints)) == 4


def test_the_fingerprint_stays_where_the_checkout_moves(checkout, tmp_path):
    judge = Judge(checkout.home)
    before = judge.look(checkout.lesson("sums")).fingerprint
    checkout.home.root.rename(tmp_path / "moved")
    home = Home(tmp_path / "moved")
    [lesson, *_] = Checkout.lessons(_at(checkout, home))
    assert Judge(home).look(lesson).fingerprint == before


def _at(checkout, home):
    checkout.home = home
    return checkout
