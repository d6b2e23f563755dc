"""Values and strings of CSS."""

from __future__ import annotations

import re
from typing import Final

_HARMFUL: Final = re.compile(r"""[\0"'()/;@\[\\\]`{}<>]|--""")
"""Ends or starts something else; two dashes are part of a comment of HTML."""
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9_]+")
_SCRIPTS: Final = ("expression", "mozbinding")
"""What old browsers took for scripts in styles."""

_SPECIAL: Final = re.compile(
    r"""[\0\t\n\f\r"&'()+/:;<>{}](?=(?P<joins>[0-9a-fA-F\t\n\f\r ]|\Z)?)|\\"""
)
"""A character, and whether what follows would be read as a part of its code."""


def is_harmless(value: str) -> bool:
    """Say whether *value*, without escapes, is no more than a value."""
    if _HARMFUL.search(value):
        return False
    names = _NOT_IN_NAMES.sub("", value).lower()
    return not any(script in names for script in _SCRIPTS)


def escape_string(text: str) -> str:
    """Return *text* as the inside of a string."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if match[0] == "\\":
        return r"\\"
    gap = " " if match["joins"] is not None else ""
    return f"\\{ord(match[0]):x}{gap}"
