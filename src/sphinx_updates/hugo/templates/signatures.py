"""What functions and methods take, read from their Python signatures.

A parameter annotated ``str``, ``int``, ``float``, ``bool``, ``datetime`` or
``Duration`` takes just that, as parameters of those types do in Go; what is annotated
``object`` takes anything.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from sphinx_updates.hugo.templates import nodes
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.values import Duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.templates.run import Frame

    Expression: TypeAlias = Callable[[Frame], object]
    """Evaluates an argument."""

_TYPES: Final[dict[str, type]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "datetime": datetime,
    "Duration": Duration,
}
_GO_NAMES: Final[dict[type, str]] = {
    str: "string",
    int: "int",
    float: "float64",
    bool: "bool",
    datetime: "time.Time",
    Duration: "time.Duration",
}
_WORDS: Final[dict[type, str]] = {
    str: "string",
    int: "integer",
    Duration: "integer",
    float: "float",
    bool: "bool",
}
"""How messages name the type that a constant should have."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What one function takes."""

    least: int
    most: int | None
    """None for any number."""
    types: tuple[type | None, ...]
    """By parameter; None takes anything."""
    rest: type | None
    """The type of all further arguments."""
    is_typed: bool

    def type_at(self, number: int) -> type | None:
        """Return the type of an argument, counted from 0."""
        return self.types[number] if number < len(self.types) else self.rest


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments that a template writes: code and node of each."""

    codes: tuple[Expression, ...] = ()
    nodes: tuple[nodes.Term, ...] = ()


_KNOWN: dict[object, Signature] = {}


def signature_of(call: Callable[..., object], *, skips: int = 0) -> Signature:
    """Return what *call* takes behind the first *skips* parameters."""
    key = getattr(call, "__func__", call)
    known = _KNOWN.get(key)
    if known is None:
        known = _KNOWN[key] = _read(call, skips)
    return known


def _read(call: Callable[..., object], skips: int) -> Signature:
    parameters = list(inspect.signature(call).parameters.values())[skips:]
    fixed = [p for p in parameters if p.kind is not p.VAR_POSITIONAL]
    rest = [p for p in parameters if p.kind is p.VAR_POSITIONAL]
    types = tuple(_TYPES.get(p.annotation) for p in fixed)
    rest_type = _TYPES.get(rest[0].annotation) if rest else None
    return Signature(
        least=sum(p.default is p.empty for p in fixed),
        most=None if rest else len(fixed),
        types=types,
        rest=rest_type,
        is_typed=any((*types, rest_type)),
    )


def evaluate(
    frame: Frame,
    name: str,
    signature: Signature,
    arguments: Arguments,
    extra: tuple[object, ...],
) -> list[object]:
    """Return the values of *arguments* and *extra*, as many and of types as wanted."""
    written = len(arguments.codes)
    count = written + len(extra)
    most = signature.most
    if count < signature.least or (most is not None and count > most):
        frame.fail(wrong_count(name, signature, written, count))
    if not signature.is_typed:
        return [*(code(frame) for code in arguments.codes), *extra]
    values = [
        _typed(frame, signature.type_at(number), code(frame), node)
        for number, (code, node) in enumerate(
            zip(arguments.codes, arguments.nodes, strict=True)
        )
    ]
    if extra:
        values.append(_typed(frame, signature.type_at(written), extra[0], None))
    return values


def wrong_count(name: str, signature: Signature, written: int, count: int) -> str:
    """Return what Go says of a wrong number of arguments."""
    least, most = signature.least, signature.most
    if most is None:
        return f"wrong number of args for {name}: want at least {least} got {written}"
    wanted = least if count < least else most
    return f"wrong number of args for {name}: want {wanted} got {count}"


def _typed(
    frame: Frame, wanted: type | None, value: object, node: nodes.Term | None
) -> object:
    """Return *value* as the type that is *wanted*, or fail with Go's words."""
    if wanted is None:
        return value
    if isinstance(node, nodes.Nil):
        frame.fail(f"cannot assign nil to {_GO_NAMES[wanted]}")
    if isinstance(node, nodes.Bool | nodes.Number | nodes.String):
        return _constant(frame, wanted, value, node)
    if value is None:
        frame.fail(f"invalid value; expected {_GO_NAMES[wanted]}")
    converted = _converted(wanted, value)
    if converted is None:
        found = type_name(value)
        frame.fail(f"wrong type for value; expected {_GO_NAMES[wanted]}; got {found}")
    return converted


def _converted(wanted: type, value: object) -> object:
    """Return *value* as the type that is *wanted* if it is of that kind, else None.

    Hugo takes any text for a text and any whole number for a whole number.
    """
    if isinstance(value, bool) or wanted is bool:
        return value if wanted is bool and isinstance(value, bool) else None
    if wanted is str:
        return str(value) if isinstance(value, str) else None
    if wanted is float:
        return float(value) if isinstance(value, int | float) else None
    if wanted is datetime:
        return value if isinstance(value, datetime) else None
    is_whole = isinstance(value, float) and value.is_integer()
    return wanted(value) if isinstance(value, int) or is_whole else None


def _constant(
    frame: Frame,
    wanted: type,
    value: object,
    node: nodes.Bool | nodes.Number | nodes.String,
) -> object:
    if isinstance(node, nodes.Number):
        if wanted in (int, Duration) and node.integer is not None:
            return wanted(node.integer)
        if wanted is float and not isinstance(node.value, complex):
            return float(node.value)
    elif type(value) is wanted:
        return value
    if wanted in _WORDS:
        message = f"expected {_WORDS[wanted]}; found {node}"
    else:
        message = f"can't handle {node} for arg of type {_GO_NAMES[wanted]}"
    return frame.fail(message)
