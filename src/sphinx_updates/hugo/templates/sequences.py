"""Lists as Hugo's collection functions take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.values import ListObject, Object

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_slice(value: object) -> bool:
    """Say whether *value* is a list to templates."""
    return isinstance(value, list | tuple)


def items(value: object) -> list[object]:
    """Return the items of a list.

    :raises FunctionError: If *value* is none.
    """
    if isinstance(value, list | tuple):
        return list(value)
    raise FunctionError(f"can't iterate over {type_name(value)}")


def like(original: object, found: Iterable[object]) -> list[object]:
    """Return *found* as a list of the kind of *original*: ``Pages`` stay ``Pages``."""
    if isinstance(original, ListObject):
        return type(original)(found)
    return list(found)


def joined(found: list[object], *originals: object) -> list[object]:
    """Return *found* as a list of the kind that all of *originals* are."""
    kinds = {type(original) for original in originals}
    if len(kinds) == 1 and isinstance(originals[0], ListObject):
        return like(originals[0], found)
    return found


def list_of(found: list[object]) -> list[object]:
    """Return *found* as the kind of list that its items make: pages make ``Pages``."""
    first = found[0] if found else None
    if isinstance(first, Object) and first.list_kind:
        kind = first.list_kind
        if all(isinstance(i, Object) and i.list_kind is kind for i in found):
            return kind(found)
    return found
