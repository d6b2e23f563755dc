"""Options of code: of the ``highlight`` shortcode and of a fence's attributes.

Sources: hugo.md 2.7 (highlight), 5.4 (fences), run on Hugo 0.168.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_LINE: Final = 100_000
"""The highest line number that is looked at; nobody reads a longer block."""

_ON: Final = ("1", "t", "T", "TRUE", "true", "True")
_OFF: Final = ("0", "f", "F", "FALSE", "false", "False")
_SWITCH: Final = ("|".join(_ON + _OFF), "true or false")
_WANTED: Final = {
    "hl_inline": _SWITCH,
    "guesssyntax": _SWITCH,
    "noclasses": _SWITCH,
    "anchorlinenos": _SWITCH,
    "linenostart": (r"[+-]?\d{1,9}", "a whole number"),
    "tabwidth": (r"[+-]?\d{1,9}", "a whole number"),
}
"""By option in lower case: what its value looks like, in two ways."""

_RANGE: Final = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOptions:
    """How a block of code is shown."""

    has_line_numbers: bool = False
    first_line: int = 1
    """The number of the first line."""
    marked: tuple[int, ...] = ()
    """The lines that stand out, 1-based whatever :attr:`first_line` is."""
    is_inline: bool = False
    guess: bool = False
    """Whether to find out the language when none is named."""


PLAIN: Final = CodeOptions()
"""A block of code without anything."""


def read_options(text: str, defaults: CodeOptions = PLAIN) -> CodeOptions:
    """Return the options of ``linenos=table,hl_lines=3 6-8,linenostart=5``.

    Keys have no case; what is unknown or cannot be read changes nothing.
    """
    pairs = (part.partition("=") for part in text.split(","))
    return from_attributes(
        {key.strip(): value.strip() for key, _sign, value in pairs if key.strip()},
        defaults,
    )


def option_faults(text: str) -> list[str]:
    """Return what Hugo cannot read of the options of :func:`read_options`."""
    faults = []
    for part in filter(str.strip, text.split(",")):
        key, sign, value = (piece.strip() for piece in part.partition("="))
        wanted = _WANTED.get(key.lower())
        if not sign:
            faults.append(f"{key!r} must be written as name=value")
        elif "=" in value:
            faults.append(f"{key!r} must be followed by a comma, got {value!r}")
        elif wanted and not re.fullmatch(wanted[0], value):
            faults.append(f"{key!r} must be {wanted[1]}, got {value!r}")
    return faults


def from_attributes(
    attributes: Mapping[str, object], defaults: CodeOptions = PLAIN
) -> CodeOptions:
    """Return the options that the attributes of a fence give."""
    values = {key.lower(): _as_text(value) for key, value in attributes.items()}
    numbers = values.get("linenos", "")
    return CodeOptions(
        has_line_numbers=numbers not in _OFF if numbers else defaults.has_line_numbers,
        first_line=_number(values.get("linenostart", ""), defaults.first_line),
        marked=read_lines(values["hl_lines"])
        if "hl_lines" in values
        else defaults.marked,
        is_inline=_switch(values, "hl_inline", default=defaults.is_inline),
        guess=_switch(values, "guesssyntax", default=defaults.guess),
    )


def read_lines(text: str) -> tuple[int, ...]:
    """Return the lines of ``3 6-8`` or ``[2,"4-6"]``, sorted; 1-based."""
    lines: set[int] = set()
    for first, last in _RANGE.findall(text):
        begin = int(first)
        end = min(int(last or first), MAX_LINE)
        lines.update(range(max(begin, 1), end + 1))
    return tuple(sorted(lines))


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return " ".join(map(_as_text, value))
    return str(value)


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else default


def _switch(values: Mapping[str, str], name: str, *, default: bool) -> bool:
    return values[name] in _ON if name in values else default
