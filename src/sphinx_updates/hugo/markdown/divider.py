"""The divider that ends a summary, ``<!--more-->``, as tokens of its own.

Hugo puts blank lines around the first one before it reads any Markdown. Here the text
around it is split once it has been read, so that code may show a divider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from sphinx_updates.hugo.summary import SUMMARY_DIVIDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore


def summary_divider_plugin(md: MarkdownIt) -> None:
    """Make ``summary_divider`` (block) and ``summary_divider_inline`` of it.

    The second one is left where markup goes on behind it.
    """
    md.core.ruler.before("inline", "divider_lines", _split_lines)
    md.core.ruler.push("summary_divider", _mark_summary_divider)
    for name in ("summary_divider", "summary_divider_inline"):
        md.add_render_rule(name, _print_nothing)


def _print_nothing(*_arguments: object) -> str:
    return ""


def _split_lines(state: StateCore) -> None:
    """Read what stands behind a divider on its line as Markdown."""
    if SUMMARY_DIVIDER not in state.src:
        return
    tokens: list[Token] = []
    for token in state.tokens:
        text = token.content.strip()
        if token.type != "html_block" or not text.startswith(SUMMARY_DIVIDER):
            tokens.append(token)
            continue
        rest = text.removeprefix(SUMMARY_DIVIDER).strip()
        if not rest or "\n" in rest:
            tokens.append(token)
            continue
        tokens.append(_divider(token))
        tokens.extend(_paragraph(token, rest, []))
    state.tokens = tokens


def _mark_summary_divider(state: StateCore) -> None:
    """Turn the divider into tokens of its own; every later one just vanishes."""
    if SUMMARY_DIVIDER not in state.src:
        return
    tokens: list[Token] = []
    is_closing = False
    for token in state.tokens:
        if is_closing:
            is_closing = False
            continue
        if token.type == "html_block" and SUMMARY_DIVIDER in token.content:
            tokens.extend(_split_html(token))
            continue
        is_paragraph = bool(tokens) and tokens[-1].type == "paragraph_open"
        if _mark_inline(token) and is_paragraph:
            opening = tokens.pop()
            tokens.extend(_split_paragraph(opening, token))
            is_closing = True
            continue
        tokens.append(token)
    state.tokens = tokens


def _mark_inline(token: Token) -> bool:
    """Mark the dividers in a paragraph, and say whether it can be split there."""
    depth, can_split = 0, False
    for child in token.children or []:
        depth += child.nesting
        if child.type == "html_inline" and child.content == SUMMARY_DIVIDER:
            child.type, child.content = "summary_divider_inline", ""
            can_split = can_split or not depth
    return can_split


def _split_paragraph(opening: Token, inline: Token) -> Iterator[Token]:
    """Yield the paragraphs before and behind the first divider that can be seen."""
    children = inline.children or []
    depth = position = 0
    while depth or children[position].type != "summary_divider_inline":
        depth += children[position].nesting
        position += 1
    yield from _paragraph(opening, "", _trimmed(children[:position]))
    yield _divider(opening)
    rest = [c for c in children[position + 1 :] if c.type != "summary_divider_inline"]
    yield from _paragraph(opening, "", _trimmed(rest))


def _split_html(token: Token) -> Iterator[Token]:
    before, _, after = token.content.partition(SUMMARY_DIVIDER)
    for html in (before, None, after.replace(SUMMARY_DIVIDER, "")):
        if html is None:
            yield _divider(token)
        elif html.strip():
            part = token.copy()
            part.content = html
            yield part


def _divider(token: Token) -> Token:
    return Token("summary_divider", "", 0, map=token.map, level=token.level, block=True)


def _paragraph(token: Token, text: str, children: list[Token]) -> Iterator[Token]:
    """Yield a paragraph in the place of *token*; nothing if it would be empty."""
    if not text and not children:
        return
    inline = Token("inline", "", 0, map=token.map, level=token.level + 1, block=True)
    inline.content = text or "".join(child.content for child in children)
    inline.children = children
    opening = Token("paragraph_open", "p", 1, map=token.map, level=token.level)
    closing = Token("paragraph_close", "p", -1, level=token.level)
    opening.block = closing.block = True
    opening.hidden = closing.hidden = token.hidden
    yield from (opening, inline, closing)


def _trimmed(children: list[Token]) -> list[Token]:
    """Return *children* without blanks at both ends."""
    while children and _is_blank(children[0]):
        children = children[1:]
    while children and _is_blank(children[-1]):
        children = children[:-1]
    if children and children[0].type == "text":
        children[0].content = children[0].content.lstrip()
    if children and children[-1].type == "text":
        children[-1].content = children[-1].content.rstrip()
    return children


def _is_blank(token: Token) -> bool:
    is_break = token.type in ("softbreak", "hardbreak")
    return is_break or (token.type == "text" and not token.content.strip())
