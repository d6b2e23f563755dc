"""Lines of HTML, as themes print an argument without reading Markdown in it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG: Final = re.compile(r"(<!--.*?-->|</?[A-Za-z][^<>]*>)", re.DOTALL)
_NO_CLASS: Final = re.compile(r"[^\w-]+")


def inline_html(text: str) -> list[nodes.Node]:
    """Return HTML as inline nodes: its text for every writer, its tags for HTML."""
    made: list[nodes.Node] = []
    for number, part in enumerate(_TAG.split(text)):
        if number % 2:
            if not part.startswith("<!--"):
                made.append(nodes.raw("", part, format="html"))
        elif part:
            made.append(nodes.Text(unescape(part)))
    return made


def css_class(prefix: str, value: str) -> str:
    """Return *prefix* and a value of an author as one class that every writer takes."""
    return f"{prefix}{_NO_CLASS.sub('-', value.strip()).lower()[:60]}"


def one_line(blocks: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return the phrases of *blocks* in one line; what is no paragraph is left out."""
    made: list[nodes.Node] = []
    for block in blocks:
        if isinstance(block, nodes.paragraph):
            made += [nodes.Text(" ")] if made else []
            made += block.children
    return made
