"""Comparing values leniently, and choosing between them.

Source: hugo@0.168 tpl/compare, every rule run; see the golden cases.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.casts import ZERO_TIME
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.identity import loose
from sphinx_updates.hugo.templates.ordering import compare
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from collections.abc import Callable


@function("compare.Default", "default")
def default(fallback: object, *given: object) -> object:
    """Return what is given, or *fallback* if it is nothing, 0 or empty.

    ``false`` is something.
    """
    if len(given) > 1:
        count = len(given) + 1
        raise FunctionError(f"wrong number of args for default: want 2 got {count}")
    return given[0] if given and _is_given(given[0]) else fallback


def _is_given(value: object) -> bool:
    if isinstance(value, bool):
        return True
    return _is_truth(value)


def _is_truth(value: object) -> bool:
    if isinstance(value, Object):
        return value.is_true()
    if isinstance(value, datetime):
        return value != ZERO_TIME
    return bool(value)


@function("compare.Conditional", "cond")
def cond(condition: object, one: object, other: object) -> object:
    """Return *one* if the condition holds, else *other*."""
    return one if _is_truth(condition) else other


@function("compare.Eq", "eq")
def eq(first: object, *others: object) -> bool:
    """Say whether *first* is any of the others: 1 and 1.0 are the same."""
    _check(others)
    return any(_are_same(first, other) for other in others)


@function("compare.Ne", "ne")
def ne(first: object, *others: object) -> bool:
    """Say whether *first* is none of the others."""
    _check(others)
    return not any(_are_same(first, other) for other in others)


def _are_same(left: object, right: object) -> bool:
    return loose(left) == loose(right)


@function("compare.Lt", "lt")
def lt(first: object, *others: object) -> bool:
    """Say whether *first* is less than all of the others."""
    return _all(first, others, lambda order: order < 0)


@function("compare.Le", "le")
def le(first: object, *others: object) -> bool:
    """Say whether *first* is at most as much as each of the others."""
    return _all(first, others, lambda order: order <= 0)


@function("compare.Gt", "gt")
def gt(first: object, *others: object) -> bool:
    """Say whether *first* is more than all of the others."""
    return _all(first, others, lambda order: order > 0)


@function("compare.Ge", "ge")
def ge(first: object, *others: object) -> bool:
    """Say whether *first* is at least as much as each of the others."""
    return _all(first, others, lambda order: order >= 0)


def _all(
    first: object, others: tuple[object, ...], holds: Callable[[int], bool]
) -> bool:
    _check(others)
    return all(holds(compare(first, other)) for other in others)


def _check(others: tuple[object, ...]) -> None:
    if not others:
        raise FunctionError("missing arguments for comparison")
