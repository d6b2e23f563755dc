"""The values of plain YAML scalars, as Hugo's YAML library resolves them.

YAML 1.2 in most respects and its own in some: ``yes`` is text, ``010`` is 8, ``08`` is
text, ``1e3`` is text (an exponent needs a dot), dates are text.

Source: hugo@0.168 with github.com/goccy/go-yaml; run, see the golden cases.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final[dict[str, bool | float | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_FLOAT: Final = re.compile(r"(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_INTEGERS: Final = (
    (re.compile(r"0x([0-9a-fA-F]+)"), 16),
    (re.compile(r"0b([01]+)"), 2),
    (re.compile(r"0o([0-7]+)"), 8),
    (re.compile(r"0([0-7]+)"), 8),
    (re.compile(r"(0|[1-9][0-9]*)"), 10),
)

# Hugo reads integers into 64 bits and leaves longer ones as text. No base needs more
# digits than this for 64 bits, and Python need not multiply out a million of them.
MAX_DIGITS: Final = 64
MIN_INTEGER: Final = -(2**63)
MAX_UNSIGNED: Final = 2**64 - 1


def resolve_plain(text: str) -> str | int | float | bool | None:
    """Return what the plain scalar *text* means: null, bool, int, float or text."""
    if text in _WORDS:
        return _WORDS[text]
    number = parse_number(text)
    return text if number is None else number


def parse_number(text: str) -> int | float | None:
    """Return *text* as Hugo's YAML reads a number, None when it is not one."""
    if text.startswith("_"):
        return None
    # "+-5" is 5 in Hugo: the sign is looked for in the first place only.
    is_negative = text.startswith("-")
    digits = text.removeprefix("+").removeprefix("-").replace("_", "")
    if _FLOAT.fullmatch(digits):
        value = float(digits)
        if value == float("inf"):
            return None
        return -value if is_negative else value
    integer = _parse_integer(digits)
    if integer is None or (is_negative and -integer < MIN_INTEGER):
        return None
    return -integer if is_negative else integer


def _parse_integer(digits: str) -> int | None:
    """Return the unsigned integer *digits* in the base its prefix says."""
    for pattern, base in _INTEGERS:
        if match := pattern.fullmatch(digits):
            value = match.group(1).lstrip("0") or "0"
            if len(value) > MAX_DIGITS:
                return None
            integer = int(value, base)
            return integer if integer <= MAX_UNSIGNED else None
    return None
