"""A directive as the call that it stands for; templates see no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_updates.hugo.problems import Span
from sphinx_updates.hugo.shortcodes.nodes import (
    Argument,
    Broken,
    Call,
    Notation,
    Text,
)
from sphinx_updates.hugo.shortcodes.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOWHERE = Span(0, 0)


class DirectiveCall(NamedTuple):
    """A call, and the text that its places count in."""

    call: Call
    source: str


def call_of_directive(
    name: str,
    argument: str,
    options: Mapping[str, str | None],
    content: str | None,
    *,
    is_markdown: bool,
) -> DirectiveCall:
    """Return the call with the options as named, or the argument as positional ones.

    What is written behind the name may be several arguments, as in a call; what cannot
    be read so is one text..
    """
    positional = _positional(name, argument)
    arguments: tuple[Argument, ...] = tuple(
        Argument(key, _value(text), _NOWHERE) for key, text in options.items()
    )
    if not arguments:
        arguments = positional
    source = content or ""
    inner = None if content is None else (Text(source, Span(0, len(source))),)
    call = Call(
        name=name,
        notation=Notation.MARKDOWN if is_markdown else Notation.STANDARD,
        arguments=arguments,
        inner=inner,
        span=_NOWHERE,
        open_span=_NOWHERE,
        inner_span=None if content is None else Span(0, len(source)),
        ordinal=0,
        is_self_closed=False,
    )
    return DirectiveCall(call, source)


def _positional(name: str, argument: str) -> tuple[Argument, ...]:
    if not argument.strip():
        return ()
    items = parse_page(f"{{{{< {name} {argument} >}}}}", lambda _name: False).items
    first = items[0] if len(items) == 1 else None
    if isinstance(first, Call) and not isinstance(first, Broken):
        return first.arguments
    return (Argument(None, argument, _NOWHERE),)


def _value(text: str | None) -> str | bool | int:
    """Return an option as an argument without quotes has it."""
    if text is None or text == "true":
        return True
    if text == "false":
        return False
    return int(text) if text.isdecimal() and len(text) < 16 else text
