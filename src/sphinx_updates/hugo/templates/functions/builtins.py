"""Functions of Go's own templates that are no special forms."""

from __future__ import annotations

from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.truth import is_true
from sphinx_updates.hugo.templates.values import Object


@function("not")
def not_(value: object) -> bool:
    """Return whether *value* is nil, zero or empty."""
    return not is_true(value)


@function("len")
def length(value: object) -> int:
    """Return how many items, or bytes of UTF-8 of a text, *value* has."""
    if isinstance(value, str):
        return len(value.encode("utf-8", "surrogateescape"))
    if isinstance(value, list | tuple | dict | bytes):
        return len(value)
    if value is None:
        raise FunctionError("reflect: call of reflect.Value.Type on zero Value")
    name = "struct" if isinstance(value, Object) else type_name(value)
    raise FunctionError(f"len of type {type_name(value) if name != 'struct' else name}")


@function("call")
def call(_function: object, *_arguments: object) -> object:
    """Refuse: no value that a template can get at is a function."""
    raise FunctionError("unreachable")
