"""The tree of a template: Go's ``text/template/parse`` nodes as frozen data.

Every node has its ``offset`` in the source, in characters, which takes no part in
comparisons. ``str`` prints a node as Go's error messages print it; printed trees
parse again to trees that print the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from sphinx_updates.hugo.templates.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GAP: Final = " {{- /**/ -}} "
"""Prints nothing; keeps apart two braces that would open an action."""


@dataclass(frozen=True, slots=True)
class Node:
    """Anything in the tree."""

    offset: int = field(compare=False)
    """Where errors say that it stands: characters from the start of the source."""


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Text that is written as it stands."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Dot(Node):
    """The cursor, ``.``."""

    def __str__(self) -> str:
        return "."


@dataclass(frozen=True, slots=True)
class Nil(Node):
    """The untyped ``nil``."""

    def __str__(self) -> str:
        return "nil"


@dataclass(frozen=True, slots=True)
class Bool(Node):
    """``true`` or ``false``."""

    value: bool

    def __str__(self) -> str:
        return "true" if self.value else "false"


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number or a character; ``text`` is how it was written."""

    text: str
    value: int | float | complex
    """What an argument of any type gets."""
    integer: int | None = None
    """The value as an integer, if it is one: ``1.0`` and ``1e3`` are."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class String(Node):
    """A string; ``quoted`` is how it was written, with its quotes."""

    quoted: str
    text: str

    def __str__(self) -> str:
        return self.quoted


@dataclass(frozen=True, slots=True)
class Identifier(Node):
    """The name of a function, without namespace."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Variable(Node):
    """A variable and fields of it: ``$x.a.b`` has the names ``$x``, ``a`` and ``b``."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class Field(Node):
    """Fields of the cursor: ``.a.b`` has the names ``a`` and ``b``."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return "".join(f".{name}" for name in self.names)


@dataclass(frozen=True, slots=True)
class Chain(Node):
    """Fields of a term: ``(pipe).a.b``, and ``math.Pi`` of the function ``math``."""

    node: Term
    names: tuple[str, ...]

    def __str__(self) -> str:
        return _argument(self.node) + "".join(f".{name}" for name in self.names)


@dataclass(frozen=True, slots=True)
class Command(Node):
    """A function, method or field with its arguments, or one value."""

    arguments: tuple[Term, ...]

    def __str__(self) -> str:
        return " ".join(_argument(item) for item in self.arguments)


@dataclass(frozen=True, slots=True)
class Pipe(Node):
    """Commands, each of which gets the value of the one before as last argument."""

    commands: tuple[Command, ...]
    declared: tuple[Variable, ...] = ()
    """The variables that get the last value; a ``range`` may have two."""
    assigns: bool = False
    """Whether the variables are there already: ``=`` instead of ``:=``."""

    def __str__(self) -> str:
        names = ", ".join(map(str, self.declared))
        head = f"{names} {'=' if self.assigns else ':='} " if self.declared else ""
        return head + " | ".join(map(str, self.commands))


Term: TypeAlias = (
    Dot | Nil | Bool | Number | String | Identifier | Variable | Field | Chain | Pipe
)
"""What can be an argument of a command. A pipe is one in parentheses."""


@dataclass(frozen=True, slots=True)
class Action(Node):
    """A pipe whose value is written, unless it declares variables."""

    pipe: Pipe

    def __str__(self) -> str:
        return f"{{{{{self.pipe}}}}}"


@dataclass(frozen=True, slots=True)
class List(Node):
    """Statements in their order."""

    nodes: tuple[Statement, ...]

    def __str__(self) -> str:
        return _joined(map(str, self.nodes))


@dataclass(frozen=True, slots=True)
class _Branch(Node):
    """What ``if``, ``with`` and ``range`` have in common."""

    pipe: Pipe
    body: List
    otherwise: List | None = None
    """The list of ``else``; ``else if`` is one ``if`` in such a list."""

    def _text(self, word: str) -> str:
        parts = [f"{{{{{word} {self.pipe}}}}}", str(self.body)]
        if self.otherwise is not None:
            parts += ["{{else}}", str(self.otherwise)]
        return _joined([*parts, "{{end}}"])


@dataclass(frozen=True, slots=True)
class If(_Branch):
    """``if``."""

    def __str__(self) -> str:
        return self._text("if")


@dataclass(frozen=True, slots=True)
class With(_Branch):
    """``with``, which moves the cursor."""

    def __str__(self) -> str:
        return self._text("with")


@dataclass(frozen=True, slots=True)
class Range(_Branch):
    """``range``, which moves the cursor again and again."""

    def __str__(self) -> str:
        return self._text("range")


@dataclass(frozen=True, slots=True)
class Break(Node):
    """``break``."""

    def __str__(self) -> str:
        return "{{break}}"


@dataclass(frozen=True, slots=True)
class Continue(Node):
    """``continue``."""

    def __str__(self) -> str:
        return "{{continue}}"


@dataclass(frozen=True, slots=True)
class Template(Node):
    """``template``, and the call that a ``block`` is beside its definition."""

    name: str
    pipe: Pipe | None = None

    def __str__(self) -> str:
        pipe = "" if self.pipe is None else f" {self.pipe}"
        return f"{{{{template {quote(self.name)}{pipe}}}}}"


Statement: TypeAlias = Text | Action | If | With | Range | Break | Continue | Template


@dataclass(frozen=True, slots=True)
class Tree:
    """One template: a file, or what a ``define`` or ``block`` of a file defines."""

    name: str
    source_name: str
    """The name of the file, for messages."""
    source: str
    """The text of the file; offsets of nodes point into it."""
    root: List


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """A file's own template and those that it defines, which see each other."""

    name: str
    """Of the file's own template."""
    trees: Mapping[str, Tree]
    called: frozenset[str] = frozenset()
    """The names that ``template`` calls, known or not."""


def _argument(node: Term) -> str:
    return f"({node})" if isinstance(node, Pipe) else str(node)


def _joined(parts: Iterable[str]) -> str:
    """Return *parts* as one text in which no two braces meet by chance."""
    text: list[str] = []
    for part in parts:
        if part.startswith("{") and text and text[-1].endswith("{"):
            text.append(_GAP)
        if part:
            text.append(part)
    return "".join(text)
