"""Values as literals of JavaScript, and text inside its strings."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sphinx_updates.hugo.templates.bounds import joined, spend
from sphinx_updates.hugo.templates.describe import duration_text
from sphinx_updates.hugo.templates.escape.replacing import replacer
from sphinx_updates.hugo.templates.values import Duration, Object

_MAX_DEPTH: Final = 200
"""Deeper than data that people write; Python's own stack ends some way above."""

_CONTROLS: Final = {chr(code): f"\\u{code:04x}" for code in range(0x20)}
_STRING_ONCE: Final = {
    **_CONTROLS,
    "\t": r"\t",
    "\n": r"\n",
    "\f": r"\f",
    "\r": r"\r",
    '"': r"\u0022",
    "`": r"\u0060",
    "&": r"\u0026",
    "'": r"\u0027",
    "+": r"\u002b",
    "/": r"\/",
    "<": r"\u003c",
    ">": r"\u003e",
    "\u2028": r"\u2028",
    "\u2029": r"\u2029",
}
_BACKSLASH: Final = {"\\": r"\\"}
_TEMPLATE: Final = {"$": r"\u0024", "{": r"\u007b", "}": r"\u007d"}

escape_once: Final = replacer(_STRING_ONCE)
"""The inside of a string that has escapes already."""
escape: Final = replacer(_STRING_ONCE | _BACKSLASH)
"""The inside of a string."""
escape_template: Final = replacer(_STRING_ONCE | _BACKSLASH | _TEMPLATE)
"""The inside of a template literal."""
escape_regexp: Final = replacer(
    {
        **{key: code for key, code in _STRING_ONCE.items() if key != "`"},
        **{mark: f"\\{mark}" for mark in r"$()*-.?[\]^{|}"},
    }
)
"""A part of a regular expression."""

_json_text: Final = replacer(
    {
        **_CONTROLS,
        **{chr(code): f"\\u{code:04x}" for code in b"<>&"},
        "\b": r"\b",
        "\f": r"\f",
        "\n": r"\n",
        "\r": r"\r",
        "\t": r"\t",
        '"': r"\"",
        "\\": r"\\",
        "\u2028": r"\u2028",
        "\u2029": r"\u2029",
        # Bytes that are no UTF-8.
        **{chr(0xDC00 + byte): "\ufffd" for byte in range(0x80, 0x100)},
    }
)
_WORD: Final = re.compile(r"[A-Za-z0-9_$]")


class _UnsupportedError(ValueError):
    """A value has no form in JSON."""


def literal(value: object) -> str:
    """Return *value* as a literal, with blanks around words and numbers.

    A value that has none is ``null``, with the reason in a comment.
    """
    if isinstance(value, Duration):
        # It has a text of its own, but not inside a list.
        value = duration_text(value)
    try:
        text = _json(value, 0)
    except _UnsupportedError as error:
        return f" /* {error} */null "
    # So that typeof and the value stay two words.
    is_word = _WORD.match(text) or _WORD.match(text[-1])
    return f" {text} " if is_word else text


def _json(value: object, depth: int) -> str:
    if depth > _MAX_DEPTH:
        raise _UnsupportedError("json: unsupported value: nested too deeply")
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{_json_text(value)}"'
        case int():
            return str(int(value))
        case float():
            return _number(value)
        case datetime():
            return f'"{_timestamp(value)}"'
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            spend()
            pairs = sorted((str(key), item) for key, item in value.items())
            inner = (
                f'"{_json_text(key)}":{_json(item, depth + 1)}' for key, item in pairs
            )
            return f"{{{joined(',', inner)}}}"
        case list() | tuple():
            spend()
            return f"[{joined(',', (_json(item, depth + 1) for item in value))}]"
        case Object():
            return f'"{_json_text(value.go_string())}"'
    return json.dumps(str(value))


def _number(value: float) -> str:
    """Return the shortest digits; with an exponent below 1e-6 and from 1e21 on."""
    if not math.isfinite(value):
        name = "NaN" if math.isnan(value) else "+Inf" if value > 0 else "-Inf"
        raise _UnsupportedError(f"json: unsupported value: {name}")
    number = Decimal(repr(value))
    if value and not 1e-6 <= abs(value) < 1e21:
        mantissa, _, exponent = f"{number.normalize():e}".partition("e")
        return f"{mantissa}e{exponent}"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _timestamp(moment: datetime) -> str:
    """Return *moment* by RFC 3339, without zeros at the end of the seconds."""
    head = moment.replace(tzinfo=None, microsecond=0).isoformat()
    fraction = f".{moment.microsecond:06}".rstrip("0").rstrip(".")
    zone = moment.isoformat()[-6:] if moment.utcoffset() else "Z"
    return f"{head}{fraction}{zone}"
