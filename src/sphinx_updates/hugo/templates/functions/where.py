"""``where``: the items of a list for which something holds.

Source: hugo@0.168 tpl/collections/where.go, every rule run; see the golden cases.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.elements import (
    MISSING,
    NilElementError,
    element,
    path_of,
)
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.identity import identity, is_number
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.regular import compile_pattern
from sphinx_updates.hugo.templates.sequences import is_slice, items, like

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


_EQUAL: Final = ("", "=", "==", "eq")
_UNEQUAL: Final = ("!=", "<>", "ne")
_ORDERS: Final[dict[str, Callable[[int], bool]]] = {
    **dict.fromkeys(_EQUAL, lambda order: order == 0),
    **dict.fromkeys(_UNEQUAL, lambda order: order != 0),
    **dict.fromkeys((">=", "ge"), lambda order: order >= 0),
    **dict.fromkeys((">", "gt"), lambda order: order > 0),
    **dict.fromkeys(("<=", "le"), lambda order: order <= 0),
    **dict.fromkeys(("<", "lt"), lambda order: order < 0),
}
_LISTS: Final = ("in", "not in", "intersect")


@function("collections.Where", "where")
def where(seq: object, key: object, *condition: object) -> object:
    """Return the items whose value under *key* fits: ``[OPERATOR] VALUE``.

    Of a map of lists the lists in which an item fits are left.
    """
    if not 1 <= len(condition) <= 2:
        raise FunctionError(
            "can't evaluate the array by no match argument or more than or equal to "
            "two arguments"
        )
    operator = condition[0] if len(condition) == 2 else ""
    if not isinstance(operator, str):
        raise FunctionError("operator argument must be string type")
    path = path_of(key) if isinstance(key, str) else None
    test = _Test(path, operator.strip().lower(), condition[-1])
    if isinstance(seq, Mapping):
        return {k: v for k, v in seq.items() if is_slice(v) and test.matching(v)}
    if not is_slice(seq):
        raise FunctionError(f"can't iterate over {type_name(seq)}")
    return like(seq, test.matching(seq))


class _Test:
    """One condition, asked of many items."""

    def __init__(
        self,
        path: list[str] | None,
        operator: str,
        wanted: object,
    ) -> None:
        self._path = path
        self._operator = operator
        self._wanted = wanted

    def matching(self, seq: object) -> list[object]:
        """Return the items that fit."""
        return [item for item in items(seq) if self._holds(self._value(item))]

    def _value(self, item: object) -> object:
        spend(1)
        if self._path is None:
            return None
        try:
            found = element(item, self._path)
        except NilElementError:
            raise
        except FunctionError:
            return None
        return None if found is MISSING else found

    def _holds(self, value: object) -> bool:
        wanted, operator = self._wanted, self._operator
        are_truths = isinstance(value, bool) and isinstance(wanted, bool)
        if value is None or wanted is None or are_truths:
            is_same = value == wanted if are_truths else value is wanted
            return operator in (_EQUAL if is_same else _UNEQUAL)
        if not self._can_compare(value):
            return False
        if operator in _ORDERS:
            order = _order(value, wanted)
            return order is not None and _ORDERS[operator](order)
        if operator == "like":
            texts = isinstance(value, str) and isinstance(wanted, str)
            return texts and _is_like(str(wanted), str(value))
        if operator not in _LISTS:
            raise FunctionError("no such operator")
        return self._in_list(value)

    def _can_compare(self, value: object) -> bool:
        """Say whether Hugo looks at the operator at all for these two."""
        wanted, operator = self._wanted, self._operator
        if _kind(value) == _kind(wanted):
            return True
        if is_number(value) and is_number(wanted):
            return True
        # Nothing is in an empty list, whatever it is.
        return is_slice(wanted) and (operator == "not in" or bool(wanted))

    def _in_list(self, value: object) -> bool:
        wanted, operator = self._wanted, self._operator
        if operator == "intersect":
            return is_slice(value) and is_slice(wanted) and self._shares(value)
        if isinstance(value, str) and isinstance(wanted, str):
            is_in = value in wanted
        elif not is_slice(wanted) or is_slice(value):
            return False
        elif not wanted:
            is_in = False
        elif not self._can_stand_in_list(value):
            return False
        else:
            is_in = identity(_comparable(value)) in self._items_like(value)
        return is_in is (operator == "in")

    def _can_stand_in_list(self, value: object) -> bool:
        """Say whether Hugo looks for *value*: no truth value; dates among dates."""
        if isinstance(value, datetime):
            return bool(self._dates)
        return isinstance(value, str) or is_number(value)

    def _items_like(self, value: object) -> set[Hashable]:
        return self._dates if isinstance(value, datetime) else self._items

    @cached_property
    def _dates(self) -> set[Hashable]:
        dates = (item for item in items(self._wanted) if isinstance(item, datetime))
        return {identity(_comparable(item)) for item in dates}

    @cached_property
    def _items(self) -> set[Hashable]:
        others = (i for i in items(self._wanted) if not isinstance(i, datetime))
        return {identity(_comparable(item)) for item in others}

    @cached_property
    def _whole_items(self) -> set[Hashable]:
        """All of them, dates and safe text as they are."""
        return {identity(item) for item in items(self._wanted)}

    def _shares(self, value: object) -> bool:
        return any(identity(item) in self._whole_items for item in items(value))


def _is_like(pattern: str, text: str) -> bool:
    return any(True for _found in compile_pattern(pattern).find_all(text, 1))


def _comparable(value: object) -> object:
    if isinstance(value, datetime):
        return math.floor(value.timestamp())
    return str(value) if isinstance(value, str) else value


def _order(value: object, wanted: object) -> int | None:
    """Return how two values stand to each other; None if they cannot be compared."""
    one, other = _comparable(value), _comparable(wanted)
    if isinstance(one, str) and isinstance(other, str):
        return int(one > other) - int(one < other)
    if isinstance(value, datetime) is not isinstance(wanted, datetime):
        return None
    if is_number(one) and is_number(other):
        return int(one > other) - int(one < other)  # type: ignore[operator]
    return None


def _kind(value: object) -> str:
    match value:
        case bool():
            return "bool"
        case int():
            return "int"
        case float():
            return "float"
        case str():
            return "string"
        case datetime():
            return "time"
        case list() | tuple():
            return "slice"
        case Mapping():
            return "map"
    return type_name(value)
