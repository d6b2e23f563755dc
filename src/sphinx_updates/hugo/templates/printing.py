"""Values as Go prints them by default: ``print``, ``println`` and plain actions."""

from __future__ import annotations

from datetime import datetime

from sphinx_updates.hugo import go_values
from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.describe import complex_text, duration_text
from sphinx_updates.hugo.templates.values import Duration, Named, Object

_MAX_DEPTH = 50
"""Deeper values are cut; nothing that people write nests so deep."""


def print_value(value: object, depth: int = 0) -> str:
    """Return *value* as ``%v`` gives it: ``[a 1]``, ``map[k:true]``, ``<nil>``."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Object):
        return _print_object(value, depth)
    if isinstance(value, Duration):
        return duration_text(value)
    if isinstance(value, Named):
        return value.go_string()
    if isinstance(value, complex):
        return complex_text(value)
    if isinstance(value, bytes):
        return f"[{' '.join(map(str, value))}]"
    if isinstance(value, dict):
        return _print_map(value, depth)
    if isinstance(value, list | tuple):
        return _print_list(value, depth)
    return go_values.print_value(value)


def _print_object(value: Object, depth: int) -> str:
    own = type(value).go_string is not Object.go_string
    if not own and isinstance(value, list):
        return _print_list(value, depth)
    if not own and isinstance(value, dict):
        return _print_map(value, depth)
    return value.go_string()


def _print_list(items: list[object] | tuple[object, ...], depth: int) -> str:
    if depth >= _MAX_DEPTH:
        return "[...]"
    spend()
    return f"[{joined(' ', (print_value(item, depth + 1) for item in items))}]"


def _print_map(items: dict[object, object], depth: int) -> str:
    if depth >= _MAX_DEPTH:
        return "map[...]"
    spend()
    pairs = (
        f"{print_value(key, depth + 1)}:{print_value(items[key], depth + 1)}"
        for key in sorted_keys(items)
    )
    return f"map[{joined(' ', pairs)}]"


def sorted_keys(items: dict[object, object]) -> list[object]:
    """Return the keys in the order in which Go prints and ranges: numbers, texts."""
    return sorted(items, key=_rank)


def _rank(key: object) -> tuple[int, float, str]:
    if isinstance(key, bool):
        return (0, key, "")
    if isinstance(key, int | float):
        return (1, key, "")
    if isinstance(key, datetime):
        return (2, key.timestamp(), "")
    return (3, 0, str(key))


def sprint(*values: object) -> str:
    """Return *values* as ``print`` does: a space between two that are no texts."""
    parts: list[str] = []
    was_text = True
    for value in values:
        is_text = isinstance(value, str)
        if not is_text and not was_text:
            parts.append(" ")
        parts.append(print_value(value))
        was_text = is_text
    return "".join(parts)


def sprintln(*values: object) -> str:
    """Return *values* as ``println`` does: spaces between all, a break at the end."""
    return " ".join(map(print_value, values)) + "\n"


def output_text(value: object) -> str:
    """Return what an action writes for *value* where nothing is escaped."""
    return "<no value>" if value is None else print_value(value)
