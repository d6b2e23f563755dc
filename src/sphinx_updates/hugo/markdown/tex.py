r"""TeX as a script in the browser finds it in the text that Goldmark has made.

Goldmark resolves backslash escapes and entities before the script sees the text, so
``x\_1`` is ``x_1`` and ``\\\\`` is ``\\``. The closing mark is looked for in what is
left: braces are counted, and a backslash of TeX takes the next character along.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it.common.utils import replaceEntityPattern

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

MAX_INNER: Final = 6
"""How many delimiters a formula may hold inside braces: a bound for the search."""

_FOUND: Final = "updates_marks"
_UNIT: Final = re.compile(
    r"""\\(?P<escaped> [!-/:-@\[-`{-~]) | (?P<entity> &[A-Za-z#][A-Za-z0-9]{1,31};)
    | (?P<code> `+) | [\\&{}$()\[\]] | [^\\&`{}$()\[\]]+""",
    re.VERBOSE,
)


class Formula(NamedTuple):
    """A formula that was found."""

    tex: str
    end: int
    """Where its closing mark ends."""


def find_mark(text: str, mark: str, start: int, env: MutableMapping[str, Any]) -> int:
    """Return where *mark* comes next in *text* from *start*, or -1.

    What was found is remembered: many searches cost no more than one, as long as they
    go on in the text.
    """
    known, found = env.get(_FOUND, ("", {}))
    if known is not text:
        found = {}
        env[_FOUND] = (text, found)
    since, position = found.get(mark, (0, -2))
    if position == -2 or start < since or 0 <= position < start:
        position = text.find(mark, start)
        found[mark] = (start, position)
    return int(position)


def read_formula(text: str, start: int, opening: str, closing: str) -> Formula | None:
    r"""Return the formula in the Markdown *text* from *start* to the mark *closing*.

    The marks are as the script sees them: ``$``, ``$$``, ``\)``, ``\]`` or
    ``\end{name}``. A formula ends at a span of code: there is none then.
    """
    parts: list[str] = []
    depth = inner = 0
    follows_backslash = False
    position = start
    while unit := _UNIT.match(text, position):
        begin, position = position, unit.end()
        printed = _print(unit, text)
        if printed is None:
            return None
        if follows_backslash:
            follows_backslash = False
            if closing == "\\" + printed and not depth:
                return Formula("".join(parts[:-1]), position)
            inner += opening == "\\" + printed
            parts.append("$" if printed == r"\$" else printed)
            continue
        if printed in "\\$" and text.startswith(closing, begin):
            if not depth:
                return Formula("".join(parts), begin + len(closing))
            inner += 1
        elif printed == "{":
            depth += 1
        elif printed == "}":
            depth = max(depth - 1, 0)
        elif printed == "\\" and text.startswith(opening, begin):
            inner += 1
        if inner > MAX_INNER:
            return None
        follows_backslash = printed == "\\"
        parts.append(printed)
    return None


def _print(unit: re.Match[str], text: str) -> str | None:
    """Return a piece of *text* as it is printed; None where a span of code begins."""
    match unit.lastgroup:
        case "escaped":
            # A dollar kept from the script is a dollar in the formula, too.
            return r"\$" if unit["escaped"] == "$" else unit["escaped"]
        case "entity":
            return replaceEntityPattern(unit[0], unit[0][1:-1])
        case "code" if text.find(unit[0], unit.end()) >= 0:
            return None
    return unit[0]
