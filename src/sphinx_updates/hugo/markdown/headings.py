"""Headings: the attributes that authors write, and the ids that Hugo makes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from mdit_py_plugins.attrs.parse import ParseError, parse

from sphinx_updates.hugo.anchors import HeadingIds

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from sphinx_updates.hugo.site.settings import HugoSettings

HEADING_IDS = "updates_heading_ids"
"""Key in the markdown-it environment: the ids that the last parse has given."""

_TRAILING_ATTRIBUTES = re.compile(r"[ \t]*(\{[^{}\n]*\})[ \t]*$")


def heading_attributes_plugin(md: MarkdownIt) -> None:
    """Read attributes at the end of headings."""
    md.core.ruler.before("inline", "heading_attributes", _read_heading_attributes)


def note_heading_ids(md: MarkdownIt, settings: HugoSettings) -> None:
    """Give every heading its id of Hugo, as ``meta["id"]``; empty for none.

    Push it last: an id is made from what every other rule leaves. Each parse counts
    for itself, as Hugo's inner content does, and leaves its ids in the environment
    under :data:`HEADING_IDS`.
    """

    def _note(state: StateCore) -> None:
        state.env[HEADING_IDS] = _assign_heading_ids(state.tokens, settings)

    md.core.ruler.push("heading_ids", _note)


def _read_heading_attributes(state: StateCore) -> None:
    """Move ``{#id .class key=value}`` from a heading's end to its attributes.

    Braces without ``#``, ``.`` or ``=`` stay text, and ``on…`` handlers are dropped.
    Source: hugo.md 5.3, run on Hugo 0.168.
    """
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or "{" not in inline.content:
            continue
        match = _TRAILING_ATTRIBUTES.search(inline.content)
        if match is None or not re.search(r"[#.=]", match[1]):
            continue
        try:
            _end, attributes = parse(match[1])
        except ParseError:
            continue
        inline.content = inline.content[: match.start()]
        for key, value in attributes.items():
            if not key.lower().startswith("on"):
                opening.attrSet(key, value)


def heading_text(inline: Token) -> str:
    """Return the plain text of a heading's inline token: what its id is made from.

    Markup is gone, the alternative text of images and the text of code stay; an
    autolink counts for nothing. Source: hugo.md 5.2, and run on Hugo 0.168.
    """
    parts: list[str] = []
    in_autolink = False
    for token in inline.children or []:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            in_autolink = token.type == "link_open"
        elif in_autolink:
            continue
        elif token.type in ("text", "text_special", "code_inline", "math_inline"):
            parts.append(token.content)
        elif token.type == "image":
            parts.append(heading_text(token))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _assign_heading_ids(tokens: list[Token], settings: HugoSettings) -> HeadingIds:
    ids = HeadingIds(settings.heading_id_style)
    for token, inline in pairwise(tokens):
        if token.type != "heading_open":
            continue
        explicit = token.attrGet("id")
        if explicit:
            ids.reserve(str(explicit))
        name = str(explicit) if explicit else ids.make(heading_text(inline))
        token.meta = {**token.meta, "id": name}
    return ids
