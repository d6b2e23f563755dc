"""Goldmark's typographer: quotes, dashes, ellipses and angle quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# Goldmark's typographer, in its order: seven hyphens are two em dashes and a hyphen.
_TYPOGRAPHY = (
    ("---", "—"),
    ("--", "–"),
    ("...", "…"),
    ("<<", "«"),
    (">>", "»"),
)


def typography_plugin(md: MarkdownIt) -> None:
    """Replace what is typed by what is printed."""
    md.enable("smartquotes")
    md.core.ruler.before("smartquotes", "dashes", _replace_dashes)


def _replace_dashes(state: StateCore) -> None:
    for token in _inline_text(state):
        text = token.content
        for written, printed in _TYPOGRAPHY:
            text = text.replace(written, printed)
        token.content = text


def _inline_text(state: StateCore) -> Iterator[Token]:
    """Yield the text tokens that typography may change: none inside autolinks."""
    for block in state.tokens:
        in_autolink = 0
        for token in block.children or []:
            if token.type == "link_open" and token.info == "auto":
                in_autolink += 1
            elif token.type == "link_close" and token.info == "auto":
                in_autolink -= 1
            elif token.type == "text" and not in_autolink:
                yield token
