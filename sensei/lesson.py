"""One lesson: a file of `solutions/`, and the koan that derives from it."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
from dataclasses import dataclass
from typing import NoReturn

from sensei import blank as blanks
from sensei import fields, syntax
from sensei.blank import Blank, Kind
from sensei.errors import Fault, LessonError
from sensei.fields import Answer, Note
from sensei.places import lines_of

IMPORT = "from koans import __\n"
FILE_NAME = re.compile(r"test_(\d\d+)_([a-z0-9_]+)\.py")


@dataclass(frozen=True)
class Lesson:
    """All there is to know about one idea.

    path: relative to `solutions/` and to `koans/`, with `/`.
    title, text: the idea in one sentence, and why it is so.
    answer: the solution's answer, dedented.
    broken: the code that a repair starts from, dedented; "" where there is none.
    koan: the text of the derived koan; line: the line of its blank, from 1.
    frame: the koan with the broken lines of a repair as one `__(...)`, so that
        every koan has its one hole there.
    """

    path: str
    slug: str
    source: str
    title: Note
    text: str
    hints: tuple[Note, ...]
    wrongs: tuple[Answer, ...]
    rights: tuple[Answer, ...]
    bans: tuple[Note, ...]
    see: tuple[Note, ...]
    kind: Kind
    answer: str
    broken: str
    koan: str
    frame: str
    line: int
    marks: frozenset[str]
    blank: Blank

    @property
    def topic(self) -> str:
        """The folder the lesson stands in, such as `09_autograd_graph`."""
        return self.path.rpartition("/")[0]

    @property
    def inline(self) -> bool:
        """Whether the blank is a part of a line, and not lines of its own."""
        return self.kind in ("prediction", "expression")

    def laid_out(self, answer: str) -> str:
        """Return an answer to this koan as it is shown, without its file's margin."""
        first, _, rest = answer.strip("\n").partition("\n")
        if self.inline and rest:
            return f"{first}\n{textwrap.dedent(rest)}"
        return textwrap.dedent(answer).strip("\n")

    @property
    def reference(self) -> str:
        """The solution's answer as it is shown."""
        return self.laid_out(self.answer)

    def fill(self, answer: str) -> str:
        """Return the solution's file with this answer in place of its own."""
        return _place(self.blank.head, answer, self.blank)

    def fill_koan(self, answer: str) -> str:
        """Return the koan as a learner leaves it who writes this answer."""
        head, _, _ = _koan(self.source, self.blank)
        return _place(head, answer, self.blank)


def slug_of(name: str) -> str | None:
    """Return the slug in a file name, or None where it is no koan's name."""
    match = FILE_NAME.fullmatch(name)
    return match[2] if match else None


def slug_in(text: str) -> str:
    """Return the slug that a person names: by itself, or by the path of its file."""
    name = text.strip().rpartition("/")[2]
    return slug_of(name) or name


def read(source: str, path: str) -> Lesson:
    """Read a lesson from its text. path is relative to `solutions/`.

    Raises LessonError where the text is no lesson, with the line and the cure.
    """

    def fail(line: int, what: str, mend: str) -> NoReturn:
        raise LessonError(Fault(f"solutions/{path}", line, what, mend))

    slug = slug_of(path.rpartition("/")[2])
    if slug is None:
        fail(1, "not a lesson's file name", "Call it test_NN_what_it_teaches.py.")
    source = source.replace("\r\n", "\n")
    tree = _tree(source, fail)
    first, last = _docstring(source, fail)
    lines = source.split("\n")[first - 1 : last]
    lines[0] = lines[0].split('"""', 1)[1]
    lines[-1] = lines[-1].rsplit('"""', 1)[0]
    parsed = fields.parse(lines, first, fail)
    blank = blanks.find(source, tree, fail)

    def resolve(entry: Answer) -> Answer:
        code = fields.apply_edit(entry.code, blank.answer, fail, entry.line)
        return Answer(code, entry.reason, entry.line)

    head, koan, frame = _koan(source, blank)
    _one_blank(koan, blank, fail)
    return Lesson(
        path=path,
        slug=slug,
        source=source,
        title=parsed.title,
        text=parsed.text,
        hints=parsed.hints,
        wrongs=tuple(map(resolve, parsed.wrongs)),
        rights=tuple(map(resolve, parsed.rights)),
        bans=parsed.bans,
        see=parsed.see,
        kind=blank.kind,
        answer=blank.answer,
        broken=blank.broken,
        koan=koan,
        frame=frame,
        line=head.count("\n") + 1,
        marks=marks(tree),
        blank=blank,
    )


