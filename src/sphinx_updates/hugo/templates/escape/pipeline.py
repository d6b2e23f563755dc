"""Which escapers a context needs, and how they join the pipe of an action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.escape.context import (
    COMMENTS,
    Context,
    Delim,
    State,
    UrlPart,
)
from sphinx_updates.hugo.templates.nodes import Command, Identifier, Pipe

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX: Final = "_html_template_"
"""What the names of the escapers start with; no template can write them."""
_TO_TEXT: Final = "print"
"""Go's function that makes one text of several values."""

_BY_STATE: Final = {
    State.JS: "jsvalescaper",
    State.JS_DOUBLE: "jsstrescaper",
    State.JS_SINGLE: "jsstrescaper",
    State.JS_TEMPLATE: "jstmpllitescaper",
    State.JS_REGEXP: "jsregexpescaper",
    State.CSS: "cssvaluefilter",
    State.TEXT: "htmlescaper",
    State.RCDATA: "rcdataescaper",
    State.ATTR_NAME: "htmlnamefilter",
    State.SRCSET: "srcsetescaper",
    State.META_URL: "urlfilter",
    **dict.fromkeys(COMMENTS, "commentescaper"),
}
ADDRESSES: Final = frozenset(
    {
        State.URL,
        State.CSS_DOUBLE,
        State.CSS_SINGLE,
        State.CSS_DOUBLE_URL,
        State.CSS_SINGLE_URL,
        State.CSS_URL,
    }
)
"""States in which the part of the address decides; not in ``srcset``."""

_PREDEFINED: Final = {
    f"{PREFIX}attrescaper": "html",
    f"{PREFIX}htmlescaper": "html",
    f"{PREFIX}rcdataescaper": "html",
    f"{PREFIX}urlescaper": "urlquery",
    f"{PREFIX}urlnormalizer": "urlquery",
}
"""Escapers whose work one of Go's own functions does as well."""
OWN_ESCAPERS: Final = frozenset(_PREDEFINED.values())
"""Functions of Go's that escape; they may only stand at the end of a pipe."""

_REDUNDANT: Final = frozenset(
    {
        (f"{PREFIX}commentescaper", f"{PREFIX}attrescaper"),
        (f"{PREFIX}commentescaper", f"{PREFIX}htmlescaper"),
        (f"{PREFIX}cssescaper", f"{PREFIX}attrescaper"),
        (f"{PREFIX}jsregexpescaper", f"{PREFIX}attrescaper"),
        (f"{PREFIX}jsstrescaper", f"{PREFIX}attrescaper"),
        (f"{PREFIX}jstmpllitescaper", f"{PREFIX}attrescaper"),
        (f"{PREFIX}urlescaper", f"{PREFIX}urlnormalizer"),
    }
)
"""Pairs of which the second finds nothing to do behind the first."""


def escapers_for(context: Context) -> list[str]:
    """Return the names of the escapers of a value written in *context*, in order."""
    names = []
    if context.state in ADDRESSES:
        is_string = context.state in (State.CSS_DOUBLE, State.CSS_SINGLE)
        if context.url_part is UrlPart.QUERY:
            names.append("urlescaper")
        else:
            if context.url_part is UrlPart.NONE:
                names.append("urlfilter")
            names.append("cssescaper" if is_string else "urlnormalizer")
    elif context.state in _BY_STATE:
        names.append(_BY_STATE[context.state])
    if context.delim is Delim.SPACE:
        names.append("nospaceescaper")
    elif context.delim is not Delim.NONE:
        names.append("attrescaper")
    return [PREFIX + name for name in names]


def with_escapers(pipe: Pipe, names: list[str]) -> Pipe:
    """Return *pipe* with commands that call the escapers *names* at its end.

    A pipe that ends with ``html`` or ``urlquery`` keeps it in place of the escaper
    that does the same.
    """
    commands = list(pipe.commands)
    own = function_name(commands[-1])
    if own in OWN_ESCAPERS:
        last = commands[-1]
        if len(commands) == 1 and len(last.arguments) > 1:
            evaluate = Identifier(last.arguments[0].offset, _TO_TEXT)
            commands = [
                replace(last, arguments=(evaluate, *last.arguments[1:])),
                _call(own, pipe.offset),
            ]
        if any(_same(own, name) for name in names):
            names = [own if _same(own, name) else name for name in names]
            commands.pop()
    present = {_plain(function_name(command)) for command in commands}
    for name in names:
        before = function_name(commands[-1]) if commands else ""
        if _plain(name) not in present and (before, name) not in _REDUNDANT:
            commands.append(_call(name, pipe.offset))
    return replace(pipe, commands=tuple(commands))


def misplaced(pipe: Pipe, context: Context) -> str | None:
    """Return the escaper of Go's that *pipe* calls where it may not, if any.

    Only the last command may be one; ``html`` does not do for values without quotes.
    """
    is_bare = context.state is State.ATTR and context.delim is Delim.SPACE
    for command in pipe.commands:
        name = function_name(command)
        if name in OWN_ESCAPERS and (
            command is not pipe.commands[-1] or (is_bare and name == "html")
        ):
            return name
    return None


def function_name(command: Command) -> str:
    """Return the function that *command* calls; empty if it calls none."""
    first = command.arguments[0]
    return first.name if isinstance(first, Identifier) else ""


def _call(name: str, offset: int) -> Command:
    return Command(offset, (Identifier(offset, name),))


def _plain(name: str) -> str:
    return _PREDEFINED.get(name, name)


def _same(first: str, second: str) -> bool:
    return _plain(first) == _plain(second)


def all_names() -> Iterable[str]:
    """Return the names of all escapers that a pipe may get."""
    others = ("cssescaper", "urlfilter", "urlescaper", "urlnormalizer")
    delims = ("nospaceescaper", "attrescaper")
    return {PREFIX + name for name in (*_BY_STATE.values(), *others, *delims)}
