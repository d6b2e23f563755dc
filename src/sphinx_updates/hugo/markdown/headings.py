"""Headings: the attributes that authors write, and the ids that Hugo makes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.anchors import HeadingIds
from sphinx_updates.hugo.markdown.attributes import as_html, read_attributes
from sphinx_updates.hugo.markdown.passthrough import VERBATIM

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from sphinx_updates.hugo.site.settings import HugoSettings

HEADING_IDS = "updates_heading_ids"
"""Key in the markdown-it environment: the ids that the last parse has given."""

_BRACE: Final = re.compile(r"(?<!\\)\{")
_CLOSING: Final = re.compile(r"(?:^|[ \t]+)#+[ \t]*\Z")
_TEXT: Final = ("text", "text_special", "code_inline", "math_inline")


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

    Braces that hold no attributes stay text, and ``on…`` handlers are dropped.
    Source: hugo.md 5.3, run on Hugo 0.168.
    """
    lines: list[str] | None = None
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or "{" not in inline.content:
            continue
        is_atx = opening.markup.startswith("#")
        if is_atx and opening.map:
            # Behind a closing sequence of # they are text.
            lines = lines or state.src.split("\n")
            if not lines[opening.map[0]].rstrip().endswith("}"):
                continue
        text = inline.content.rstrip()
        for match in _BRACE.finditer(text):
            found = read_attributes(text, match.start())
            if found is None or found[1] != len(text):
                continue
            text = text[: match.start()].rstrip()
            inline.content = _CLOSING.sub("", text) if is_atx else text
            for key, value in as_html(found[0]).items():
                opening.attrSet(key, value)
            break


def heading_text(inline: Token) -> str:
    """Return the plain text of a heading's inline token: what its id is made from.

    Markup is gone, the alternative text of images and the text of code stay; an
    autolink and what passes through count for nothing. Of several lines only the last
    counts. Source: hugo.md 5.2, and run on Hugo 0.168.
    """
    parts: list[str] = []
    in_autolink = False
    for token in inline.children or []:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            in_autolink = token.type == "link_open"
        elif in_autolink or token.info == VERBATIM:
            continue
        elif token.type in _TEXT:
            parts.append(token.content)
        elif token.type == "emoji":
            parts.append(f":{token.markup}:")
        elif token.type == "image":
            parts.append(heading_text(token))
        elif token.type in ("softbreak", "hardbreak"):
            parts.clear()
    return "".join(parts)


def _assign_heading_ids(tokens: list[Token], settings: HugoSettings) -> HeadingIds:
    ids = HeadingIds(settings.heading_id_style)
    for token, inline in pairwise(tokens):
        is_heading = token.type == "heading_open"
        if not is_heading and not (settings.term_ids and token.type == "dt_open"):
            continue
        name = str(token.attrGet("id") or "")
        if name:
            ids.reserve(name)
        elif settings.auto_heading_ids or not is_heading:
            name = ids.make(heading_text(inline))
        token.meta = {**token.meta, "id": name}
    return ids
