"""Line breaks and escaped blanks between East Asian letters (``cjk``)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_WIDE: Final = ("W", "F", "H")
# Scripts with blanks between their words.
_SPACED: Final = ("HANGUL",)


def line_breaks_plugin(md: MarkdownIt, style: str) -> None:
    """Join lines that end and begin with wide letters.

    :param style: ``simple`` or ``css3draft``, the names of Hugo's settings.
    """

    def join(state: StateCore) -> None:
        for block in state.tokens:
            children = block.children or []
            if any(token.type == "softbreak" for token in children):
                block.children = _joined(children, style)

    md.core.ruler.after("inline", "line_breaks", join)


def escaped_space_plugin(md: MarkdownIt) -> None:
    r"""Print nothing for ``\`` and a blank."""

    def escaped_space(state: StateInline, silent: bool) -> bool:  # noqa: ARG001
        if not state.src.startswith("\\ ", state.pos, state.posMax):
            return False
        state.pos += 2
        return True

    md.inline.ruler.before("escape", "escaped_space", escaped_space)


def _joined(children: list[Token], style: str) -> list[Token]:
    return [
        token
        for position, token in enumerate(children)
        if token.type != "softbreak" or not _is_dropped(children, position, style)
    ]


def _is_dropped(children: list[Token], position: int, style: str) -> bool:
    before = children[position - 1] if position else None
    after = children[position + 1] if position + 1 < len(children) else None
    if before is None or after is None or not before.content or not after.content:
        return False
    last, first = before.content[-1], after.content[0]
    if style == "simple":
        widths = (unicodedata.east_asian_width(letter) for letter in (last, first))
        return all(width == "W" for width in widths)
    if _is_spaced(last) or _is_spaced(first):
        return False
    return _is_wide(last) or _is_wide(first)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in _WIDE


def _is_spaced(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_SPACED)
