"""Takes a learner's answer out of one version of a koan and puts it into the next."""

from __future__ import annotations

import ast
import difflib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from sensei import overlay, syntax
from sensei.blank import fill_indent
from sensei.lesson import IMPORT
from sensei.overlay import Altered
from sensei.page import Page

UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python raises at a text that is no Python."""


@dataclass(frozen=True)
class Taken:
    """What a learner wrote: the answer, imports of their own, other edits as a diff.

    empty: the blank, or the broken lines of a repair, are as they came.
    """

    answer: str
    imports: tuple[str, ...] = ()
    outside: str = ""
    empty: bool = False


def take(old: Page, text: str) -> Taken | None:
    """Return what the learner wrote into this koan, or None where it is not found.

    Text that is no Python is read as well, as long as the lines around the blank are
    those of the koan.
    """
    if not old.kind:
        return None
    laid = laid_over(old, text)
    answer = _between(old, text)
    if answer is None:
        answer = _aligned(old, text)
    if laid is not None and (answer is None or not same(answer, laid)):
        answer = laid
    if answer is None:
        return None
    answer = _without_label(old, answer)
    found = Taken(answer, _own_imports(old, text), empty=_is_empty(old, answer))
    return Taken(answer, found.imports, _outside(put(old, found), text), found.empty)


def put(new: Page, taken: Taken) -> str:
    """Return the koan with what was taken in its blank, and the learner's imports."""
    if taken.empty:
        middle = new.shown
    elif new.inline:
        middle = taken.answer
    else:
        label = new.shown.partition("\n")[0] + "\n" if new.kind == "repair" else ""
        middle = label + fill_indent(taken.answer, new.indent)
    return _with_imports(new.head, taken.imports) + middle + new.tail


def fits(old: Page, new: Page, text: str, placed: str) -> bool:
    """Say whether `placed` gives the same answer to `new` as `text` gave to `old`.

    Half-written text that is no Python has to be taken as it is.
    """
    before = laid_over(old, text)
    if before is None:
        return not _parses(text) or _parses(placed)
    after = laid_over(new, placed)
    return after is not None and same(before, after)


def laid_over(over: Page, text: str) -> str | None:
    """Return the answer as the judge reads it, or None where it cannot."""
    try:
        return overlay.lay_over(over.frame, text).answer
    except (Altered, *UNREADABLE):
        return None


def same(one: str, other: str) -> bool:
    """Say whether two answers are the same but for white space and comments."""
    trees = [_dump(one), _dump(other)]
    return trees[0] is not None and trees[0] == trees[1]


def _dump(answer: str) -> str | None:
    """Return the tree of an expression, a piece of arguments, or statements."""
    dedented = textwrap.dedent(answer)
    for code in (f"({dedented}\n)", f"f({dedented}\n)", dedented, _function(dedented)):
        try:
            return ast.dump(syntax.parse(code))
        except UNREADABLE:
            continue
    return None


def _function(body: str) -> str:
    return "def answer():\n" + textwrap.indent(body, "    ") + "\n    pass\n"


def _parses(text: str) -> bool:
    try:
        syntax.parse(text)
    except UNREADABLE:
        return False
    return True


def _between(old: Page, text: str) -> str | None:
    """Return what stands between the koan's own head and tail, letter by letter."""
    stop = len(text) - len(old.tail)
    if stop < len(old.head) or not text.startswith(old.head):
        return None
    if not text.endswith(old.tail):
        return None
    middle = text[len(old.head) : stop]
    return middle if old.inline else textwrap.dedent(middle).strip("\n")


def _aligned(old: Page, text: str) -> str | None:
    """Return what stands between the lines that are around the blank in the koan."""
    frame, lines = old.frame.splitlines(), text.splitlines()
    row = old.head.count("\n")
    matcher = difflib.SequenceMatcher(None, frame, lines, autojunk=False)
    places = {
        a + i: b + i
        for a, b, size in matcher.get_matching_blocks()
        for i in range(size)
    }
    above = max((i for i in range(row) if frame[i].strip()), default=None)
    below = next((i for i in range(row + 1, len(frame)) if frame[i].strip()), None)
    if (above is not None and above not in places) or (
        below is not None and below not in places
    ):
        return None
    start = 0 if above is None else places[above] + 1
    stop = len(lines) if below is None else places[below]
    region = "\n".join(lines[start:stop])
    if not old.inline:
        return textwrap.dedent(region).strip("\n")
    region = region.strip()
    before, after = old.head.rpartition("\n")[2].strip(), old.tail.partition("\n")[0]
    after = after.strip()
    fits_line = region.startswith(before) and region.endswith(after)
    if not fits_line or len(region) < len(before) + len(after):
        return None
    return region[len(before) : len(region) - len(after)].strip()


def _without_label(old: Page, answer: str) -> str:
    """Drop the line `# repair: ...` above an answer: the next version has its own."""
    label = old.shown.strip().partition("\n")[0].strip()
    first, _, rest = answer.partition("\n")
    return rest if old.kind == "repair" and first.strip() == label else answer


def _is_empty(old: Page, answer: str) -> bool:
    if old.kind == "repair":
        broken = textwrap.dedent(old.shown.partition("\n")[2])
        return not answer.strip() or same(answer, broken)
    return answer.strip() == old.hole.strip() or not answer.strip()


def _imports(text: str) -> Iterator[ast.stmt]:
    try:
        body = syntax.parse(text).body
    except UNREADABLE:
        return
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node


def _own_imports(old: Page, text: str) -> tuple[str, ...]:
    had = {ast.unparse(node) for node in _imports(old.koan)}
    return tuple(code for code in map(ast.unparse, _imports(text)) if code not in had)


def _with_imports(head: str, added: tuple[str, ...]) -> str:
    """Return the head of a koan with these imports behind its own."""
    lines = head.splitlines(keepends=True)
    own = {line.strip() for line in lines}
    new = [f"{code}\n" for code in added if code not in own]
    if not new:
        return head
    at = [i for i, line in enumerate(lines) if line.startswith(("import ", "from "))]
    if not at:
        return head
    place = at[-1] if lines[at[-1]] == IMPORT and len(at) > 1 else at[-1] + 1
    while lines[place - 1].strip() == "" and place > 1:
        place -= 1
    return "".join(lines[:place] + new + lines[place:])


def _outside(rebuilt: str, text: str) -> str:
    """Return as a diff what the learner changed outside of the blank.

    Without line numbers: they would be those of texts that no one has.
    """
    before, after = _telling(rebuilt), _telling(text)
    diff = difflib.unified_diff(before, after, lineterm="", n=1)
    return "\n".join(line for line in list(diff)[2:] if not line.startswith("@@"))


def _telling(text: str) -> list[str]:
    """Return the lines that may tell something: no blank ones, no import of `__`."""
    lines = [line.rstrip() for line in text.splitlines()]
    return [
        line
        for line in lines
        if line and line != IMPORT.strip() and not line.lstrip().startswith("# repair:")
    ]
