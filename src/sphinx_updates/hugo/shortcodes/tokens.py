"""Placeholder words become tokens again, after Markdown has been read.

Before Markdown every opaque call is one word (:mod:`.expansion`). After inline
parsing each word stands in some token, and what it turns into depends on where:
in text a ``shortcode_inline`` token, alone in its paragraph a ``shortcode`` token,
in code, link, image and HTML tokens its text. ``token.meta["item"]`` is the call.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from sphinx_updates.hugo.shortcodes.expansion import Placeholders
    from sphinx_updates.hugo.shortcodes.nodes import Broken, Call

LINE_MAP = "updates_lines"
"""Key in the markdown-it environment: the original line of each line of the text."""

LINE = "updates_line"
"""Key in the meta of links, images and tags: their original line, 0-based."""

LINES = "updates_lines"
"""Key in the meta of raw HTML: the original line of each of its lines, 0-based."""


class Texts(Protocol):
    """What calls are where only text can stand."""

    def text_of(self, item: Call | Broken, /) -> str:
        """Return a call as it stands in code."""

    def address_of(self, item: Call | Broken, /) -> str:
        """Return a call as the destination of a link."""

    def html_of(self, item: Call | Broken, /) -> str:
        """Return a call as it stands in a tag of raw HTML."""


_RULE = "shortcodes"
CALL_RULES = (_RULE, "original_lines")
"""The rules that :func:`shortcode_plugin` adds."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def shortcode_plugin(md: MarkdownIt, placeholders: Placeholders, texts: Texts) -> None:
    """Resolve the words of *placeholders* and map lines back to the page.

    Rules are pushed last, so that they see what every other rule has made.
    """
    md.core.ruler.push(_RULE, _resolving(placeholders, texts))
    md.core.ruler.push("original_lines", _map_lines)


def switch_placeholders(
    md: MarkdownIt, placeholders: Placeholders, texts: Texts
) -> None:
    """Resolve the words of *placeholders* instead: those of another text."""
    md.core.ruler.at(_RULE, _resolving(placeholders, texts))


def _resolving(placeholders: Placeholders, texts: Texts) -> Callable[[StateCore], None]:
    def resolve(state: StateCore) -> None:
        _Resolver(placeholders, texts).resolve(state)

    return resolve


def _map_lines(state: StateCore) -> None:
    lines: tuple[int, ...] | None = state.env.get(LINE_MAP)
    if not lines:
        return
    last = len(lines) - 1
    for token in state.tokens:
        if token.map:
            start, end = token.map
            begin = lines[min(start, last)]
            token.map = [begin, max(begin, lines[min(max(end - 1, start), last)]) + 1]
            if token.type == "html_block":
                token.meta = {**token.meta, LINES: lines[start:end] or (begin,)}
            _note_lines(token.children or [], start, lines)


def _note_lines(children: list[Token], line: int, lines: tuple[int, ...]) -> None:
    """Note on links, images and tags which line of their paragraph they stand on."""
    for child in children:
        if child.type in ("link_open", "image", "html_inline"):
            child.meta = {**child.meta, LINE: lines[min(line, len(lines) - 1)]}
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type in ("html_inline", "math_inline"):
            line += child.content.count("\n")
        for inner in child.children or []:
            line += inner.type in ("softbreak", "hardbreak")


class _Resolver:
    """One pass over the tokens of a page or of a piece of inner content."""

    def __init__(self, placeholders: Placeholders, texts: Texts) -> None:
        self._placeholders = placeholders
        self._texts = texts

    def resolve(self, state: StateCore) -> None:
        tokens: list[Token] = []
        for token in state.tokens:
            self._attributes(token)
            if token.type == "inline":
                token.children = list(self._inline(token.children or []))
                token.content = self._text(token.content)
            elif token.type == "html_block" and self._has(token.content):
                tokens.extend(self._html_block(token))
                continue
            elif not _is_directive(token):
                token.content = self._text(token.content)
                token.info = self._text(token.info)
            tokens.append(token)
        state.tokens = list(_unwrap(tokens))
        for reference in state.env.get("references", {}).values():
            reference["href"] = self._url(reference["href"])

    def _has(self, text: str) -> bool:
        return self._placeholders.contains(text)

    def _text(self, text: str) -> str:
        return self._placeholders.fill(text, self._texts.text_of)

    def _url(self, url: str) -> str:
        """Return *url* with its calls replaced."""
        return self._placeholders.fill(url, self._texts.address_of)

    def _html(self, html: str) -> str:
        return self._placeholders.fill(html, self._texts.html_of)

    def _attributes(self, token: Token) -> None:
        for name, value in token.attrs.items():
            if isinstance(value, str):
                token.attrs[name] = self._url(value)

    def _inline(self, children: list[Token]) -> Iterator[Token]:
        for token in children:
            self._attributes(token)
            if token.type == "text" and self._has(token.content):
                yield from self._split_text(token)
                continue
            if token.type == "image":
                for inner in token.children or []:
                    inner.content = self._text(inner.content)
            if token.type == "html_inline":
                token.content = self._html(token.content)
            token.content = self._text(token.content)
            yield token

    def _split_text(self, token: Token) -> Iterator[Token]:
        for piece in self._placeholders.split(token.content):
            if isinstance(piece, str):
                part = token.copy()
                part.content = piece
                yield part
            else:
                yield Token("shortcode_inline", "", 0, meta={"item": piece})

    def _html_block(self, token: Token) -> Iterator[Token]:
        """Split raw HTML at its calls, unless a call stands inside a tag.

        A comment disappears with what is in it, as Hugo's does once rendered.
        """
        pending = ""
        line = 0
        for piece in self._placeholders.split(_COMMENT.sub("", token.content)):
            if isinstance(piece, str):
                pending += piece
            elif pending.rfind("<") > pending.rfind(">"):
                pending += self._texts.html_of(piece)
            else:
                if pending.strip():
                    yield _html(token, pending, line)
                line += pending.count("\n")
                pending = ""
                yield Token(
                    "shortcode", "", 0, map=token.map, meta={"item": piece}, block=True
                )
        if pending.strip():
            yield _html(token, pending, line)


def _is_directive(token: Token) -> bool:
    """Say whether *token* is a MyST directive: its content is parsed by itself."""
    return token.type in ("fence", "colon_fence") and token.info.lstrip().startswith(
        "{"
    )


def _html(token: Token, html: str, line: int) -> Token:
    """Return the part *html* of *token*, which begins on its line *line*."""
    part = token.copy()
    part.content = html
    if token.map:
        part.map = [min(token.map[0] + line, token.map[1] - 1), token.map[1]]
    return part


def _unwrap(tokens: list[Token]) -> Iterator[Token]:
    """Take a call that is alone in its paragraph out of it, as Hugo drops the <p>."""
    position = 0
    in_task = False
    while position < len(tokens):
        token = tokens[position]
        # In a tight list there is no <p> that could be dropped.
        if token.type == "paragraph_open" and not token.hidden:
            inline = tokens[position + 1]
            calls = [c for c in inline.children or [] if c.type == "shortcode_inline"]
            if len(calls) == 1 and len(inline.children or []) == 1 and not in_task:
                yield Token(
                    "shortcode", "", 0, map=token.map, meta=calls[0].meta, block=True
                )
                position += 3
                continue
        # The box of a task stands in the item's first paragraph.
        in_task = token.type == "list_item_open" and "checked" in (token.meta or {})
        yield token
        position += 1
