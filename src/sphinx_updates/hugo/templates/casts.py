"""What Hugo's functions make of the arguments that they get.

Most functions take any value and cast it: ``strings.Repeat "2" 3`` gives ``33``. Each
cast returns the value or raises :class:`FunctionError` with Go's words.

Source: github.com/spf13/cast and hugo@0.168 common/types; every rule was run, see the
golden cases.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Final

from sphinx_updates.hugo.front_matter.dates import parse_date
from sphinx_updates.hugo.go_values import float_text, parse_bool, print_value
from sphinx_updates.hugo.templates.describe import (
    duration_text,
    syntax,
    type_name,
)
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.quoting import quote
from sphinx_updates.hugo.templates.values import Duration, Object, SafeText

__all__ = (
    "ZERO_TIME",
    "to_bool",
    "to_duration",
    "to_float",
    "to_int",
    "to_map",
    "to_slice",
    "to_string",
    "to_time",
    "type_name",
    "wrap",
)

ZERO_TIME: Final = datetime.min.replace(tzinfo=UTC)
"""Go's zero time."""

_CUT: Final = re.compile(r"([-+]?[0-9]*)\.[0-9]*")
_INTEGER: Final = re.compile(
    r"([+-]?)(?:0[xX]_?(?P<x>[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)"
    r"|0[bB]_?(?P<b>[01]+(?:_[01]+)*)|0[oO]?_?(?P<o>[0-7]+(?:_[0-7]+)*)"
    r"|(?P<d>0|[1-9][0-9]*(?:_[0-9]+)*))"
)
_BASES: Final = {"x": 16, "b": 2, "o": 8, "d": 10}
DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_HEX_FLOAT: Final = re.compile(
    r"[+-]?0[xX]_?(?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)[pP][+-]?[0-9]+"
)
_NOT_FINITE: Final = re.compile(r"[+-]?(?:inf|infinity)|nan", re.IGNORECASE)
_UNITS: Final = {
    "ns": 1,
    "us": 10**3,
    "µs": 10**3,
    "μs": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
}
MAX_NUMBER: Final = 1_000
"""Letters of a number in text; Python reads much longer ones slowly."""


def wrap(number: int) -> int:
    """Return *number* as 64 bits hold it."""
    return (number + 2**63) % 2**64 - 2**63


def _cannot(value: object, target: str, reason: str = "") -> FunctionError:
    tail = f": {reason}" if reason else ""
    return FunctionError(
        f"unable to cast {syntax(value)} of type {type_name(value)} to {target}{tail}"
    )


def to_string(value: object) -> str:
    """Return *value* as text: nothing is empty, safe text loses its safety."""
    match value:
        case None:
            return ""
        case str():
            return str.__str__(value) if type(value) is str else "".join(value)
        case bool():
            return "true" if value else "false"
        case Duration():
            return duration_text(value)
        case int():
            return str(value)
        case float():
            return float_text(value)
        case bytes():
            return value.decode(errors="replace")
        case datetime():
            return print_value(value)
        case Object() if type(value).go_string is not Object.go_string:
            return value.go_string()
    raise _cannot(value, "string")


def to_int(value: object) -> int:
    """Return *value* as an integer: fractions are cut off, ``0x1F`` in text is 31."""
    match value:
        case None | "":
            return 0
        case bool() | int():
            return int(value)
        case float():
            return float_to_int(value)
        case str():
            return _int_of(to_string(value))
    raise _cannot(value, "int")


def float_to_int(value: float) -> int:
    """Cut off the fraction; the lowest number stands for what 64 bits do not hold."""
    inside = math.isfinite(value) and -(2.0**63) <= value < 2.0**63
    return int(value) if inside else -(2**63)


def _int_of(text: str) -> int:
    digits = text
    if cut := _CUT.fullmatch(text):
        digits = cut[1] if cut[1].strip("+-") else "0"
    match = _INTEGER.fullmatch(digits) if len(digits) <= MAX_NUMBER else None
    if not match or not match.lastgroup:
        raise _cannot(text, "int", f"strconv.ParseInt: {_bad(digits)}")
    number = int(match[match.lastgroup], _BASES[match.lastgroup])
    number = -number if match[1] == "-" else number
    if wrap(number) != number:
        raise _cannot(text, "int", f"strconv.ParseInt: {_bad(digits, is_big=True)}")
    return number


def _bad(text: str, *, is_big: bool = False) -> str:
    why = "value out of range" if is_big else "invalid syntax"
    return f"parsing {quote(text)}: {why}"


