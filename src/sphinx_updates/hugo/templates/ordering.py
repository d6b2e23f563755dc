"""Which of two values is less, to ``lt`` and its like, ``where`` and ``sort``.

Source: hugo@0.168 tpl/compare, every rule run; see the golden cases.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.casts import DECIMAL, MAX_NUMBER
from sphinx_updates.hugo.templates.values import Duration
from sphinx_updates.hugo.templates.version import Version

if TYPE_CHECKING:
    from collections.abc import Callable


def compare(left: object, right: object) -> int:
    """Return -1, 0 or 1: text as its code points come, all else by its number."""
    return _compare(left, right, _plain)


def compare_in_list(left: object, right: object) -> int:
    """Return the same for the items of a sorted list: text as people sort it."""
    return _compare(left, right, collate)


def _plain(text: str) -> tuple[object, ...]:
    return (text,)


def _compare(
    left: object, right: object, key: Callable[[str], tuple[object, ...]]
) -> int:
    for one, other, sign in ((left, right, 1), (right, left, -1)):
        if isinstance(one, Version):
            return sign * one.compare(other)
    if isinstance(left, str) and isinstance(right, str):
        # Of text and safe text one that is a number makes both be numbers.
        is_one_kind = type(left) is type(right)
        if is_one_kind or not (DECIMAL.fullmatch(left) or DECIMAL.fullmatch(right)):
            return _sign(key(left), key(right))
    return _sign(number_of(left), number_of(right))


def _sign(left: object, right: object) -> int:
    return int(left > right) - int(left < right)  # type: ignore[operator]


def number_of(value: object) -> float:
    """Return the number that stands for *value*: the size of a list, 0 for words."""
    match value:
        case bool() | int() | float() | Duration():
            return value
        case str():
            known = len(value) <= MAX_NUMBER and DECIMAL.fullmatch(value)
            return float(value) if known else 0
        case datetime():
            return math.floor(value.timestamp())
        case Mapping() | list() | tuple():
            return len(value)
    return 0
