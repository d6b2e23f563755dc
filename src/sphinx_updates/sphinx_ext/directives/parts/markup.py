"""Lines of HTML, as themes print an argument without reading Markdown in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_NODES: Final[dict[str, type[nodes.TextElement]]] = {
    "b": nodes.strong,
    "code": nodes.literal,
    "em": nodes.emphasis,
    "i": nodes.emphasis,
    "strong": nodes.strong,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
}
_MAX_DEPTH: Final = 10
_NO_CLASS: Final = re.compile(r"[^\w-]+")


def inline_html(text: str) -> list[nodes.Node]:
    """Return a line of HTML as inline nodes.

    Text and common markup are there for every writer, any other tag for HTML alone.
    """
    reader = _InlineReader()
    reader.feed(text)
    reader.close()
    return list(reader.root.children)


class _InlineReader(HTMLParser):
    """Puts what it reads into :attr:`root`; tags that do not match are closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = nodes.inline()
        self._open: list[tuple[str, nodes.Element]] = [("", self.root)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NODES and not attrs and len(self._open) < _MAX_DEPTH:
            node = _NODES[tag]()
            self._open[-1][1].append(node)
            self._open.append((tag, node))
        else:
            self._add_tag(self.get_starttag_text() or "")

    def handle_startendtag(
        self,
        tag: str,  # noqa: ARG002 - of the parent class
        attrs: list[tuple[str, str | None]],  # noqa: ARG002
    ) -> None:
        self._add_tag(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1][0] == tag:
            self._open.pop()
        elif tag not in _NODES:
            self._add_tag(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._open[-1][1].append(nodes.Text(data))

    def _add_tag(self, tag: str) -> None:
        self._open[-1][1].append(nodes.raw("", tag, format="html"))


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


def phrases(request: Request, text: str) -> list[nodes.Node]:
    """Return Markdown as inline nodes, for a place that holds a line and no more.

    Paragraphs stand one behind the other; text with lists or code stays as written.
    """
    made = request.parse_inline(text)
    if not any(isinstance(node, nodes.Body | nodes.rubric) for node in made):
        return made
    if all(isinstance(node, nodes.paragraph) for node in made):
        return one_line(made)
    return [nodes.Text(text)]
