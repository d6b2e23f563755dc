"""Values as YAML, as Hugo writes it.

Source: run on Hugo 0.168; see the golden cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sphinx_updates.hugo.go_time import format_date
from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.formats.writing import check_depth, whole

_WORDS: Final = frozenset(
    ("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n")
)
_NUMBER: Final = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d+|\.inf|\.nan|0x[\da-f]+"
    r"|0o[0-7]+|0b[01]+)|\.nan",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\d{4}-\d\d?-\d\d?")
# What no plain text may begin with, have in it, or end with.
_QUOTED: Final = re.compile(r"[-][\s]|-$|[&*!|>%@`'\"#{}\[\],\s]|.*(?:: | #|:$|\s$|\\)")


def write_yaml(value: object) -> str:
    """Return *value* as a document."""
    return joined("\n", _lines(value, 0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    check_depth(depth)
    spend()
    if isinstance(value, Mapping) and value:
        for key in sorted(value):
            yield from _entry(f"{_text(str(key))}:", whole(value[key]), depth)
    elif isinstance(value, list | tuple) and value:
        for item in value:
            first, *rest = _lines(item, depth + 1)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield from _scalar(value).split("\n")


def _entry(key: str, value: object, depth: int) -> Iterator[str]:
    lines = _lines(value, depth + 1)
    if isinstance(value, Mapping) and value:
        yield key
        yield from (f"  {line}" for line in lines)
    elif isinstance(value, list | tuple) and value:
        yield key
        yield from lines
    else:
        first, *rest = lines
        yield f"{key} {first}"
        yield from (f"  {line}" for line in rest)


def _scalar(value: object) -> str:
    match value:
        case None:
            return "null"
        case Mapping():
            return "{}"
        case list() | tuple():
            return "[]"
        case str():
            return _block(value) if "\n" in value else _text(value)
        case float() if value.is_integer():
            return f"{value:.1f}"
        case float():
            return repr(value)
        case datetime():
            return format_date(value, "2006-01-02T15:04:05Z07:00")
    return to_string(value)


def _block(text: str) -> str:
    if text[0].isspace():
        inner = text.replace("'", "''").replace("\n", "\\n")
        return f"'{inner}'"
    mark = "|" if text.endswith("\n") else "|-"
    return f"{mark}\n{text.removesuffix(chr(10))}"


def _text(text: str) -> str:
    is_special = (
        text.lower() in _WORDS
        or _NUMBER.fullmatch(text)
        or _DATE.match(text)
        or _QUOTED.match(text)
    )
    if not is_special:
        return text
    inner = text.replace("'", "''")
    return f"'{inner}'"
