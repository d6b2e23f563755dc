"""Numbers and characters in templates, read as Go reads its constants."""

from __future__ import annotations

import math
import re
from typing import Final

from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.nodes import Number
from sphinx_updates.hugo.templates.quoting import quote, unquote_inside

_MAX_INT: Final = 2**63 - 1
_MAX_UINT: Final = 2**64 - 1
_DIGIT_GROUPS: Final = re.compile(
    r"(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*"
    r"|[1-9](?:_?[0-9])*)"
)
_RUN: Final = r"[0-9](?:_?[0-9])*"
_HEX_RUN: Final = r"[0-9a-fA-F](?:_?[0-9a-fA-F])*"
_DECIMAL: Final = re.compile(rf"(?:{_RUN}\.?(?:{_RUN})?|\.{_RUN})(?:[eE][+-]?{_RUN})?")
_HEX_FLOAT: Final = re.compile(
    rf"0[xX]_?(?:{_HEX_RUN}\.?(?:{_HEX_RUN})?|\.{_HEX_RUN})[pP][+-]?{_RUN}"
)
_LONGEST: Final = 400
"""Digits; no number of Go's is longer, and longer ones take long to read."""


def read_character(offset: int, text: str) -> Number:
    """Return the number of a character, ``'a'`` with its quotes."""
    if text == "''":
        raise TemplateError("invalid syntax")
    try:
        inside = unquote_inside(text[1:-1], "'")
    except ValueError:
        raise TemplateError("invalid syntax") from None
    if len(inside) != 1:
        raise TemplateError(f"malformed character constant: {text}")
    code = ord(inside)
    # A byte beyond ASCII is its number; it came back as a lone surrogate.
    code = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
    return Number(offset, text, code, code)


def read_number(offset: int, text: str) -> Number:
    """Return what *text* stands for, with its kind as Go finds it."""
    if text.endswith("i"):
        return _read_complex(offset, text)
    whole = read_integer(text)
    if whole is not None:
        if -(2**63) <= whole <= _MAX_UINT:
            # More than an int has room for fails where it is used.
            return Number(offset, text, whole, whole if whole <= _MAX_INT else None)
        raise TemplateError(f"integer overflow: {quote(text)}")
    decimal = read_float(text)
    if decimal is None:
        raise TemplateError(f"illegal number syntax: {quote(text)}")
    if not any(mark in text for mark in ".eEpP"):
        raise TemplateError(f"integer overflow: {quote(text)}")
    if math.isinf(decimal):
        raise TemplateError(f"illegal number syntax: {quote(text)}")
    is_whole = decimal.is_integer() and abs(decimal) <= _MAX_INT
    return Number(offset, text, decimal, int(decimal) if is_whole else None)


def read_integer(text: str) -> int | None:
    """Return the integer of Go's syntax in *text*; None if it is none."""
    sign = -1 if text.startswith("-") else 1
    digits = text[1:] if text[:1] in ("+", "-") else text
    if len(digits) > _LONGEST or not _DIGIT_GROUPS.fullmatch(digits):
        return None
    digits = digits.replace("_", "")
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return sign * int(digits, 8)
    return sign * int(digits, 0)


def read_float(text: str) -> float | None:
    """Return the float of Go's syntax in *text*; None if it is none."""
    digits = text[1:] if text[:1] in ("+", "-") else text
    if len(digits) > _LONGEST:
        return None
    if _HEX_FLOAT.fullmatch(digits):
        try:
            return float.fromhex(text.replace("_", ""))
        except OverflowError:
            return math.inf
    return float(text) if _DECIMAL.fullmatch(digits) else None


def _read_complex(offset: int, text: str) -> Number:
    body = text[:-1]
    split = max(body.rfind("+", 1), body.rfind("-", 1))
    if split > 0 and body[split - 1] in "eEpP":
        split = max(body.rfind("+", 1, split), body.rfind("-", 1, split))
    real = _part(body[:split]) if split > 0 else 0.0
    imaginary = _part(body[split:] if split > 0 else body)
    if real is None or imaginary is None:
        raise TemplateError(f"illegal number syntax: {quote(text)}")
    return Number(offset, text, complex(real, imaginary))


def _part(text: str) -> float | None:
    decimal = read_float(text)
    if decimal is not None:
        return decimal
    whole = read_integer(text)
    return None if whole is None else float(whole)
