"""Where formulas stand: between paragraphs, in a line, or as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

from sphinx_updates.hugo.markdown.passthrough import VERBATIM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_core import StateCore

INLINE: Final = "math_inline"
DISPLAY: Final = "math_inline_double"
"""Display math inside a line, until :func:`place_math` has found a place for it."""
BLOCK: Final = "math_block"

_BREAKS: Final = ("softbreak", "hardbreak")


def place_math(state: StateCore) -> None:
    """Make display math a block between paragraphs where it can be one.

    Goldmark splits paragraphs at it, and nothing else. In a heading, a link or emphasis
    it becomes inline math; the alternative text of an image is text.
    """
    tokens: list[Token] = []
    is_closing = False
    for token in state.tokens:
        if is_closing:
            is_closing = False
            continue
        if token.type == "inline" and tokens:
            parent = tokens[-1].type
            _settle(token.children or [], parent)
            if parent == "paragraph_open" and any(
                map(_is_display, token.children or [])
            ):
                tokens.extend(_with_surroundings([*_split(tokens.pop(), token)]))
                is_closing = True
                continue
        tokens.append(token)
    state.tokens = tokens


def _is_display(token: Token) -> bool:
    return token.type == DISPLAY


def _settle(children: list[Token], parent: str) -> None:
    depth = 0
    for child in children:
        depth += child.nesting
        if child.type == "image":
            child.children = [
                part for inner in child.children or [] for part in _alternative(inner)
            ]
        elif _is_display(child):
            is_cell = parent in ("td_open", "th_open") and child.info != VERBATIM
            if depth or not (is_cell or parent == "paragraph_open"):
                child.type = INLINE


def _alternative(token: Token) -> Iterator[Token]:
    """Yield what *token* is in the text of an image: passthrough leaves nothing."""
    if token.type not in (INLINE, DISPLAY):
        yield token
    elif token.info != VERBATIM:
        yield Token("text", "", 0, content=token.meta["printed"])


def _split(opening: Token, inline: Token) -> Iterator[Token]:
    """Yield a paragraph as paragraphs and blocks of math, each with its lines."""
    begin = line = inline.map[0] if inline.map else 0
    part: list[Token] = []
    for child in inline.children or []:
        lines = child.content.count("\n") + (child.type in _BREAKS)
        if _is_display(child):
            yield from _paragraph(opening, inline, part, [begin, line + 1])
            block = Token(BLOCK, "math", 0, content=child.content, block=True)
            block.map, block.level = [line, line + lines + 1], opening.level
            block.markup, block.info, block.meta = child.markup, child.info, child.meta
            yield block
            part, begin = [], line + lines
        else:
            part.append(child)
        line += lines
    yield from _paragraph(opening, inline, part, [begin, line + 1])


def _with_surroundings(parts: list[Token]) -> list[Token]:
    """Note on each formula of a paragraph whether text stands before and behind it."""
    for number, part in enumerate(parts):
        if part.type == BLOCK:
            part.meta = {
                **part.meta,
                "follows_text": number > 0,
                "precedes_text": number < len(parts) - 1,
            }
    return parts


def _paragraph(
    opening: Token, inline: Token, children: list[Token], lines: list[int]
) -> Iterator[Token]:
    """Yield a paragraph around *children*, without the blanks at both its ends."""
    kept = list(children)
    while kept and _is_blank(kept[0]):
        lines[0] += kept.pop(0).type != "text"
    while kept and _is_blank(kept[-1]):
        kept.pop()
    if not kept:
        return
    if kept[0].type == "text":
        kept[0].content = kept[0].content.lstrip()
    if kept[-1].type == "text":
        kept[-1].content = kept[-1].content.rstrip()
    body = inline.copy()
    body.children, body.map = kept, lines
    body.content = "".join(
        "\n" if child.type in _BREAKS else child.content for child in kept
    )
    start, end = opening.copy(), Token("paragraph_close", "p", -1, block=True)
    start.map, end.hidden, end.level = lines, opening.hidden, opening.level
    yield from (start, body, end)


def _is_blank(token: Token) -> bool:
    if token.type == "text":
        return not token.content.strip()
    return token.type in _BREAKS
