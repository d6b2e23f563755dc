"""The divider that ends a summary, ``<!--more-->``, as tokens of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from sphinx_updates.hugo.summary import SUMMARY_DIVIDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore


def summary_divider_plugin(md: MarkdownIt) -> None:
    """Make ``summary_divider`` (block) and ``summary_divider_inline`` of it."""
    md.core.ruler.push("summary_divider", _mark_summary_divider)


def _mark_summary_divider(state: StateCore) -> None:
    """Turn the divider into tokens of its own; every later one just vanishes."""
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type == "html_block" and SUMMARY_DIVIDER in token.content:
            tokens.extend(_split_divider(token))
            continue
        for child in token.children or []:
            if child.type == "html_inline" and child.content == SUMMARY_DIVIDER:
                child.type, child.content = "summary_divider_inline", ""
        tokens.append(token)
    state.tokens = tokens


def _split_divider(token: Token) -> Iterator[Token]:
    before, _, after = token.content.partition(SUMMARY_DIVIDER)
    for html in (before, None, after.replace(SUMMARY_DIVIDER, "")):
        if html is None:
            yield Token("summary_divider", "", 0, map=token.map, block=True)
        elif html.strip():
            part = token.copy()
            part.content = html
            yield part
