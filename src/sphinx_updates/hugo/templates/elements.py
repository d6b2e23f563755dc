"""The values that ``where`` and ``sort`` find under a key: ``Params.author.name``.

Source: hugo@0.168 tpl/collections, every rule run; see the golden cases.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.fields import find_method
from sphinx_updates.hugo.templates.values import Object, Params

if TYPE_CHECKING:
    from collections.abc import Callable


_ANY: Final = "interface {}"


class Nothing(Enum):
    """What stands where no value is, not even ``nil``."""

    MISSING = 0


MISSING: Final = Nothing.MISSING


class NilElementError(FunctionError):
    """A name was looked for in ``nil``."""


def path_of(key: str) -> list[str]:
    """Return the names in ``.a.b.c``."""
    return key.strip(".").split(".")


def element(value: object, path: list[str], kind: str = _ANY) -> object:
    """Return what stands at *path* in *value*; ``MISSING`` if nothing does.

    :param kind: The type of *value* as its list declares it, for messages.
    :raises FunctionError: If something on the path can have no such name.
    """
    found = value
    for depth, name in enumerate(path):
        spend(1)
        if found is MISSING:
            raise FunctionError("can't evaluate an invalid value")
        if isinstance(found, Params):
            return nested(found, path[depth:])
        found = _part(found, name, kind if depth == 0 else _ANY)
    return found


def nested(params: Params, path: list[str]) -> object:
    """Return what parameters have at *path*, whatever its case."""
    found: object = params
    for name in path:
        if not isinstance(found, Params) or name.lower() not in found:
            return MISSING
        found = found[name.lower()]
    return found


def _part(value: object, name: str, kind: str) -> object:
    if value is None:
        raise NilElementError("not supported for interface types")
    if method := find_method(value, name):
        return _called(method, name)
    if isinstance(value, Mapping):
        return value.get(name, MISSING)
    if isinstance(value, Object):
        raise FunctionError(f"{name} isn't a field of struct type {type_name(value)}")
    raise FunctionError(
        f"{name} is neither a struct field, a method nor a map element of type {kind}"
    )


def _called(method: Callable[..., object], name: str) -> object:
    if _wants_arguments(getattr(method, "__func__", method)):
        raise FunctionError(f"{name} is a method that requires more than 1 parameter")
    return method()


@lru_cache(maxsize=1000)
def _wants_arguments(function: Callable[..., object]) -> bool:
    _self, *rest = inspect.signature(function).parameters.values()
    return any(p.default is p.empty and p.kind is not p.VAR_POSITIONAL for p in rest)