def marks(tree: ast.Module) -> frozenset[str]:
    """Return the names of the pytest marks that every test of the file has."""
    tests = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    ]
    found = [
        {name for name in map(mark, test.decorator_list) if name} for test in tests
    ]
    return frozenset(set.intersection(*found)) if found else frozenset()


def mark(decorator: ast.expr) -> str | None:
    """Return NAME for `@pytest.mark.NAME` and `@pytest.mark.NAME(...)`."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    text = ast.unparse(node)
    return text.removeprefix("pytest.mark.") if "pytest.mark." in text else None


def blanks_in(tree: ast.AST) -> list[ast.Name]:
    """Return every use of the name `__` in a syntax tree."""
    return [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "__"]


def _tree(source: str, fail: fields.Fail) -> ast.Module:
    try:
        return syntax.parse(source)
    except SyntaxError as error:
        fail(error.lineno or 1, f"no Python: {error.msg}", "Mend the syntax.")


def _docstring(source: str, fail: fields.Fail) -> tuple[int, int]:
    """Return the first and last line of the module's docstring, from 1."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.STRING and '"""' in token.string:
            return token.start[0], token.end[0]
        if token.type not in (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE):
            break
    fail(1, "the file does not begin with a docstring", 'Write the idea in """.')


def _koan(source: str, blank: Blank) -> tuple[str, str, str]:
    """Return the head of the koan, the koan, and its frame."""
    first, last = _docstring(source, _never)
    lines = lines_of(source)
    text = lines[first - 1 : last]
    cut = next((i for i, line in enumerate(text) if fields.FIELD.match(line)), None)
    if cut is not None:
        kept = "".join(text[:cut]).rstrip()
        text = [f'{kept}"""\n' if "\n" not in kept else f'{kept}\n"""\n']
    docstring = "".join(lines[: first - 1] + text)
    head = docstring + _with_import(
        "".join(lines[last:]), blank.head[len("".join(lines[:last])) :], blank
    )
    return head, head + blank.shown + blank.tail, head + blank.hole + blank.tail


def _with_import(code: str, head: str, blank: Blank) -> str:
    """Return head with the import of `__` behind the imports that code begins with."""
    if blank.kind == "repair":
        return head
    tree = syntax.parse(code)
    imports = []
    for node in tree.body:
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            break
        imports.append(node)
    if not imports:
        return "\n" + IMPORT + head
    end = imports[-1].end_lineno
    assert end is not None
    lines = lines_of(head)
    return "".join(lines[:end]) + "\n" + IMPORT + "".join(lines[end:])


def _never(line: int, what: str, mend: str) -> NoReturn:
    raise AssertionError(f"line {line}: {what}")


def _place(head: str, answer: str, blank: Blank) -> str:
    """Put an answer between head and tail, indented as the blank is."""
    if blank.kind in ("block", "repair"):
        code = textwrap.dedent(answer)
        return head + blanks.fill_indent(code, blank.indent) + blank.tail
    return head + answer + blank.tail


def _one_blank(koan: str, blank: Blank, fail: fields.Fail) -> None:
    """Check that the koan parses and holds one `__`, or none in a repair."""
    try:
        count = len(blanks_in(syntax.parse(koan)))
    except SyntaxError as error:
        line = blank.line
        fail(line, f"the koan is no Python: {error.msg}", "Name a whole expression.")
    wanted = 0 if blank.kind == "repair" else 1
    if count != wanted:
        fail(
            blank.line,
            f"the koan holds {count} blanks, and should hold {wanted}",
            "The name `__` belongs to the blank alone.",
        )
