"""Values as TOML, as Hugo writes it.

Source: run on Hugo 0.168; see the golden cases.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sphinx_updates.hugo.go_time import format_date
from sphinx_updates.hugo.go_values import float_text
from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.formats.writing import check_depth, whole

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN: Final = re.compile(r"[^'\x00-\x1f\x7f]*")


def write_toml(value: Mapping[str, object]) -> str:
    """Return *value* as a document."""
    text = joined("\n", _table(value, (), 0))
    return f"{text}\n" if text else ""


def _table(
    table: Mapping[str, object], path: tuple[str, ...], indent: int
) -> Iterator[str]:
    """Yield the lines of a table: its values, then the tables in it."""
    check_depth(len(path))
    spend()
    margin = "  " * indent
    names = [name for name in sorted(table) if table[name] is not None]
    simple = [name for name in names if not _tables(table[name])]
    for name in simple:
        yield f"{margin}{_key(name)} = {_value(whole(table[name]), 0)}"
    needs_gap = bool(simple)
    for name in names:
        value = table[name]
        inner = (*path, name)
        head = ".".join(map(_key, inner))
        line = f"[[{head}]]" if isinstance(value, list | tuple) else f"[{head}]"
        for item in _tables(value):
            if needs_gap:
                yield ""
            needs_gap = bool(item)
            yield margin + line
            yield from _table(item, inner, indent + 1)


def _tables(value: object) -> list[Mapping[str, object]]:
    """Return the tables that *value* is written as; none if it is no table."""
    if isinstance(value, Mapping):
        return [value]
    if not isinstance(value, list | tuple):
        return []
    tables = [item for item in value if isinstance(item, Mapping)]
    return tables if len(tables) == len(value) else []


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _value(value: object, depth: int) -> str:
    check_depth(depth)
    match value:
        case str():
            return _text(value)
        case float():
            return _float(value)
        case datetime():
            return format_date(value, "2006-01-02T15:04:05Z07:00")
        case list() | tuple():
            spend()
            return f"[{joined(', ', (_value(i, depth + 1) for i in value))}]"
        case Mapping():
            pairs = (
                f"{_key(k)} = {_value(value[k], depth + 1)}" for k in sorted(value)
            )
            return f"{{{joined(', ', pairs)}}}"
        case None:
            raise FunctionError("toml: nil values are not supported")
    return to_string(value)


def _float(value: float) -> str:
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return f"{value:.1f}" if value.is_integer() else float_text(value)
