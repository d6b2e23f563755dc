"""Find which closing tag ends which call.

Hugo looks into a shortcode's template: if it asks for inner content, the next closing
tag ends the innermost such call, whatever name it bears. Here the caller says what it
knows of a name; for one it does not know, a closing tag with that name tells.
One pass with a stack: nothing is looked ahead for, so nothing can be quadratic.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

from .nodes import Literal, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .nodes import Argument, Notation


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening tag, or a call that is closed in its own tag."""

    name: str
    notation: Notation
    arguments: tuple[Argument, ...]
    span: Span
    is_self_closed: bool
    is_inline: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing tag."""

    name: str
    """Empty for ``{{< / >}}``, which Hugo takes too."""
    notation: Notation
    span: Span


@dataclass(frozen=True, slots=True)
class Fault:
    """A tag that cannot be read."""

    name: str | None
    """Whose opening tag it seems to be; None if it is none."""
    problem: Problem
    span: Span


Piece: TypeAlias = Text | Literal | Opening | Closing | Fault


@dataclass(slots=True)
class Pairs:
    """What belongs to what; everything is an index of a piece."""

    closing: dict[int, int] = field(default_factory=dict)
    """Opening tag -> the closing tag that ends it."""
    dropped: set[int] = field(default_factory=set)
    """Closing tags that stand for nothing."""
    problems: list[tuple[int, Problem]] = field(default_factory=list)
    """With the piece at which it shows; what shows at the page's end has the last."""
    stray: dict[int, Problem] = field(default_factory=dict)
    """Closing tags of no call, and what to say of them."""


class _Role(Enum):
    INNER = auto()
    """Takes inner content: any closing tag ends it."""
    PLAIN = auto()
    """Takes no inner content: a closing tag with its name is a mistake."""
    UNKNOWN = auto()
    """Takes inner content if a closing tag with its name follows."""
    BROKEN = auto()
    """A broken opening tag: a closing tag with its name goes with it."""


class _Open(NamedTuple):
    piece: int
    name: str
    role: _Role


@dataclass(slots=True)
class _Stack:
    """The calls that may still be closed, the innermost last."""

    entries: list[_Open] = field(default_factory=list)
    inner: list[int] = field(default_factory=list)
    """Where the entries stand that take inner content."""
    others: dict[str, list[int]] = field(default_factory=dict)
    """Name -> where the other entries with this name stand."""

    def push(self, entry: _Open) -> None:
        places = self.inner
        if entry.role is not _Role.INNER:
            places = self.others.setdefault(entry.name, [])
        places.append(len(self.entries))
        self.entries.append(entry)

    def pop_to(self, place: int) -> _Open:
        """Remove the entries from *place* on, and return the one there."""
        while True:
            entry = self.entries.pop()
            is_inner = entry.role is _Role.INNER
            (self.inner if is_inner else self.others[entry.name]).pop()
            if len(self.entries) == place:
                return entry

    def candidates(self, name: str) -> tuple[int, int]:
        """Return the places of the innermost INNER entry, and of another named *name*.

        -1 for none; of two, only an outer one that is INNER may yet count.
        """
        inner = self.inner[-1] if self.inner else -1
        others = self.others.get(name)
        other = others[-1] if others else -1
        return inner, other if other > inner else -1


def pair(pieces: Sequence[Piece], takes_inner: Callable[[str], bool | None]) -> Pairs:
    """Return which closing tags end which calls.

    :param takes_inner: As for :func:`~.parser.parse_page`; asked once for a name.

    Source: hugo@e2d66e3 hugolib/shortcode.go, extractShortcode.
    Differs from Hugo: see ``DIVERGES`` in the tests of the golden cases.
    """
    pairs, stack = Pairs(), _Stack()
    known: dict[str, bool | None] = {}
    to_come = Counter(p.name for p in pieces if isinstance(p, Closing))
    for index, piece in enumerate(pieces):
        match piece:
            case Fault(name=str(name)):
                stack.push(_Open(index, name, _Role.BROKEN))
            case Opening(name=name):
                if name not in known:
                    known[name] = True if piece.is_inline else takes_inner(name)
                _open(pairs, stack, index, piece, known[name])
            case Closing(name=name):
                to_come[name] -= 1
                _close(pairs, stack, index, piece, to_come)
            case _:
                pass
    _report_unclosed(pairs, stack, pieces)
    return pairs


def _open(
    pairs: Pairs, stack: _Stack, index: int, tag: Opening, takes_inner: bool | None
) -> None:
    if not tag.is_self_closed:
        roles = {True: _Role.INNER, False: _Role.PLAIN, None: _Role.UNKNOWN}
        stack.push(_Open(index, tag.name, roles[takes_inner]))
    elif takes_inner is False:
        problem = _takes_no_inner(tag.name, tag.span, "remove the '/'")
        pairs.problems.append((index, problem))


def _close(
    pairs: Pairs, stack: _Stack, index: int, tag: Closing, to_come: Counter[str]
) -> None:
    inner, other = stack.candidates(tag.name)
    if other >= 0 and stack.entries[other].role is _Role.PLAIN and inner >= 0:
        # Hugo lets this tag end the outer call. That is what its author meant only if
        # the outer call has no closing tag of its own.
        other = other if to_come[stack.entries[inner].name] > 0 else -1
    if other < 0 and inner < 0:
        name = tag.name or tag.notation.closing
        hint = (
            f"no call of {name!r} is open here" if tag.name else "no call is open here"
        )
        problem = _takes_no_inner(name, tag.span, hint)
        pairs.stray[index] = problem
        pairs.problems.append((index, problem))
        return
    entry = stack.pop_to(max(other, inner))
    if entry.role in {_Role.INNER, _Role.UNKNOWN}:
        pairs.closing[entry.piece] = index
        return
    pairs.dropped.add(index)
    if entry.role is _Role.PLAIN:
        problem = _takes_no_inner(tag.name, tag.span, "remove the closing tag")
        pairs.problems.append((index, problem))


def _takes_no_inner(name: str, span: Span, hint: str) -> Problem:
    message = (
        f'shortcode "{name}" does not evaluate .Inner or .InnerDeindent, '
        f"yet a closing tag was provided; {hint}"
    )
    return Problem(ProblemKind.SHORTCODE_NESTING, message, span)


def _report_unclosed(pairs: Pairs, stack: _Stack, pieces: Sequence[Piece]) -> None:
    """Add the problems that show at the page's end, the innermost call's first."""
    for place in reversed(stack.inner):
        tag = pieces[stack.entries[place].piece]
        if isinstance(tag, Opening):
            left, right = tag.notation.opening, tag.notation.closing
            message = (
                f'shortcode "{tag.name}" must be closed or self-closed; write '
                f"'{left} /{tag.name} {right}' after its content, "
                f"or '/{right}' at its end"
            )
            problem = Problem(ProblemKind.SHORTCODE_NESTING, message, tag.span)
            pairs.problems.append((len(pieces), problem))
