"""Definition lists: terms, and definitions that begin with ``: ``.

Source: goldmark extension/definition_list.go, compared with Hugo 0.168. The plugin of
markdown-it follows Pandoc, with other markers, one term, and no blank lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_UNDERLINE: Final = re.compile(r"(?:=+|-+)[ \t]*")
_CODE_INDENT: Final = 8
"""So many blanks behind the colon begin indented code."""


def definition_lists_plugin(md: MarkdownIt) -> None:
    """Read definition lists."""
    md.block.ruler.before(
        "lheading", "deflist", _read_list, {"alt": ["paragraph", "reference"]}
    )


def _read_list(
    state: StateBlock,
    startLine: int,  # noqa: N803 - markdown-it names its arguments
    endLine: int,  # noqa: N803
    silent: bool,
) -> bool:
    if silent:
        # A definition ends where the next one of its own list begins.
        return state.ddIndent >= 0 and _offset(state, startLine, state.ddIndent) > 0
    base = state.blkIndent
    marker = _find_marker(state, startLine, endLine, base)
    if marker is None:
        return False
    token = state.push("dl_open", "dl", 1)
    token.map = lines = [startLine, 0]
    line = startLine
    while marker is not None:
        for term in range(line, marker):
            if not state.isEmpty(term):
                _push_term(state, term, base)
        line = marker
        while _offset(state, line, base):
            after = line = _read_definition(state, line, endLine, base)
            while line < endLine and state.isEmpty(line):
                line += 1
            if line >= endLine or not _offset(state, line, base):
                break
        marker = None
        if line < endLine:
            marker = _find_marker(state, line, endLine, base)
    state.push("dl_close", "dl", -1)
    lines[1] = state.line = after
    return True


def _push_term(state: StateBlock, line: int, base: int) -> None:
    state.push("dt_open", "dt", 1).map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.map, inline.children = [line, line + 1], []
    inline.content = state.getLines(line, line + 1, base, False).strip()
    state.push("dt_close", "dt", -1)


def _find_marker(state: StateBlock, line: int, end: int, base: int) -> int | None:
    """Return the line of the first definition below the terms that begin at *line*."""
    if state.sCount[line] - base > 3 or _offset(state, line, base):
        return None
    rules = state.md.block.ruler.getRules("paragraph")
    line += 1
    while line < end and not state.isEmpty(line):
        if state.sCount[line] < base:
            return None
        if _offset(state, line, base):
            return line
        if _is_underline(state, line) or any(
            rule(state, line, end, True) for rule in rules if rule is not _read_list
        ):
            return None
        line += 1
    while line < end and state.isEmpty(line):
        line += 1
    return line if line < end and _offset(state, line, base) else None


def _is_underline(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return _UNDERLINE.fullmatch(state.src, start, state.eMarks[line]) is not None


def _offset(state: StateBlock, line: int, base: int) -> int:
    """Return where the text of a definition begins, from *base*; 0 for none."""
    start = state.bMarks[line] + state.tShift[line]
    if state.sCount[line] != base or not state.src.startswith(
        ":", start, state.eMarks[line]
    ):
        return 0
    column = 1
    position = start + 1
    while position < state.eMarks[line] and state.src[position] in " \t":
        column += 4 - (base + column) % 4 if state.src[position] == "\t" else 1
        position += 1
    width = column - 1
    if not width or position >= state.eMarks[line]:
        return 0
    return 1 + (5 if width >= _CODE_INDENT else width)


def _read_definition(state: StateBlock, line: int, end: int, base: int) -> int:
    """Read one definition, and return the line behind it."""
    offset = _offset(state, line, base)
    start = state.bMarks[line] + state.tShift[line]
    position = start + 1
    column = base + 1
    while position < state.eMarks[line] and column < base + offset:
        column += 4 - column % 4 if state.src[position] == "\t" else 1
        position += 1
    rest = position
    while rest < state.eMarks[line] and state.src[rest] in " \t":
        rest += 1
    token = state.push("dd_open", "dd", 1)
    token.map = lines = [line, 0]
    first = len(state.tokens)
    kept = (state.blkIndent, state.ddIndent, state.tShift[line], state.sCount[line])
    kept_parent, kept_tight = state.parentType, state.tight
    state.ddIndent, state.blkIndent = base, base + offset
    state.tShift[line] = rest - state.bMarks[line]
    state.sCount[line] = column + (rest - position)
    state.parentType, state.tight = "deflist", True
    state.md.block.tokenize(state, line, end)
    state.blkIndent, state.ddIndent, state.tShift[line], state.sCount[line] = kept
    state.parentType, state.tight = kept_parent, kept_tight
    if not state.isEmpty(line - 1):
        _tighten(state, first)
    state.push("dd_close", "dd", -1)
    lines[1] = state.line
    behind = state.line
    while behind > line + 1 and state.isEmpty(behind - 1):
        behind -= 1
    return behind


def _tighten(state: StateBlock, first: int) -> None:
    """Hide the first paragraph of a definition, whose tokens begin at *first*."""
    for index in range(first, len(state.tokens)):
        token = state.tokens[index]
        if token.level == state.level and token.type == "paragraph_open":
            token.hidden = state.tokens[index + 2].hidden = True
            return
