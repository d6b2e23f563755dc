"""Goldmark's passthrough: text between configured delimiters, byte for byte.

It is scanned as Hugo's extension does: where two delimiters match, those of blocks come
first; the nearest closing one ends it; a backslash inside means nothing. Source: run on
Hugo 0.168, ``tests/golden/math.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.common.utils import stripEscape

from sphinx_updates.hugo.markdown.tex import find_mark

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from sphinx_updates.hugo.site.setting_values import Delimiters

VERBATIM = "verbatim"
"""``info`` of the tokens that are made here."""

# Goldmark asks the parsers of links and of code first, and they always answer.
_TAKEN = ("[", "![", "`")


def passthrough_plugin(md: MarkdownIt, block: Delimiters, inline: Delimiters) -> None:
    """Read what stands between the delimiters as it is.

    It makes tokens ``math_inline``, and ``math_inline_double`` for *block*.
    """
    pairs = [pair for pair in (*block, *inline) if not pair[0].startswith(_TAKEN)]
    openings = tuple(opening for opening, _closing in pairs)

    def _rule(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith(openings, state.pos):
            return _read_escaped(state, openings, silent=silent)
        opening, closing = next(
            p for p in pairs if state.src.startswith(p[0], state.pos)
        )
        start = state.pos + len(opening)
        end = _find(state, closing, start)
        if end == start:
            return False
        if end < 0:
            return _as_text(state, start, silent=silent)
        if not silent:
            is_block = (opening, closing) in block
            token = state.push(
                "math_inline_double" if is_block else "math_inline", "math", 0
            )
            token.content = state.src[start:end]
            token.markup, token.info = opening, VERBATIM
            token.meta = {"printed": state.src[state.pos : end + len(closing)]}
        state.pos = end + len(closing)
        return True

    for opening in openings:
        md.inline.add_terminator_char(opening[0])
    md.inline.ruler.before("escape", "passthrough", _rule)


def _read_escaped(
    state: StateInline, openings: tuple[str, ...], *, silent: bool
) -> bool:
    r"""Read an opening delimiter behind two backslashes: text, with one backslash."""
    if not state.src.startswith("\\\\", state.pos):
        return False
    start = state.pos + 2
    found = next((o for o in openings if state.src.startswith(o, start)), None)
    return found is not None and _as_text(state, start + len(found), silent=silent)


def _as_text(state: StateInline, end: int, *, silent: bool) -> bool:
    if not silent:
        state.append_pending(stripEscape(state.src[state.pos : end]))
    state.pos = end
    return True


def _find(state: StateInline, closing: str, start: int) -> int:
    """Return where *closing* comes next, or -1."""
    end = find_mark(state.src, closing, start, state.env)
    return end if end + len(closing) <= state.posMax else -1
