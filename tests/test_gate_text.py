"""What the gate finds in the text of a lesson, without running anything."""

from __future__ import annotations

import pytest

from sensei.gate import text
from tests.bad_lessons import DOUBLE, lesson, read, sums
from tests.checkout import REPAIR

LONG = "so very long that it does not fit "


def faults(source: str, path: str = "01_first/test_01_sums.py") -> list[str]:
    return [f"{fault.line}: {fault.what}" for fault in text.faults(read(source, path))]


@pytest.mark.parametrize("source", [lesson(), lesson(DOUBLE), REPAIR])
def test_a_good_lesson_has_no_fault(source):
    assert faults(source) == []


# --- how long, how many ---------------------------------------------------------


def test_a_title_may_have_72_characters():
    assert faults(lesson(title="x" * 71 + ".")) == []


def test_a_longer_title_is_a_fault():
    assert faults(lesson(title="x" * 72 + ".")) == ["1: the title has 73 characters"]


def test_a_title_that_is_no_sentence_is_a_fault():
    assert faults(lesson(title="Sums")) == ["1: the title is no sentence"]


def test_a_text_may_have_eight_lines():
    assert faults(lesson(text="\n".join("abcdefgh"))) == []


@pytest.mark.parametrize(("lines", "count"), [("", 0), ("abcdefghi", 9)])
def test_no_text_or_a_longer_one_is_a_fault(lines, count):
    assert faults(lesson(text="\n".join(lines))) == [f"1: the text has {count} lines"]


@pytest.mark.parametrize("hints", [(), ("A.", "B.", "C.", "D.")])
def test_no_hints_or_more_than_three_are_a_fault(hints):
    assert faults(lesson(hints=hints)) == [f"1: {len(hints)} hints"]


def test_a_long_hint_is_a_fault():
    found = faults(lesson(hints=(LONG * 3,)))
    assert found == [f"5: the hint has {len(LONG * 3) - 1} characters"]


def test_a_long_reason_is_a_fault():
    found = faults(lesson().replace("It is not that.", LONG * 3, 1))
    assert found == [f"7: the reason has {len(LONG * 3) - 1} characters"]


@pytest.mark.parametrize("wrongs", [(), ("5",)])
def test_fewer_than_two_wrong_answers_are_a_fault(wrongs):
    assert faults(lesson(wrongs=wrongs)) == [f"1: {len(wrongs)} wrong answers"]


def test_nothing_to_see_is_a_fault():
    assert faults(lesson(see=())) == ["1: no `See:`"]


def test_a_long_slug_is_a_fault():
    slug = "a" * 41
    found = faults(lesson(), f"01_first/test_01_{slug}.py")
    assert found == ["1: the slug has 41 characters"]


def test_too_much_code_is_a_fault():
    lines = [f"x{i} = {i}" for i in range(60)]
    found = faults(lesson(sums(*lines, "assert x1 == 77  # blank")))
    assert found == ["15: the lesson has 62 lines of code"]


# --- giving the answer away -----------------------------------------------------


def test_the_last_hint_may_hold_the_answer():
    assert faults(lesson(hints=("Count.", "Write `9`."))) == []


@pytest.mark.parametrize("hint", ["Write `9`.", "It is 9.", "9"])
def test_an_early_hint_with_the_answer_is_a_fault(hint):
    found = faults(lesson(hints=(hint, "Count.")))
    assert found == ["5: the hint gives the answer away"]


@pytest.mark.parametrize("hint", ["Not 19 or 9.5.", "Say x9.", "Ask a.9b"])
def test_another_number_or_name_is_not_the_answer(hint):
    assert faults(lesson(hints=(hint, "Count."))) == []


def test_spaces_do_not_hide_the_answer():
    answer = sums("assert [3, 4] == [3, 4]  # blank")
    found = faults(lesson(answer, hints=("Write [3,  4].", "Count.")))
    assert found == ["5: the hint gives the answer away"]


def test_a_title_with_the_answer_is_a_fault():
    found = faults(lesson(title="Two and seven are 9."))
    assert found == ["1: the title gives the answer away"]


def test_a_line_of_the_test_with_the_answer_is_a_fault():
    code = sums("print([10, 20, 30])", "assert x == [10,20,30]  # blank")
    [found] = faults(lesson(code))
    assert found.startswith("17: line 10 of the koan holds the answer: 'print([10, 20")


def test_lines_of_the_test_with_the_answer_of_a_block_are_a_fault():
    block = "    y = x + x\n    return y\n"
    code = DOUBLE.replace("    return 2 * x\n", block)
    code += f"\n\ndef reference(x):\n{block}"
    [found] = faults(lesson(code))
    assert found.startswith("16: line 18 of the koan holds the answer: 'y = x + x'")


def test_the_broken_lines_may_hold_what_stays():
    code = REPAIR.replace("numbers[1:]:\n", "numbers:\n").replace(
        "    #     result += number\n",
        "    #     result += number\n    # result += number\n",
    )
    assert faults(code) == []


# --- the listed answers ---------------------------------------------------------


