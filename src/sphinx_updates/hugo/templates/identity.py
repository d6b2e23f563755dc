"""When two values are the same to Hugo's functions.

Numbers are the same whatever their type is; what is inside lists and maps must have
the same type as well, as in Go's ``reflect.DeepEqual``.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Final

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.errors import LimitError
from sphinx_updates.hugo.templates.values import Object, SafeText
from sphinx_updates.hugo.templates.version import Version

MAX_DEPTH: Final = 100
"""Lists in lists; what people write is nested a tenth as deep."""


def identity(value: object) -> Hashable:
    """Return what two values have in common if they are the same.

    :raises LimitError: If *value* is nested too deeply.
    """
    if isinstance(value, float) and value.is_integer():
        return ("int", int(value))
    return _exact(value, 0)


def loose(value: object) -> Hashable:
    """Return :func:`identity` for which safe text is the same as any other text."""
    if isinstance(value, SafeText | Version):
        return ("string", str(value))
    return identity(value)


def _exact(value: object, depth: int) -> Hashable:
    if depth > MAX_DEPTH:
        raise LimitError(f"a value is nested deeper than {MAX_DEPTH} levels")
    match value:
        case None:
            return None
        case bool():
            return ("bool", value)
        case SafeText() | Version():
            return (value.go_type, str(value))
        case str():
            return ("string", value)
        case datetime():
            # Two zones make two values of one moment.
            return ("time", value, value.utcoffset())
        case Mapping():
            spend(10 + len(value) // 10)
            return (
                "map",
                frozenset((k, _exact(v, depth + 1)) for k, v in value.items()),
            )
        case list() | tuple():
            spend(10 + len(value) // 10)
            return ("slice", tuple(_exact(item, depth + 1) for item in value))
        case Object():
            return value
    return (type(value).__name__, value)


def is_comparable(value: object) -> bool:
    """Say whether Go can compare *value*: lists and maps it cannot."""
    return not isinstance(value, Mapping | list | tuple)


def is_number(value: object) -> bool:
    """Say whether *value* is an integer or a fraction."""
    return isinstance(value, int | float) and not isinstance(value, bool)
