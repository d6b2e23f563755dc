"""Values as error messages name them: Go's ``%T`` and ``%#v``.

A list here does not know the type of its items, so it is told from the items: Hugo's
``slice`` does the same, and other lists come out as the closest type that there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import NoneType
from typing import Final

from sphinx_updates.hugo.go_time import MONTHS
from sphinx_updates.hugo.go_values import print_value
from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.values import (
    Duration,
    Named,
    Object,
    Params,
    SafeText,
)

_ANY: Final = "interface {}"
_MAX_DEPTH: Final = 50
"""Far deeper than any value that people write; deeper ones are cut in messages."""

_NAMES: Final[tuple[tuple[type, str], ...]] = (
    (NoneType, "<nil>"),
    (bool, "bool"),
    (Duration, "time.Duration"),
    (int, "int"),
    (float, "float64"),
    (complex, "complex128"),
    (str, "string"),
    (bytes, "[]uint8"),
    (date, "time.Time"),
    (Params, "hmaps.Params"),
    (Mapping, f"map[string]{_ANY}"),
)


def type_name(value: object, depth: int = 0) -> str:
    """Return the name of the type of *value* as ``printf "%T"`` gives it."""
    match value:
        case SafeText() | Object() | Named():
            return value.go_type
        case list() | tuple() if depth < _MAX_DEPTH:
            spend()
            return f"[]{item_type(value, depth + 1)}"
    # A subclass stands before its base.
    for kind, name in _NAMES:
        if isinstance(value, kind):
            return name
    return f"[]{_ANY}"


def item_type(items: Iterable[object], depth: int = 0) -> str:
    """Return the type that all *items* share, else that of anything."""
    names = {type_name(item, depth) for item in items}
    return _ANY if len(names) != 1 or "<nil>" in names else names.pop()


def syntax(value: object, depth: int = 0) -> str:
    """Return *value* as Go syntax (``%#v``): ``[]int{1}``.

    Objects give their type alone; what is inside is theirs.
    """
    match value:
        case None:
            return "<nil>"
        case str():
            return quote(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(int(value))
        case float():
            return print_value(value)
        case complex():
            return complex_text(value)
        case datetime():
            return _date_syntax(value)
        case Mapping() if depth < _MAX_DEPTH:
            spend()
            pairs = sorted((str(key), item) for key, item in value.items())
            inner = (f"{quote(key)}:{_inside(item, depth)}" for key, item in pairs)
            return f"{type_name(value)}{{{joined(', ', inner)}}}"
        case list() | tuple() if depth < _MAX_DEPTH:
            spend()
            inner = (_inside(item, depth) for item in value)
            return f"{type_name(value)}{{{joined(', ', inner)}}}"
    return f"{type_name(value)}{{}}"


def _inside(value: object, depth: int) -> str:
    return f"{_ANY}(nil)" if value is None else syntax(value, depth + 1)


def _date_syntax(moment: datetime) -> str:
    name = "" if moment.utcoffset() else "UTC"
    zone = getattr(moment.tzinfo, "key", name)
    where = "time.UTC" if moment.tzinfo is UTC or zone == "UTC" else ""
    where = where or f"time.Location({quote(zone)})"
    nanoseconds = moment.microsecond * 1000
    return (
        f"time.Date({moment.year}, time.{MONTHS[moment.month - 1]}, {moment.day}, "
        f"{moment.hour}, {moment.minute}, {moment.second}, {nanoseconds}, {where})"
    )


def complex_text(value: complex) -> str:
    """Return *value* as Go prints complex numbers: ``(1+2i)``."""
    real, imaginary = map(print_value, (value.real, value.imag))
    sign = "" if imaginary.startswith(("-", "+")) else "+"
    return f"({real}{sign}{imaginary}i)"


def duration_text(nanoseconds: int) -> str:
    """Return a length of time as Go prints it: ``1h2m3.5s``, ``250ms``, ``0s``."""
    sign, left = ("-" if nanoseconds < 0 else ""), abs(nanoseconds)
    if left == 0:
        return "0s"
    for unit, size in (("ns", 1), ("µs", 1_000), ("ms", 1_000_000)):
        if left < size * 1000:
            return f"{sign}{_decimal(left, size)}{unit}"
    minutes, rest = divmod(left, 60_000_000_000)
    hours, minutes = divmod(minutes, 60)
    text = f"{_decimal(rest, 1_000_000_000)}s"
    if hours:
        return f"{sign}{hours}h{minutes}m{text}"
    return f"{sign}{minutes}m{text}" if minutes else f"{sign}{text}"


def _decimal(count: int, size: int) -> str:
    text = format(Decimal(count) / size, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def duration_of(length: timedelta) -> Duration:
    """Return a Python length of time as Go's."""
    days, seconds = length.days, length.seconds
    return Duration(((days * 86400 + seconds) * 10**6 + length.microseconds) * 1000)
