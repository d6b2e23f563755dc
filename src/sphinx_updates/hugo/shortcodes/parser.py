"""Parse a page's body into text and shortcode calls.

Text comes in, a :class:`ParsedPage` goes out: the calls as a tree, the text between
them, and what is wrong, as data. What a call means is not known here, save whether a
shortcode takes inner content, and that the caller says.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

from .items import Form, ItemKind
from .lexer import lex_page
from .nodes import NOTATIONS, Argument, Broken, Call, Literal, ParsedPage, Text
from .pairing import Closing, Fault, Opening, pair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .items import LexItem
    from .nodes import Item, Value
    from .pairing import Pairs, Piece

# The deepest real page nests three calls; whoever walks the tree by recursion must not
# come near Python's own limit.
MAX_NESTING: Final = 100

_INT: Final = re.compile(r"[-+]?[0-9]+")
_FLOAT: Final = re.compile(r"[-+]?[0-9]*\.[0-9]+")
_INT64: Final = range(-(2**63), 2**63)


def parse_page(text: str, takes_inner: Callable[[str], bool | None]) -> ParsedPage:
    """Parse the body of a page: all that stands after its front matter.

    ``page = { text | literal | call }``

    :param takes_inner: Given a shortcode's name, returns True if it takes inner content
        and so needs a closing tag, False if it takes none, None if that is not known:
        then it does if a closing tag with its name follows. Asked once for a name.
    :return: The page's parts; the problems in the order in which Hugo would find them.

    Never raises on content, and takes time in proportion to the length of the text.
    """
    pieces = read_pieces(text)
    pairs = pair(pieces, takes_inner)
    builder = _Builder(text, pieces, pairs)
    items = builder.build()
    found = [(i, p.problem) for i, p in enumerate(pieces) if isinstance(p, Fault)]
    found += pairs.problems + builder.problems
    found.sort(key=lambda entry: entry[0])
    return ParsedPage(items, tuple(problem for _, problem in found))


def read_pieces(text: str) -> list[Piece]:
    """Return the text, the literal calls and the tags of a page, in order."""
    pieces: list[Piece] = []
    tag: list[LexItem] = []
    for item in lex_page(text):
        match item.kind:
            case ItemKind.TEXT:
                pieces.append(Text(text[slice(*item.span)], item.span))
            case ItemKind.LITERAL:
                pieces.append(_read_literal(text, item.span))
            case ItemKind.RIGHT | ItemKind.ERROR:
                tag.append(item)
                pieces.append(_read_tag(text, tag))
                tag = []
            case _:
                tag.append(item)
    return pieces


def _read_literal(text: str, span: Span) -> Literal:
    source = text[slice(*span)]
    return Literal(source[:3] + source[5:-5] + source[-3:], span)


def _read_tag(text: str, items: Sequence[LexItem]) -> Opening | Closing | Fault:
    """Return the tag that *items* make.

    ``tag = LEFT [ CLOSE ] [ NAME ] { argument } [ CLOSE … ] ( RIGHT | ERROR )``
    """
    last = items[-1]
    is_closing = items[1].kind is ItemKind.CLOSE if len(items) > 1 else False
    name = slash = None
    for place, item in enumerate(items):
        if item.kind is ItemKind.NAME or item.kind is ItemKind.INLINE_NAME:
            name = name or item
        elif item.kind is ItemKind.CLOSE and slash is None:
            slash = place
    shown = text[slice(*name.span)] if name else ""
    if last.problem is not None:
        return Fault(None if is_closing else shown or None, last.problem, last.span)
    span = Span(items[0].span.start, last.span.end)
    notation = NOTATIONS[text[span.start + 2]]
    if is_closing:
        return Closing(shown, notation, span)
    if name is None:
        return Fault(None, _syntax_problem("shortcode has no name", span), span)
    # What stands after the slash of a self-closed call is not looked at.
    arguments = _read_arguments(text, items[:slash])
    if len({argument.name is None for argument in arguments}) > 1:
        return Fault(shown, _mixed_arguments(shown, arguments, span), span)
    return Opening(
        name=shown,
        notation=notation,
        arguments=arguments,
        span=span,
        is_self_closed=slash is not None,
        is_inline=name.kind is ItemKind.INLINE_NAME,
    )


def _read_arguments(text: str, items: Sequence[LexItem]) -> tuple[Argument, ...]:
    """Return the arguments; a value without a key is passed over, as Hugo does.

    ``argument = ARGUMENT [ VALUE ]``
    """
    arguments = []
    for item, after in pairwise((*items, items[-1])):
        if item.kind is not ItemKind.ARGUMENT:
            continue
        if after.kind is ItemKind.VALUE:
            span = Span(item.span.start, after.span.end)
            key = _string(text, item)
            arguments.append(Argument(key, _typed_value(text, after), span))
        else:
            arguments.append(Argument(None, _typed_value(text, item), item.span))
    return tuple(arguments)


def _mixed_arguments(name: str, arguments: tuple[Argument, ...], span: Span) -> Problem:
    """Say what Hugo says of a mix that spaces before ``=`` hide from its lexer."""
    found, wanted = "map[string]interface {}", "map"
    if arguments[0].name is not None:
        found, wanted = "[]interface {}", "slice"
    return _syntax_problem(
        f'invalid state: invalid param type {found} for shortcode "{name}", '
        f"expected a {wanted}; cannot mix named and positional parameters",
        span,
    )


def _syntax_problem(message: str, span: Span) -> Problem:
    return Problem(ProblemKind.SHORTCODE_SYNTAX, message, span)


def _string(text: str, item: LexItem) -> str:
    string = text[slice(*item.span)]
    return string.replace("\\", "") if item.form is Form.ESCAPED else string


def _typed_value(text: str, item: LexItem) -> Value:
    """Return the value; a bare word may be a number or a boolean.

    Source: hugo@08822f4 parser/pageparser/item.go, ValTyped.
    """
    string = _string(text, item)
    if item.form is not Form.BARE:
        return string
    if string in {"true", "false"}:
        return string == "true"
    # More than nineteen digits are no int64, and thousands are too many for int().
    if _INT.fullmatch(string) and len(string.lstrip("+-0")) <= 19:
        number = int(
            string[0].strip("+0123456789") + string.lstrip("+-0").rjust(1, "0")
        )
        return number if number in _INT64 else string
    if _FLOAT.fullmatch(string) and math.isfinite(float(string)):
        return float(string)
    return string


@dataclass(slots=True)
class _Frame:
    """A call whose inner content is being collected, or the page."""

    opening: Opening | None = None
    ordinal: int = 0
    items: list[Item] = field(default_factory=list)
    calls: int = 0

    def count_call(self) -> int:
        """Return the ordinal of the next call in this frame."""
        self.calls += 1
        return self.calls - 1


class _Builder:
    """Makes the tree of calls of the pieces and their pairs."""

    def __init__(self, text: str, pieces: Sequence[Piece], pairs: Pairs) -> None:
        self.text = text
        self.pieces = pieces
        self.pairs = pairs
        self.problems: list[tuple[int, Problem]] = []
        self.frames = [_Frame()]

    def build(self) -> tuple[Item, ...]:
        """Return the items of the page."""
        for index, piece in enumerate(self.pieces):
            match piece:
                case Text() | Literal():
                    self.frames[-1].items.append(piece)
                case Fault():
                    self._add_broken(piece.span, piece.problem)
                case Opening():
                    self._open(index, piece)
                case Closing() if index in self.pairs.stray:
                    self._add_broken(piece.span, self.pairs.stray[index])
                case Closing() if index not in self.pairs.dropped:
                    self._close(piece)
        return tuple(self.frames[0].items)

    def _add_broken(self, span: Span, problem: Problem) -> None:
        broken = Broken(self.text[slice(*span)], problem.message, span)
        self.frames[-1].items.append(broken)

    def _open(self, index: int, tag: Opening) -> None:
        frame = self.frames[-1]
        if index not in self.pairs.closing:
            frame.items.append(_make_call(tag, frame.count_call()))
        elif len(self.frames) <= MAX_NESTING:
            self.frames.append(_Frame(tag, frame.count_call()))
        else:
            self._refuse(index, tag)

    def _refuse(self, index: int, tag: Opening) -> None:
        """Leave the tags of a call out; what is in it stays where it is."""
        problem = Problem(
            ProblemKind.SHORTCODE_NESTING,
            f"shortcode {tag.name!r} is nested more than {MAX_NESTING} calls deep; "
            "close calls before it, or write it outside of them",
            tag.span,
        )
        self.pairs.dropped.add(self.pairs.closing[index])
        self._add_broken(tag.span, problem)
        if not self.problems:  # one says it for the page
            self.problems.append((index, problem))

    def _close(self, tag: Closing) -> None:
        frame = self.frames.pop()
        if frame.opening is not None:
            call = _make_call(
                frame.opening, frame.ordinal, tuple(frame.items), tag.span
            )
            self.frames[-1].items.append(call)


def _make_call(
    tag: Opening,
    ordinal: int,
    inner: tuple[Item, ...] | None = None,
    closing: Span | None = None,
) -> Call:
    return Call(
        name=tag.name,
        notation=tag.notation,
        arguments=tag.arguments,
        inner=inner,
        span=Span(tag.span.start, closing.end) if closing else tag.span,
        open_span=tag.span,
        inner_span=Span(tag.span.end, closing.start) if closing else None,
        ordinal=ordinal,
        is_self_closed=tag.is_self_closed,
    )