def to_float(value: object) -> float:
    """Return *value* as a floating-point number."""
    match value:
        case None | "":
            return 0.0
        case bool() | int() | float():
            return float(value)
        case str():
            return _float_of(to_string(value))
    raise _cannot(value, "float64")


def _float_of(text: str) -> float:
    plain = text
    # Underscores are fine in a hexadecimal number alone; cast drops them elsewhere.
    if "_" in text and re.fullmatch(r"[^_].*[^_]", text) and "__" not in text:
        plain = text.replace("_", "")
    known = len(plain) <= MAX_NUMBER
    if known and (DECIMAL.fullmatch(plain) or _NOT_FINITE.fullmatch(plain)):
        number = float(plain)
    elif known and _HEX_FLOAT.fullmatch(plain):
        try:
            number = float.fromhex(plain)
        except OverflowError:
            number = math.inf
    else:
        raise _cannot(text, "float64", f"strconv.ParseFloat: {_bad(text)}")
    if math.isinf(number) and not _NOT_FINITE.fullmatch(plain):
        reason = f"strconv.ParseFloat: {_bad(text, is_big=True)}"
        raise _cannot(text, "float64", reason)
    return number


def to_bool(value: object) -> bool:
    """Return *value* as a truth: numbers but 0, and the words of Go."""
    match value:
        case None | "":
            return False
        case bool():
            return value
        case int() | float():
            return value != 0
        case str() if type(value) is str:
            truth = parse_bool(value)
            if truth is None:
                raise _cannot(value, "bool", f"strconv.ParseBool: {_bad(value)}")
            return truth
    raise _cannot(value, "bool")


def to_slice(value: object) -> list[object]:
    """Return the items of a list."""
    if isinstance(value, list | tuple):
        return list(value)
    raise _cannot(value, "[]interface {}")


def to_map(value: object) -> dict[str, object]:
    """Return a map with its keys as text."""
    if isinstance(value, Mapping):
        return {to_string(key): item for key, item in value.items()}
    raise _cannot(value, "map[string]interface {}")


def to_time(value: object, zone: tzinfo = UTC) -> datetime:
    """Return *value* as a time: Hugo's forms of text, or seconds since 1970.

    Text that names no zone is in *zone*.
    """
    match value:
        case None:
            return ZERO_TIME
        case datetime():
            return value
        case bool() | SafeText() | Duration():
            raise _cannot(value, "time.Time")
        case int() | str():
            try:
                return parse_date(value or None, zone) or _zero_time(value)
            except (ValueError, OverflowError) as error:
                raise FunctionError(f"unable to parse date: {value}") from error
    raise _cannot(value, "time.Time")


def _zero_time(value: object) -> datetime:
    if value == "":
        raise ValueError("empty")
    return ZERO_TIME if isinstance(value, str) else datetime(1970, 1, 1, tzinfo=UTC)


def to_duration(value: object) -> Duration:
    """Return *value* as a length of time: a number is milliseconds, text has units."""
    try:
        milliseconds = to_int(value)
    except FunctionError:
        milliseconds = 0
    if milliseconds > 0:
        return Duration(wrap(milliseconds * 10**6))
    try:
        return parse_duration(to_string(value))
    except FunctionError as error:
        raise FunctionError(
            f"cannot convert {print_value(value)} to time.Duration"
        ) from error


def parse_duration(text: str) -> Duration:
    """Return a length of time written with units, such as ``1h30m`` or ``-1.5s``."""
    rest = text.removeprefix("-") if text[:1] == "-" else text.removeprefix("+")
    if rest == "0":
        return Duration(0)
    total, shown = 0, f"duration {quote(text)}"
    if not rest or len(rest) > MAX_NUMBER:
        raise FunctionError(f"time: invalid {shown}")
    while rest:
        match = re.match(r"([0-9]*\.?[0-9]*)([^0-9.]*)", rest)
        if not match or not match[1].strip("."):
            raise FunctionError(f"time: invalid {shown}")
        if not match[2]:
            raise FunctionError(f"time: missing unit in {shown}")
        if match[2] not in _UNITS:
            raise FunctionError(f"time: unknown unit {quote(match[2])} in {shown}")
        try:
            total += int(Decimal(match[1]) * _UNITS[match[2]])
        except InvalidOperation as error:
            raise FunctionError(f"time: invalid {shown}") from error
        rest = rest[match.end() :]
    if total > 2**63 - (text[:1] != "-"):
        raise FunctionError(f"time: invalid {shown}")
    return Duration(-total if text[:1] == "-" else total)
