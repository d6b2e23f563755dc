"""Comments in scripts and in styles: where they end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from sphinx_updates.hugo.templates.escape.context import Context, State


def in_block_comment(
    context: Context, text: str, start: int, end: int, *, outside: State
) -> tuple[Context, int]:
    """Step to behind a comment of many lines, back to the state *outside* of it."""
    found = text.find("*/", start, end)
    if found < 0:
        return context, end
    return replace(context, state=outside), found + 2


def in_line_comment(  # noqa: PLR0913 - by keyword
    context: Context,
    text: str,
    start: int,
    end: int,
    *,
    line_end: re.Pattern[str],
    outside: State,
) -> tuple[Context, int]:
    """Step to the end of the line that a comment takes, back to *outside* of it."""
    match = line_end.search(text, start, end)
    if match is None:
        return context, end
    return replace(context, state=outside), match.start()
