"""Alerts: quotes that begin with ``[!NOTE]``.

They become the tokens ``quote_alert_open`` (with ``kind`` and ``fold`` in their meta)
and ``quote_alert_close``, and in between first ``alert_title_open``, if there is one.
Source: hugo.md 5.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_FIRST_LINE: Final = re.compile(r"\[!([A-Za-z]+)\]([+-]?)[ \t]*([^\n]*)(?:\n|\Z)")


def alerts_plugin(md: MarkdownIt) -> None:
    """Read alerts; of any kind, as long as its name is of letters."""
    md.core.ruler.before("inline", "quote_alerts", _read_alerts)


def _read_alerts(state: StateCore) -> None:
    tokens: list[Token] = []
    alerts: list[int] = []
    position = 0
    while position < len(state.tokens):
        token = state.tokens[position]
        position += 1
        match = None
        if token.type == "blockquote_open" and position + 1 < len(state.tokens):
            if state.tokens[position].type == "paragraph_open":
                match = _FIRST_LINE.match(state.tokens[position + 1].content)
            if match:
                token.type = "quote_alert_open"
                token.meta = {**token.meta, "kind": match[1], "fold": match[2]}
                alerts.append(token.level)
        elif token.type == "blockquote_close" and alerts[-1:] == [token.level]:
            token.type = "quote_alert_close"
            alerts.pop()
        tokens.append(token)
        if match:
            tokens.extend(
                _first_paragraph(state.tokens[position : position + 3], match)
            )
            position += 3
    state.tokens = tokens


def _first_paragraph(paragraph: list[Token], match: re.Match[str]) -> Iterator[Token]:
    """Yield the title, and the paragraph without its first line."""
    opening, inline, closing = paragraph
    line = opening.map[0] if opening.map else 0
    if title := match[3].strip():
        yield Token("alert_title_open", "p", 1, map=[line, line + 1], block=True)
        yield Token(
            "inline",
            "",
            0,
            map=[line, line + 1],
            content=title,
            children=[],
            block=True,
        )
        yield Token("alert_title_close", "p", -1, block=True)
    inline.content = inline.content[match.end() :].lstrip()
    if not inline.content:
        return
    if opening.map and inline.map:
        opening.map = [line + 1, max(opening.map[1], line + 2)]
        inline.map = [line + 1, max(inline.map[1], line + 2)]
    yield from (opening, inline, closing)
