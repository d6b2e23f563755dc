"""Values as JSON in the way Go writes it: keys in order, HTML's signs escaped."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.go_time import format_date
from sphinx_updates.hugo.go_values import float_text
from sphinx_updates.hugo.templates.bounds import check_length, spend
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH: Final = 200
"""Values inside each other; real ones stay below 20, and Python's stack is bounded."""

_HTML: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_SPECIAL: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write_json(
    value: object, *, prefix: str = "", indent: str = "", escapes_html: bool = True
) -> str:
    """Return *value* as JSON, on lines of their own if *prefix* or *indent* is given.

    :raises FunctionError: If JSON cannot hold it.
    """
    writer = _Writer(prefix, indent, escapes_html=escapes_html)
    parts: list[str] = []
    length = 0
    for part in writer.write(value, 0):
        length += len(part)
        check_length(length)
        parts.append(part)
    return "".join(parts)


class _Writer:
    def __init__(self, prefix: str, indent: str, *, escapes_html: bool) -> None:
        self._prefix = prefix
        self._indent = indent
        self._escapes_html = escapes_html

    def write(self, value: object, depth: int) -> Iterator[str]:
        if depth > _MAX_DEPTH:
            raise FunctionError("json: unsupported value: encountered a cycle")
        match value:
            case None:
                yield "null"
            case bool():
                yield "true" if value else "false"
            case str():
                yield self._text(value)
            case int():
                yield str(int(value))
            case float():
                yield _number(value)
            case datetime():
                yield f'"{_moment(value)}"'
            case Mapping():
                pairs = sorted((str(key), item) for key, item in value.items())
                yield from self._members(pairs, depth)
            case list() | tuple():
                yield from self._items(value, depth)
            case Object():
                yield self._text(value.go_string())
            case _:
                yield self._text(str(value))

    def _line(self, depth: int) -> str:
        spread = self._prefix or self._indent
        return f"\n{self._prefix}{self._indent * depth}" if spread else ""

    def _members(
        self, pairs: Iterable[tuple[str, object]], depth: int
    ) -> Iterator[str]:
        spend()
        between = "{"
        colon = ": " if self._prefix or self._indent else ":"
        for key, item in pairs:
            yield f"{between}{self._line(depth + 1)}{self._text(key)}{colon}"
            yield from self.write(item, depth + 1)
            between = ","
        yield "{}" if between == "{" else f"{self._line(depth)}}}"

    def _items(self, items: Iterable[object], depth: int) -> Iterator[str]:
        spend()
        between = "["
        for item in items:
            yield f"{between}{self._line(depth + 1)}"
            yield from self.write(item, depth + 1)
            between = ","
        yield "[]" if between == "[" else f"{self._line(depth)}]"

    def _text(self, text: str) -> str:
        return _SPECIAL.sub(self._escape, json.dumps(text, ensure_ascii=False))

    def _escape(self, found: re.Match[str]) -> str:
        sign = found[0]
        if sign in _HTML:
            return _HTML[sign] if self._escapes_html else sign
        return f"\\u{ord(sign):04x}" if sign in "\u2028\u2029" else "\\ufffd"


def _number(value: float) -> str:
    """Return the shortest digits, with an exponent below 1e-6 and from 1e21 on."""
    if not math.isfinite(value):
        raise FunctionError(f"json: unsupported value: {float_text(value)}")
    if value == 0 or 1e-6 <= abs(value) < 1e21:
        return float_text(value)
    mantissa, _, exponent = f"{Decimal(repr(value)).normalize():e}".partition("e")
    return f"{mantissa}e{exponent[0]}{exponent[1:].lstrip('0')}"


def _moment(moment: datetime) -> str:
    fraction = f".{moment.microsecond:06}".rstrip("0").rstrip(".")
    head = format_date(moment, "2006-01-02T15:04:05")
    return f"{head}{fraction}{format_date(moment, 'Z07:00')}"
