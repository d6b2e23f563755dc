"""Scratch pads: named values that templates keep between calls.

Source: hugo@0.168 common/hstore/scratch.go, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sphinx_updates.hugo.templates.casts import wrap
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError, LimitError
from sphinx_updates.hugo.templates.identity import is_number
from sphinx_updates.hugo.templates.sequences import is_slice, items
from sphinx_updates.hugo.templates.values import Object, reachable

MAX_TEXT: Final = 10_000_000
"""Characters of a text that is put together; far more than any page has."""
MAX_ITEMS: Final = 100_000
"""Items of a list that is put together."""


class Scratch(Object):
    """What ``newScratch``, ``.Store`` and ``.Scratch`` give."""

    __slots__ = ("_values",)
    go_type = "*hstore.Scratch"

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[str, object] = {}

    @property
    def values(self) -> Mapping[str, object]:
        """What is kept, by key."""
        return self._values

    @reachable("Set")
    def set(self, key: str, value: object) -> str:
        """Keep *value* under *key*."""
        self._values[key] = value
        return ""

    @reachable("Get")
    def get(self, key: str) -> object:
        """Return what is kept under *key*; None if nothing is."""
        return self._values.get(key)

    @reachable("Add")
    def add(self, key: str, value: object) -> str:
        """Add *value* to what is kept: numbers, text, or items of a list."""
        old = self._values.get(key)
        self._values[key] = value if old is None else _sum(old, value)
        return ""

    @reachable("Delete")
    def delete(self, key: str) -> str:
        """Keep nothing under *key* any more."""
        self._values.pop(key, None)
        return ""

    @reachable("Values")
    def all_values(self) -> dict[str, object]:
        """Return all that is kept."""
        return dict(self._values)

    @reachable("SetInMap")
    def set_in_map(self, key: str, inner: str, value: object) -> str:
        """Keep *value* under *inner* in the map that is kept under *key*."""
        self._values[key] = {**self._map(key), inner: value}
        return ""

    @reachable("DeleteInMap")
    def delete_in_map(self, key: str, inner: str) -> str:
        """Take *inner* out of the map that is kept under *key*."""
        if key in self._values:
            found = self._map(key).items()
            self._values[key] = {k: v for k, v in found if k != inner}
        return ""

    @reachable("GetSortedMapValues")
    def sorted_map_values(self, key: str) -> list[object] | None:
        """Return the values of the map under *key* by their keys; None if none is."""
        if key not in self._values:
            return None
        return [value for _key, value in sorted(self._map(key).items(), key=_key_of)]

    def _map(self, key: str) -> Mapping[str, object]:
        found = self._values.get(key, {})
        if isinstance(found, Mapping):
            return found
        raise FunctionError(
            f"interface conversion: interface {{}} is {type_name(found)}, "
            "not map[string]interface {}"
        )


def _key_of(pair: tuple[str, object]) -> str:
    return pair[0]


def _sum(old: object, value: object) -> object:
    if is_slice(old):
        found = [*items(old), *(items(value) if is_slice(value) else [value])]
        if len(found) > MAX_ITEMS:
            raise LimitError(f"a list has more than {MAX_ITEMS} items")
        return found
    if isinstance(old, str) and isinstance(value, str):
        if len(old) + len(value) > MAX_TEXT:
            raise LimitError(f"a text is longer than {MAX_TEXT} characters")
        return str(old) + str(value)
    if is_number(old) and is_number(value):
        total = old + value  # type: ignore[operator]  # both are numbers
        return wrap(total) if isinstance(total, int) else total
    raise FunctionError("can't apply the operator to the values")
