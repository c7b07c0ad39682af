"""The docstring of a lesson: what its fields hold, and what is told where they fail."""

from __future__ import annotations

import pytest

from sensei.errors import LessonError
from tests.bad_lessons import lesson, read


def fault(source: str) -> str:
    """Return the fault of a malformed lesson."""
    with pytest.raises(LessonError) as caught:
        read(source)
    return str(caught.value)


def with_field(*lines: str) -> str:
    """Return a good lesson with these lines before its `See:`."""
    return lesson().replace("See:", "\n".join([*lines, "See:"]))


def test_the_title_is_the_first_line():
    assert read(lesson()).title.text == "A sum counts all of its numbers."


def test_the_text_ends_before_the_first_field():
    assert read(lesson(text="One.\n\nTwo.")).text == "One.\n\nTwo."


def test_hints_come_in_their_order():
    assert [note.text for note in read(lesson(hints=("A.", "B."))).hints] == [
        "A.",
        "B.",
    ]


def test_a_wrong_answer_knows_its_line():
    [first, _] = read(lesson()).wrongs
    assert (first.line, first.reason, first.code) == (7, "It is not that.", "5")


def test_an_answer_keeps_its_blank_lines_and_its_indentation():
    code = "for x in xs:\n    print(x)\n\nreturn xs"
    assert read(lesson(wrongs=(code, "3"))).wrongs[0].code == code


def test_names_of_one_field_may_be_parted_by_commas():
    bans = read(with_field("Ban: torch.mean, sum")).bans
    assert [note.text for note in bans] == ["torch.mean", "sum"]


def test_backslashes_mean_what_they_say_in_a_raw_docstring():
    source = lesson(wrongs=('"a\\n"', "3")).replace('"""', 'r"""', 1)
    assert read(source).wrongs[0].code == '"a\\n"'


def test_a_docstring_of_one_line_has_a_title():
    assert read('"""Title."""\n\nassert 2 == 2  # blank\n').title.text == "Title."


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ('"""\nTitle.\n"""\n\nassert 2 == 2  # blank\n', 1, "has no title"),
        (with_field("Hint:"), 11, "`Hint:` takes exactly one line"),
        (with_field("Hint: A.", "    B."), 11, "`Hint:` takes exactly one line"),
        (with_field("Wrong: Why."), 11, "a `Wrong:` needs a reason"),
        (with_field("Wrong:", "    5"), 11, "a `Wrong:` needs a reason"),
        (with_field("Right: Because.", "    9"), 11, "a `Right:` holds nothing but"),
        (with_field("Right:"), 11, "a `Right:` holds nothing but"),
        (with_field("Ban:"), 11, "`Ban:` takes exactly one line"),
        (with_field("  9"), 11, "this line is part of no field: '9'"),
        (with_field("Hnit: A."), 11, "this line is part of no field: 'Hnit: A.'"),
        (with_field("Hint:A."), 11, "this line is part of no field: 'Hint:A.'"),
        (lesson(text="Hints: A."), 3, "'Hints: A.' is nearly a field"),
        (lesson(text="hint: A."), 3, "'hint: A.' is nearly a field"),
        (lesson(text="Hint:A."), 3, "'Hint:A.' is nearly a field"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source, line, what):
    said = fault(source)
    assert said.startswith(f"solutions/01_first/test_01_sums.py:{line}: ")
    assert what in said


# --- answers written as edits of the solution's ---------------------------------

STEPS = """\
def steps():
    # blank: three steps
    a = 1
    b = 2
    return a + b
    # end


def test_steps():
    assert steps() == 3
"""


def edited(edit: str) -> str:
    return read(lesson(STEPS, wrongs=(edit, "return 1"))).wrongs[0].code


def test_an_edit_takes_a_line_away():
    assert edited("- b = 2") == "a = 1\nreturn a + b"


def test_an_edit_puts_lines_in_the_place_of_one():
    assert edited("- b = 2\n+ b = 3\n+ b += 1") == "a = 1\nb = 3\nb += 1\nreturn a + b"


def test_an_edit_may_have_several_places():
    assert edited("- a = 1\n+ a = 0\n- b = 2\n+ b = 0") == "a = 0\nb = 0\nreturn a + b"


def test_an_answer_with_other_lines_is_no_edit():
    assert edited("- b\nreturn 1") == "- b\nreturn 1"


def test_a_right_answer_may_be_an_edit():
    source = lesson(STEPS, wrongs=("return 1", "return 2"), rights=("- b = 2\n+ b=2",))
    assert read(source).rights[0].code == "a = 1\nb=2\nreturn a + b"


def test_an_edit_of_a_line_that_is_not_there_is_told():
    source = lesson(STEPS, wrongs=("- c = 3", "return 1"))
    assert "'c = 3', which stands 0 times" in fault(source)


def test_an_edit_that_only_adds_is_told():
    source = lesson(STEPS, wrongs=("+ c = 3", "return 1"))
    assert "does not say where" in fault(source)
