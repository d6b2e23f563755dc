r"""Mathematics: what the passthrough keeps, or what a script finds between dollars.

Both make tokens ``math_inline`` (in the text), ``math_block`` (between paragraphs) and
``math_inline_double`` (display math in a cell of a table). With a passthrough its
delimiters alone count. Without one Goldmark has read the text first, and ``$…$``,
``$$…$$``, ``\\(…\\)``, ``\\[…\\]`` and LaTeX's own environments are math. One thing is
not as in Hugo: emphasis, links and typography that Goldmark would make inside a
formula, which break it there, are not made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it.common.utils import escapeHtml

from sphinx_updates.hugo.markdown.math_places import BLOCK, DISPLAY, INLINE, place_math
from sphinx_updates.hugo.markdown.money import is_display_formula, is_inline_formula
from sphinx_updates.hugo.markdown.passthrough import passthrough_plugin
from sphinx_updates.hugo.markdown.tex import Formula, find_mark, read_formula

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from typing import Any

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from sphinx_updates.hugo.site.settings import HugoSettings

MAX_LINES: Final = 300
"""How many lines a formula between paragraphs may have: a bound for the search."""

_DOLLARS: Final = re.compile(r"\$+")
_BRACKET: Final = re.compile(r"\\\\\\?([(\[])")
_BEGIN: Final = re.compile(
    r"\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|xalignat"
    r"|aligned|alignedat|gathered|split|cases|array|subarray|[bBpvV]?matrix|smallmatrix"
    r"|CD)\*?)\}"
)


class _Delimiter(NamedTuple):
    """An opening mark that was found in the text."""

    opening: str
    """As the script sees it, as is *closing*."""
    closing: str
    length: int
    """Of the opening mark in the text."""
    written: tuple[str, ...]
    """How the closing mark may be written in the text."""

    @property
    def is_display(self) -> bool:
        """Whether the formula stands on a line of its own."""
        return self.opening not in ("$", r"\(")

    def next_closing(
        self, text: str, start: int, env: MutableMapping[str, Any]
    ) -> int | None:
        """Return where something in *text* may close it first; None if nothing can."""
        found = (find_mark(text, mark, start, env) for mark in self.written)
        return min((position for position in found if position >= 0), default=None)

    def printed(self, tex: str) -> str:
        """Return a formula with its delimiters, as Hugo prints it."""
        return f"{self.opening}{tex}{self.closing}"

    def tex(self, found: Formula) -> str:
        """Return the formula that a script sets: an environment is a part of it."""
        is_environment = self.opening.startswith(r"\begin")
        return self.printed(found.tex) if is_environment else found.tex


def use_math(md: MarkdownIt, settings: HugoSettings) -> None:
    """Make *md* read mathematics as *settings* say."""
    pairs = settings.passthrough_block, settings.passthrough_inline
    if settings.passthrough and any(pairs):
        md.use(passthrough_plugin, *pairs)
    elif settings.dollar_math and not settings.passthrough:
        md.inline.ruler.before("escape", "math", _read_inline)
        # Where it stands between paragraphs no line of it is a list or a heading.
        md.block.ruler.before("fence", "math", _read_block, {"alt": ["paragraph"]})
    else:
        return
    md.core.ruler.after("inline", "math_places", place_math)
    for name in (INLINE, DISPLAY, BLOCK):
        md.add_render_rule(name, _print)


def _print(_self: object, tokens: Sequence[Token], index: int, *_rest: object) -> str:
    """Return a formula as HTML: as Hugo prints it, for a script in the browser."""
    return escapeHtml(str(tokens[index].meta["printed"]))


def _delimiter(text: str, start: int) -> _Delimiter | None:
    """Return the opening mark at *start*; None if there is none."""
    if text.startswith("$", start):
        mark = "$$" if text.startswith("$$", start) else "$"
        return _Delimiter(mark, mark, len(mark), (mark,))
    if not text.startswith("\\", start):
        return None
    if match := _BEGIN.match(text, start):
        closing = rf"\end{{{match[1]}}}"
        return _Delimiter(match[0], closing, len(match[0]), (closing,))
    match = _BRACKET.match(text, start)
    if match is None or text.endswith("\\", 0, start):
        return None
    last = ")" if match[1] == "(" else "]"
    written = (rf"\\{last}", rf"\\\{last}")
    return _Delimiter("\\" + match[1], "\\" + last, len(match[0]), written)


def _read_inline(state: StateInline, silent: bool) -> bool:
    """Read a formula at this place, however it is delimited."""
    text, start = state.src, state.pos
    if (dollars := _DOLLARS.match(text, start)) and len(dollars[0]) > 2:
        return _as_text(state, dollars.end(), silent=silent)
    delimiter = _delimiter(text, start)
    if delimiter is None:
        return False
    found = _find_inline(state, delimiter)
    if found is None:
        is_double = delimiter.opening == "$$"
        return is_double and _as_text(state, start + 2, silent=silent)
    if not silent:
        token = state.push(DISPLAY if delimiter.is_display else INLINE, "math", 0)
        token.content, token.markup = delimiter.tex(found), delimiter.opening
        token.meta = {"printed": delimiter.printed(found.tex)}
    state.pos = found.end
    return True


def _find_inline(state: StateInline, delimiter: _Delimiter) -> Formula | None:
    text, start = state.src, state.pos + delimiter.length
    if delimiter.next_closing(text, start, state.env) is None:
        return None
    found = read_formula(text, start, delimiter.opening, delimiter.closing)
    if found is None or found.end > state.posMax:
        return None
    if delimiter.opening == "$":
        before = text[max(state.pos - 1, 0) : state.pos]
        after = text[found.end : found.end + 1]
        return found if is_inline_formula(before, found.tex, after) else None
    return found if _is_formula(delimiter, found) else None


def _is_formula(delimiter: _Delimiter, found: Formula) -> bool:
    if delimiter.opening == "$$":
        return is_display_formula(found.tex)
    return bool(found.tex.strip())


def _as_text(state: StateInline, end: int, *, silent: bool) -> bool:
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _read_block(
    state: StateBlock,
    first: int,
    end: int,
    silent: bool,
) -> bool:
    """Read display math that begins on the line *first* and has its lines alone."""
    if state.is_code_block(first) or state.sCount[first] < state.blkIndent:
        return False
    start = state.bMarks[first] + state.tShift[first]
    delimiter = _delimiter(state.src, start)
    if delimiter is None or not delimiter.is_display:
        return False
    last = _closing_line(state, first, end, delimiter)
    if last is None:
        return False
    text = state.getLines(first, last + 1, state.blkIndent, False).strip()
    found = read_formula(text, delimiter.length, delimiter.opening, delimiter.closing)
    if found is None or found.end < len(text) or not _is_formula(delimiter, found):
        return False
    if silent:
        return True
    token = state.push(BLOCK, "math", 0)
    token.content, token.markup = delimiter.tex(found), delimiter.opening
    token.map, token.block = [first, last + 1], True
    token.meta = {"printed": delimiter.printed(found.tex)}
    state.line = last + 1
    return True


def _closing_line(
    state: StateBlock, first: int, end: int, delimiter: _Delimiter
) -> int | None:
    """Return the line with the first closing mark; None if none can be meant."""
    start = state.bMarks[first] + state.tShift[first] + delimiter.length
    position = delimiter.next_closing(state.src, start, state.env)
    if position is None:
        return None
    last = bisect_right(state.bMarks, position, lo=first) - 1
    if last >= min(end, first + MAX_LINES):
        return None
    is_broken = any(
        state.isEmpty(line) or state.sCount[line] < state.blkIndent
        for line in range(first + 1, last + 1)
    )
    return None if is_broken else last
