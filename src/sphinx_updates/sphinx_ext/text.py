"""The plain text of document nodes, as a reader would say it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.dialect_nodes import LineBreak

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def plain_text(node: nodes.Node) -> str:
    """Return the text of *node* without markup.

    ``astext`` also gives the tags of raw HTML, and what is raw for another format.
    """
    if isinstance(node, nodes.raw):
        is_html = "html" in node.get("format", "").split()
        return unescape(_TAG.sub("", str(node.astext()))) if is_html else ""
    if isinstance(node, nodes.Text | LineBreak):
        return str(node.astext())
    separator = getattr(node, "child_text_separator", "")
    return str(separator.join(filter(None, map(plain_text, node.children))))


def plain_lines(blocks: Iterable[nodes.Node]) -> str:
    """Return the text of *blocks*, one line each; blocks without text are left out."""
    return "\n".join(filter(None, (" ".join(plain_text(b).split()) for b in blocks)))


def without_tags(html: str) -> str:
    """Return the text of a piece of HTML, such as the title that themes are given."""
    return unescape(_TAG.sub("", html)).strip()
