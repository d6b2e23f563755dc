"""Casts between front matter types, as Hugo makes them.

Each returns the value, or None where Hugo could not cast; the caller decides what an
author should hear about that.

Source: github.com/spf13/cast as used by hugo@0.168; run, see the golden cases.
"""

from __future__ import annotations

import math
import re
from typing import Final

from sphinx_updates.hugo.front_matter.yaml_types import parse_number
from sphinx_updates.hugo.go_values import float_text, parse_bool

_DECIMALS: Final = re.compile(r"([+-]?\d+)\.\d*", re.ASCII)
_MAX_INTEGER: Final = 2**63 - 1


def to_text(value: object) -> str | None:
    """Cast a scalar to text; null gives the empty text, lists and maps give None."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return float_text(value)
        case _:
            return None


def to_bool(value: object) -> bool | None:
    """Cast to a boolean; null and the empty text are false."""
    match value:
        case None | "":
            return False
        case bool():
            return value
        case int() | float():
            return value != 0
        case str():
            return parse_bool(value)
        case _:
            return None


def to_int(value: object) -> int | None:
    """Cast to a 64-bit integer; decimals are cut off, ``010`` in text is octal."""
    match value:
        case None | "":
            return 0
        case bool() | int():
            number: int | float | None = int(value)
        case float() if math.isfinite(value):
            number = int(value)
        case str():
            match = _DECIMALS.fullmatch(value)
            number = parse_number(match.group(1) if match else value)
        case _:
            return None
    if not isinstance(number, int) or abs(number) > _MAX_INTEGER:
        return None
    return number


def to_terms(value: object) -> tuple[str, ...] | None:
    """Cast to the terms of a taxonomy: a scalar is one term, empty ones are dropped."""
    items = value if isinstance(value, list) else [value]
    texts = [to_text(item) for item in items]
    if None in texts:
        return None
    return tuple(text for text in texts if text)


def to_words(value: object) -> tuple[str, ...] | None:
    """Cast to a list of texts: a scalar is split on whitespace."""
    if not isinstance(value, list):
        text = to_text(value)
        return None if text is None else tuple(text.split())
    texts = tuple(text for item in value if (text := to_text(item)) is not None)
    return texts if len(texts) == len(value) else None
