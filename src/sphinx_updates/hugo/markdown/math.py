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
from markdown_it.token import Token

from sphinx_updates.hugo.markdown.money import is_display_formula, is_inline_formula
from sphinx_updates.hugo.markdown.passthrough import VERBATIM, passthrough_plugin
from sphinx_updates.hugo.markdown.tex import Formula, find_mark, read_formula

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence
    from typing import Any

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

    from sphinx_updates.hugo.site.settings import HugoSettings

MAX_LINES: Final = 300
"""How many lines a formula between paragraphs may have: a bound for the search."""

_INLINE: Final = "math_inline"
_DISPLAY: Final = "math_inline_double"
_BREAKS: Final = ("softbreak", "hardbreak")
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
    md.core.ruler.after("inline", "math_places", _place_math)
    for name in (_INLINE, _DISPLAY, "math_block"):
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
    if match is None or text[:start].endswith("\\"):
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
        token = state.push(_DISPLAY if delimiter.is_display else _INLINE, "math", 0)
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
        before, after = text[: state.pos][-1:], text[found.end : found.end + 1]
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
    token = state.push("math_block", "math", 0)
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


def _place_math(state: StateCore) -> None:
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
                tokens.extend(_split(tokens.pop(), token))
                is_closing = True
                continue
        tokens.append(token)
    state.tokens = tokens


def _is_display(token: Token) -> bool:
    return token.type == _DISPLAY


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
                child.type = _INLINE


def _alternative(token: Token) -> Iterator[Token]:
    """Yield what *token* is in the text of an image: passthrough leaves nothing."""
    if token.type not in (_INLINE, _DISPLAY):
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
            block = Token("math_block", "math", 0, content=child.content, block=True)
            block.map, block.level = [line, line + lines + 1], opening.level
            block.markup, block.info, block.meta = child.markup, child.info, child.meta
            yield block
            part, begin = [], line + lines
        else:
            part.append(child)
        line += lines
    yield from _paragraph(opening, inline, part, [begin, line + 1])


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
