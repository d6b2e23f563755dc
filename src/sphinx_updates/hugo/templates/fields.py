"""Fields and methods of values: what ``.Name`` finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MethodType
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import LimitError, MissingError, TemplateError
from sphinx_updates.hugo.templates.methods import METHODS, REFUSED
from sphinx_updates.hugo.templates.signatures import (
    Arguments,
    evaluate,
    signature_of,
)
from sphinx_updates.hugo.templates.special import Returned
from sphinx_updates.hugo.templates.values import NilPointer, Object, Params

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_updates.hugo.templates.nodes import Node
    from sphinx_updates.hugo.templates.run import Frame


class _Missing:
    """The type of what a map does not have: neither an error nor nil."""


MISSING: Final = _Missing()

ANY: Final = "interface {}"
NO_ARGUMENTS: Final = Arguments()
PASSING: Final = (LimitError, Returned, RecursionError)
"""What goes through a function that calls templates: it is no fault of it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A name after a dot, with what is written behind it."""

    name: str
    node: Node
    """Where errors of a method are."""
    arguments: Arguments = NO_ARGUMENTS


def chain(
    frame: Frame,
    start: object,
    calls: Sequence[Call],
    extra: tuple[object, ...],
    kind: str = "",
) -> object:
    """Return what *calls* lead to from *start*; the last one gets *extra* too.

    Nil at the start leads to nil, and so does what a map does not have. *kind* is the
    type of *start* as Go knows it, empty if its own.
    """
    if start is None and not kind:
        return None
    value = start
    for call in calls[:-1]:
        value, kind = _field(frame, value, kind, call, ())
        if value is MISSING:
            return None
    value, _ = _field(frame, value, kind, calls[-1], extra)
    return None if value is MISSING else value


def _field(
    frame: Frame, value: object, kind: str, call: Call, extra: tuple[object, ...]
) -> tuple[object, str]:
    """Return one field, and the type that Go knows it by, empty if its own.

    *kind* is that type of *value*.
    """
    name = call.name
    if isinstance(value, dict):
        found = _of_map(value, name)
        if found is not MISSING or not isinstance(value, Object):
            if call.arguments.codes or extra:
                frame.fail(f"{name} is not a method but has arguments")
            # Params hand out what they hold; other maps hold anything.
            return found, "" if isinstance(value, Params) else ANY
    if value is None or isinstance(value, NilPointer):
        own = ANY if value is None else value.go_type
        frame.fail(f"nil pointer evaluating {kind or own}.{name}")
    method = find_method(value, name)
    if method is not None:
        return call_method(frame, method, call, extra), ""
    if isinstance(value, dict):
        return MISSING, ""
    if isinstance(value, datetime) and name in REFUSED:
        frame.fail(REFUSED[name])
    message = f"can't evaluate field {name} in type {kind or type_name(value)}"
    raise frame.error(message, missing=f"{type_name(value)}.{name}")


def _of_map(value: dict[str, object], name: str) -> object:
    if isinstance(value, Params):
        found = value.get(name.lower(), MISSING)
        return MISSING if found is None else found
    return value.get(name, MISSING)


def find_method(value: object, name: str) -> Callable[..., object] | None:
    """Return the method *name* of *value*; None if there is none."""
    if isinstance(value, Object):
        return value.method(name)
    for kind, methods in METHODS.items():
        if isinstance(value, kind):
            method = methods.get(name)
            return None if method is None else MethodType(method, value)
    return None


def call_method(
    frame: Frame, method: Callable[..., object], call: Call, extra: tuple[object, ...]
) -> object:
    """Evaluate the arguments and call *method*; errors are worded and placed."""
    signature = signature_of(method)
    values = evaluate(frame, call.name, signature, call.arguments, extra)
    frame.run.step()
    try:
        return method(*values)
    except PASSING:
        raise
    except Exception as error:
        frame.at = call.node
        raise calling(frame, call.name, error) from error


def calling(frame: Frame, name: str, error: Exception) -> TemplateError:
    """Return *error* as one of the function *name*, at the place of *frame*.

    Whatever Python raises for values that a function did not expect is an error of the
    template, as a panic in a function is in Go.
    """
    missing = error.name if isinstance(error, MissingError) else ""
    return frame.error(f"error calling {name}: {error}", missing)
