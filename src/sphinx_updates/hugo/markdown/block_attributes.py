"""Attributes of blocks: a line in braces below a paragraph, a list, a table, a rule.

Also pictures that stand alone: without a paragraph around them attributes are theirs.
Source: hugo.md 5.3, compared with Hugo 0.168 case by case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.markdown.attributes import as_html, read_attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_LINE: Final = "block_attributes"
# These have attributes of their own, or none.
_WITHOUT: Final = ("fence", "html_block", "footnote_reference_close")


def block_attributes_plugin(md: MarkdownIt) -> None:
    """Read the lines of attributes, and give each to the block above it."""
    md.block.ruler.before(
        "code",
        _LINE,
        _read_line,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    md.core.ruler.push(_LINE, _give)


def standalone_images_plugin(md: MarkdownIt) -> None:
    """Take pictures out of paragraphs that hold nothing else."""
    before = _LINE if _LINE in md.core.ruler.get_active_rules() else None
    if before:
        md.core.ruler.before(before, "standalone_images", _unwrap)
    else:
        md.core.ruler.push("standalone_images", _unwrap)


def _read_line(
    state: StateBlock,
    startLine: int,  # noqa: N803 - markdown-it names its arguments
    _endLine: int,  # noqa: N803
    silent: bool,
) -> bool:
    if state.is_code_block(startLine):
        return False
    start = state.bMarks[startLine] + state.tShift[startLine]
    text = state.src[start : state.eMarks[startLine]]
    if not text.startswith("{") or (found := read_attributes(text)) is None:
        return False
    if not silent:
        token = state.push(_LINE, "", 0)
        token.map, token.hidden = [startLine, startLine + 1], True
        is_apart = startLine == 0 or state.isEmpty(startLine - 1)
        token.meta = {"attributes": {} if is_apart else as_html(found[0])}
        state.line = startLine + 1
    return True


def _give(state: StateCore) -> None:
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type != _LINE:
            tokens.append(token)
            continue
        owner = _owner(tokens, token.level)
        if owner is not None:
            for name, value in token.meta["attributes"].items():
                has_own_id = name == "id" and owner.type == "heading_open"
                if name not in owner.attrs and not has_own_id:
                    owner.attrs[name] = value
    state.tokens = tokens


def _owner(tokens: list[Token], level: int) -> Token | None:
    """Return the token of the block that ends the *tokens*, on its *level*."""
    if not tokens or tokens[-1].level != level or tokens[-1].type in _WITHOUT:
        return None
    last = tokens[-1]
    if last.nesting == 0:
        is_picture = last.type == "inline" and last.children
        return last.children[0] if is_picture and last.children else last
    if last.nesting > 0:
        return None
    opening = last.type.removesuffix("close") + "open"
    return next(
        (t for t in reversed(tokens) if t.type == opening and t.level == level), None
    )


def _unwrap(state: StateCore) -> None:
    tokens: list[Token] = []
    skipped = False
    for token in state.tokens:
        if skipped:
            skipped = False
            continue
        if token.type == "inline" and tokens and tokens[-1].type == "paragraph_open":
            kinds = [child.type for child in token.children or []]
            if kinds == ["image"]:
                token.level = tokens.pop().level
                skipped = True
        tokens.append(token)
    state.tokens = tokens
