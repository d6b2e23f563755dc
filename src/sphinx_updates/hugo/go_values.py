"""Values as Go prints them, in the text of a page and in its HTML."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sphinx_updates.hugo.go_time import format_date

MAX_DEPTH: Final = 50
"""Front matter is read to a lower depth; nothing of it is cut."""

_LONGEST: Final = 6
"""Digits before the point of a float that is written without an exponent."""

_TRUE: Final = frozenset(("1", "t", "T", "true", "TRUE", "True"))
_FALSE: Final = frozenset(("0", "f", "F", "false", "FALSE", "False"))
HTML_MARKS: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&#34;",
    "'": "&#39;",
}
"""The marks of HTML and what Go's ``html.EscapeString`` writes for them."""
_MARKS: Final = str.maketrans(HTML_MARKS)
_HTML: Final = str.maketrans(HTML_MARKS | {"+": "&#43;", "\0": "\ufffd"})


def print_value(value: object, depth: int = 0) -> str:
    """Return *value* as Go's ``fmt.Print`` writes it: ``[a 1]``, ``map[k:true]``."""
    match value:
        case None:
            return "<nil>"
        case bool():
            return str(value).lower()
        case float():
            return _print_float(value)
        case datetime():
            return _print_time(value)
        case date():
            return value.isoformat()
        case Mapping() if depth < MAX_DEPTH:
            pairs = sorted((str(key), item) for key, item in value.items())
            items = (f"{key}:{print_value(item, depth + 1)}" for key, item in pairs)
            return f"map[{' '.join(items)}]"
        case list() | tuple() if depth < MAX_DEPTH:
            return f"[{' '.join(print_value(item, depth + 1) for item in value)}]"
    return str(value)


def float_text(value: float) -> str:
    """Return *value* in Go's shortest form without an exponent."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_bool(text: str) -> bool | None:
    """Return what Go's ``strconv.ParseBool`` reads; None for any other text."""
    if text in _TRUE:
        return True
    return False if text in _FALSE else None


def is_truth(value: object) -> bool:
    """Say whether Go's templates take *value* for true; a date always is."""
    return bool(value) if not isinstance(value, date) else True


def escape_marks(text: str) -> str:
    """Return *text* as Go's ``html.EscapeString`` writes it."""
    return text.translate(_MARKS)


def escape_html(text: str) -> str:
    """Return *text* as Go's html/template writes it between tags."""
    return text.translate(_HTML)


def _print_float(value: float) -> str:
    """Return the shortest digits; with an exponent below 1e-4 and from 1e6 on."""
    if not math.isfinite(value):
        return float_text(value)
    number = Decimal(repr(value))
    digits = "".join(map(str, number.as_tuple().digits)).rstrip("0") or "0"
    exponent = number.adjusted() if number else 0
    if -4 <= exponent < _LONGEST:
        return float_text(value)
    sign = "-" if number < 0 else ""
    point = "." if len(digits) > 1 else ""
    mark = "-" if exponent < 0 else "+"
    return f"{sign}{digits[0]}{point}{digits[1:]}e{mark}{abs(exponent):02}"


def _print_time(moment: datetime) -> str:
    fraction = f".{moment.microsecond:06}".rstrip("0").rstrip(".")
    head = format_date(moment, "2006-01-02 15:04:05")
    offset = format_date(moment, "-0700")
    name = moment.tzname() or "UTC"
    # A zone of a bare offset has no name in Go.
    zone = offset if name.startswith("UTC") and name != "UTC" else name
    return f"{head}{fraction} {offset} {zone}"
