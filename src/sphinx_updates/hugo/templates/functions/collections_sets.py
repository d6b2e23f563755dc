"""Lists as sets: what is in one, in both, in either, and once only.

Source: hugo@0.168 tpl/collections, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.describe import item_type, type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.identity import identity, is_comparable
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.sequences import is_slice, items, like
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


_ANY = "interface {}"
_NUMBERS = ("int", "float64")


@function("collections.In", "in")
def in_(container: object, value: object) -> bool:
    """Say whether *value* is in a list, or its text in that of a number or text."""
    if container is None or value is None:
        return False
    if is_slice(container):
        wanted = identity(value)
        found = items(container)
        spend(1 + len(found) // 10)
        return any(identity(item) == wanted for item in found)
    if not isinstance(container, Object | Mapping):
        try:
            return to_string(value) in to_string(container)
        except FunctionError:
            return False
    if not is_comparable(container):
        return False
    return identity(container) == identity(value)


@function("collections.Intersect", "intersect")
def intersect(first: object, second: object) -> list[object]:
    """Return what is in both lists, in the order of the first one."""
    if first is None or second is None:
        return []
    one, two = items(first), items(second)
    _check_types("intersect", [*one, *two])
    wanted = _identities(two)
    found = [
        item for item in _once(one) if item is not None and identity(item) in wanted
    ]
    return like(first, found)


@function("collections.Union", "union")
def union(first: object, second: object) -> object:
    """Return what is in either list, each once; numbers become those of the first."""
    if first is None and second is None:
        return []
    if first is None or second is None:
        # What is there comes back as it is, list or not.
        return second if first is None else first
    one, two = items(first), items(second)
    kind, other = item_type(one), item_type(two)
    if one and two and kind not in (other, _ANY):
        if other != _ANY and not {kind, other} <= set(_NUMBERS):
            return []
        two = [item for item in two if _fits(item, kind)]
    _check_types("union", one)
    found = [item for item in _once([*one, *two]) if item is not None]
    return like(first or second, found)


@function("collections.Complement", "complement")
def complement(*lists: object) -> list[object]:
    """Return the items of the last list that are in none of the others."""
    if len(lists) < 2:
        raise FunctionError("complement needs at least two arguments")
    taken: set[Hashable] = set()
    for found in lists[:-1]:
        taken |= _identities(_set_items(found))
    if not is_slice(lists[-1]):
        raise FunctionError("arguments to complement must be slices or arrays")
    # What cannot be compared is in none of them.
    left = [
        item
        for item in items(lists[-1])
        if not is_comparable(item) or identity(item) not in taken
    ]
    return like(lists[-1], left)


@function("collections.SymDiff", "symdiff")
def symdiff(second: object, first: object) -> list[object]:
    """Return what is in one of the lists only, those of *first* before the others."""
    one, two = _set_items(first), _set_items(second)
    in_one, in_two = _identities(one), _identities(two)
    found = [item for item in one if identity(item) not in in_two]
    found += [item for item in two if identity(item) not in in_one]
    return like(first, found)


@function("collections.Uniq", "uniq")
def uniq(seq: object) -> list[object]:
    """Return the items without those that stand there before."""
    if seq is None:
        return []
    if not is_slice(seq):
        raise FunctionError(f"type {type_name(seq)} not supported")
    return like(seq, _once(items(seq)))


def _fits(value: object, kind: str) -> bool:
    """Say whether *value* can be an item of a list of *kind*."""
    if kind == "string":
        return isinstance(value, str)
    if kind in _NUMBERS:
        is_int = isinstance(value, int) and not isinstance(value, bool)
        is_float = isinstance(value, float) and (
            kind == "float64" or value.is_integer()
        )
        return is_int or is_float
    return type_name(value) == kind


def _once(found: Iterable[object]) -> list[object]:
    kept: dict[Hashable, object] = {}
    for item in found:
        spend(1)
        kept.setdefault(identity(item), item)
    return list(kept.values())


def _identities(found: Iterable[object]) -> set[Hashable]:
    identities: set[Hashable] = set()
    for item in found:
        spend(1)
        identities.add(identity(item))
    return identities


def _set_items(value: object) -> list[object]:
    if not is_slice(value):
        raise FunctionError("arguments must be slices or arrays")
    return _comparable(items(value))


def _comparable(found: list[object]) -> list[object]:
    if not all(map(is_comparable, found)):
        raise FunctionError("elements must be comparable")
    return found


def _check_types(name: str, found: list[object]) -> None:
    if not all(map(is_comparable, found)):
        raise FunctionError(
            f"{name} does not support slices or arrays of uncomparable types"
        )
