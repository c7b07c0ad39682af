"""Taking an answer out of one version of a koan, and whether the next one wants it."""

from __future__ import annotations

import pytest

from sensei import graft, update
from sensei import lesson as lessons
from sensei.hole import same_hole
from sensei.page import Page, page
from sensei.update import Mine

HEAD = '"""The idea.\n\nHint: h\nWrong: w\n    1\nWrong: v\n    2\nSee: math\n"""\n\n'


def made(body: str, path: str = "01_a/test_01_slug.py") -> Page:
    return page(lessons.read(f"{HEAD}import math\n\n\n{body}", path))


def predicts(before: str = "x = 3", asked: str = "assert x + 1 == 4  # blank") -> Page:
    return made(f"def test_it():\n    {before}\n    {asked}\n")


def block(
    above: str = "a = 1", answer: str = "b = a + 1", below: str = "return b"
) -> Page:
    lines = [above, "# blank: b = one more", *answer.split("; "), "# end", below]
    body = "".join(f"    {line}\n" for line in lines if line)
    return made(f"def more():\n{body}\n\ndef test_it():\n    assert more() == 2\n")


def repair(broken: str = "b = a - 1") -> Page:
    return made(
        f"def more(a):\n    # broken: it is more\n    # {broken}\n    b = a + 1\n"
        "    # end\n    return b\n\n\ndef test_it():\n    assert more(1) == 2\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (predicts(), predicts(before="x = 5")),
        (predicts(), predicts("y = 3", "assert y + 1 == 4  # blank")),
        (block(), block(above="a = 2")),
        (block(), block(below="return int(b)")),
        (block(), block("a = 2", "b = a + 1", "return int(b)")),
        (repair(), repair("b = 1 - a")),
    ],
    ids=["inputs", "names", "above", "below", "both_sides", "broken_lines"],
)
def test_a_blank_that_asks_the_same_is_the_same(old: Page, new: Page) -> None:
    assert same_hole(old, new)


ASKED_FIRST = predicts(asked="assert x == 3  # blank\n    assert x + 1 == 4")
ASKED_SECOND = predicts(asked="assert x == 3\n    assert x + 1 == 4  # blank")
OF_X = predicts("x, y = 3, 4", "assert x == 3  # blank\n    assert y == 4")
OF_Y = predicts("x, y = 3, 4", "assert x == 3\n    assert y == 4  # blank")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (predicts(), block()),
        (block(), repair()),
        (ASKED_FIRST, ASKED_SECOND),
        (OF_X, OF_Y),
        (predicts(), predicts(asked="y = x + 1  # blank\n    assert y == 4")),
        (predicts(), predicts(asked="assert [x] == [3]  # blank")),
        (block(answer="b = a; b += 1"), block("b = a", "b += 1")),
        (block("b = a", "b += 1"), block(answer="b = a; b += 1")),
    ],
    ids=["kind", "repair", "next", "twin", "line", "question", "shrunk", "grown"],
)
def test_a_blank_that_asks_something_else_is_another(old: Page, new: Page) -> None:
    assert not same_hole(old, new)


def test_a_comment_above_the_answer_comes_with_it() -> None:
    old, new = block(), block(above="a = 2")
    text = graft.put(old, graft.Taken("# think\nb = a + 1  # done"))
    taken = graft.take(old, text)
    assert taken == graft.Taken("# think\nb = a + 1  # done")
    assert "    # think\n    b = a + 1  # done\n" in graft.put(new, taken)


def test_an_answer_is_found_between_edited_lines() -> None:
    text = predicts().koan.replace("__\n", "(4 + \n").replace("import math", "#")
    taken = graft.take(predicts(), text)
    assert taken is not None
    assert taken.answer == "(4 +"
    assert "+#" in taken.outside


def test_an_answer_that_is_laid_out_otherwise_is_found() -> None:
    text = predicts().koan.replace("assert x + 1 == __", "assert x+1 == (\n  4\n  )")
    taken = graft.take(predicts(), text)
    assert taken is not None
    assert taken.answer in ("4", "(\n  4\n  )")


def test_a_repair_as_it_came_is_no_answer() -> None:
    taken = graft.take(repair(), repair().koan + "# a note\n")
    assert taken is not None
    assert taken.empty
    assert taken.outside == "     assert more(1) == 2\n+# a note"


def test_an_answer_to_another_question_is_not_mistaken() -> None:
    old, new = predicts(), predicts(before="x = 5")
    text = old.koan.replace("__\n", "4 or True\n")
    [step] = update.plan([old], {"slug": Mine(old.path, text.encode())}, [new])
    assert step.what in ("reworded", "beside")
    assert b"4 or True" in (step.content or b"") + (step.keep or b"")


def test_a_file_that_already_is_of_the_new_version_stays() -> None:
    old, new = predicts(), predicts(asked="assert [x] == [3]  # blank")
    text = graft.put(new, graft.Taken("[3]"))
    [step] = update.plan([old], {"slug": Mine(old.path, text.encode())}, [new])
    assert (step.what, step.content) == ("reworded", text.encode())


def test_a_lesson_that_cannot_be_read_takes_no_answer() -> None:
    old = predicts()
    new = Page("slug", old.path, "", "a koan\n")
    mine = {"slug": Mine(old.path, graft.put(old, graft.Taken("4")).encode())}
    [step] = update.plan([old], mine, [new])
    assert (step.what, step.content, step.keep) == ("beside", b"a koan\n", b"4\n")
