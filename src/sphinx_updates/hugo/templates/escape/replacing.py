"""What all escapers share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.printing import sprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FAILSAFE: Final = "ZgotmplZ"
"""Written in place of what cannot be made safe; means nothing in any language."""


def text_of(*values: object) -> str:
    """Return the text of *values*, which keeps its type if it is one text.

    ``nil`` has no text.
    """
    if len(values) == 1 and isinstance(values[0], str):
        return values[0]
    return sprint(*(value for value in values if value is not None))


def plain_text_of(*values: object) -> str:
    """Return the text of *values* without a type."""
    return str(text_of(*values))


def replacer(table: Mapping[str, str], extra: str = "") -> Callable[[str], str]:
    """Return a function that replaces the characters of *table*.

    Characters of *extra*, an expression of ranges, become numeric entities.
    """
    pattern = re.compile(f"[{re.escape(''.join(table))}{extra}]")

    def replace(match: re.Match[str]) -> str:
        character = match[0]
        return table.get(character) or f"&#x{ord(character):x};"

    def replaced(text: str) -> str:
        return pattern.sub(replace, text)

    return replaced