def test_a_right_answer_that_breaks_a_rule_is_a_fault():
    [found] = faults(lesson(rights=("(lambda: 9)()",)))
    assert found.startswith("11: this `Right:` is banned: A prediction")


def test_a_right_answer_with_a_banned_name_is_a_fault():
    right = ("y = mean(x)\nreturn 2 * y",)
    [found] = faults(lesson(DOUBLE, rights=right, bans=("mean",)))
    assert found.startswith("11: this `Right:` is banned: `mean` may not be used here")


def test_a_solution_with_a_banned_name_is_a_fault():
    code = DOUBLE.replace("2 * x", "mean(x)")
    [found] = faults(lesson(code, bans=("mean",)))
    assert found.startswith("17: the solution is banned: `mean` may not be used here")


def test_a_wrong_answer_that_is_never_run_is_a_fault():
    [found] = faults(lesson(wrongs=("sum(numbers)", "5")))
    assert found.startswith("7: this `Wrong:` is banned: A prediction")


def test_a_wrong_answer_that_leaves_its_blank_is_a_fault():
    [found] = faults(lesson(wrongs=("5\n    print(numbers)", "5")))
    assert found.startswith("7: this `Wrong:` is altered: ")


def test_a_wrong_answer_that_holds_a_blank_is_a_fault():
    [found] = faults(lesson(wrongs=("[__]", "5")))
    assert found.startswith("7: this `Wrong:` is incomplete: ")


def test_an_answer_that_is_listed_twice_is_a_fault():
    found = faults(lesson(wrongs=("[1, 2]", "[1,2]")))
    assert found == ["9: this `Wrong:` is also the answer of line 7"]


def test_a_wrong_answer_that_is_the_solution_is_a_fault():
    assert faults(lesson(wrongs=("0x9", "5"))) == [
        "7: this `Wrong:` is also the solution"
    ]


@pytest.mark.parametrize("ban", ["x + y", "mean()", "3"])
def test_a_ban_that_catches_nothing_is_a_fault(ban):
    assert faults(lesson(bans=(ban,))) == [f"11: `Ban: {ban}` catches nothing"]


# --- the koan -------------------------------------------------------------------


def test_a_repair_whose_broken_code_is_the_answer_is_a_fault():
    found = faults(REPAIR.replace("numbers[1:]:\n", "numbers:\n"))
    assert found[0].startswith("18: the solution is incomplete: The broken lines are")


RAISES = """\
def test_it():
    assert pytest.raises(ValueError, int, "a")  # blank: ValueError
"""


def test_an_exception_type_for_a_blank_is_a_fault():
    source = lesson(RAISES, imports="import pytest", wrongs=("OSError", "KeyError"))
    assert faults(source) == [
        "18: the blank is the type that `pytest.raises` waits for"
    ]


# --- the committed koan ---------------------------------------------------------

SUMS, BLOCK, REPAIRED = read(lesson()), read(lesson(DOUBLE)), read(REPAIR)


def committed(found, koan: str | None) -> list[str]:
    return [f"{fault.line}: {fault.what}" for fault in text.committed(found, koan)]


DIFFERS = "the koan differs from its lesson outside the blank"


@pytest.mark.parametrize("found", [SUMS, BLOCK, REPAIRED])
def test_the_koan_as_derived_is_no_fault(found):
    assert committed(found, found.koan) == []


@pytest.mark.parametrize("found", [SUMS, BLOCK, REPAIRED])
def test_a_solved_koan_is_no_fault(found):
    assert committed(found, found.fill_koan(found.answer)) == []


@pytest.mark.parametrize("answer", ["5", "[1, 2", "", "9  # I think", "[] or True"])
def test_any_answer_of_a_learner_is_no_fault(answer):
    assert committed(SUMS, SUMS.fill_koan(answer)) == []


def test_a_solved_koan_in_another_layout_is_no_fault():
    solved = SUMS.fill_koan("9").replace("[2, 3, 4]", "[\n2,\n3,\n4,\n]")
    assert committed(SUMS, solved) == []


def test_a_missing_koan_is_a_fault():
    assert committed(SUMS, None) == ["1: the koan is missing"]


@pytest.mark.parametrize("found", [SUMS, REPAIRED])
def test_another_text_in_an_untouched_koan_is_a_fault(found):
    drifted = found.koan.replace(found.title.text, "Another title.")
    assert committed(found, drifted) == [f"1: {DIFFERS}"]


def test_a_comment_in_an_untouched_koan_is_a_fault():
    drifted = SUMS.koan.replace("    numbers", "    # three\n    numbers")
    assert committed(SUMS, drifted) == [f"10: {DIFFERS}"]


def test_another_input_in_a_solved_koan_is_a_fault():
    drifted = SUMS.fill_koan("9").replace("[2, 3, 4]", "[2, 3, 5]")
    assert committed(SUMS, drifted) == [f"10: {DIFFERS}"]


def test_a_line_lost_at_the_end_is_a_fault():
    drifted = BLOCK.koan.removesuffix("    assert double(4) == 8\n")
    found = committed(BLOCK, drifted)
    assert len(found) == 1


def test_an_empty_koan_is_a_fault():
    assert committed(SUMS, "") == [f"1: {DIFFERS}"]
