"""What a phrase of raw HTML is where there is no HTML: inline nodes.

Text, links and pictures stay; what only a browser can run is a link or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.hugo.links import is_dangerous, is_external, is_malformed
from sphinx_updates.sphinx_ext.dialect_nodes import LineBreak, Marked, TaskBox
from sphinx_updates.sphinx_ext.media import FileAddress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Address = str | nodes.Node
"""Where something leads: as it is written, or a node for an address of this site."""

_PHRASES: Final[dict[str, type[nodes.TextElement]]] = {
    "b": nodes.strong,
    "cite": nodes.emphasis,
    "code": nodes.literal,
    "dfn": nodes.emphasis,
    "em": nodes.emphasis,
    "i": nodes.emphasis,
    "kbd": nodes.literal,
    "samp": nodes.literal,
    "strong": nodes.strong,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
    "tt": nodes.literal,
    "var": nodes.emphasis,
}
_MARKED: Final = ("del", "ins", "mark", "s", "small", "strike", "u")
_LENGTH: Final = re.compile(r"\d{1,5}(?:\.\d{1,3})?(?:%|px|em|rem|pt|cm|mm|in)?")


@dataclass(slots=True)
class Element:
    """An element of HTML and its content, which is nodes by now."""

    name: str
    attributes: dict[str, Address] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    """The addresses of this site as the author wrote them, by attribute."""
    children: list[nodes.Node] = field(default_factory=list)
    sources: list[tuple[Address, str]] = field(default_factory=list)
    """The files of a player, each with what the author wrote."""

    def text(self, name: str) -> str:
        """Return an attribute that is text; empty if there is none."""
        value = self.attributes.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    @property
    def has_blocks(self) -> bool:
        """Whether something in it cannot stand in a line."""
        return any(map(is_block, self.children))


def is_block(node: nodes.Node) -> bool:
    """Say whether *node* cannot stand in a line, but on its own or in a list."""
    return not isinstance(node, nodes.Text | nodes.Inline | nodes.image)


def make_phrase(element: Element) -> list[nodes.Node]:
    """Return what *element*, an inline one or an unknown one, is."""
    if maker := _MAKERS.get(element.name):
        return maker(element)
    children = element.children
    if element.has_blocks or not children:
        return children
    if element.name in _PHRASES:
        return [_PHRASES[element.name]("", "", *children)]
    if element.name in _MARKED:
        return [Marked("", "", *children, tag=element.name)]
    return children


def trim(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return phrases without blanks and ends of lines at both their ends."""
    kept = list(children)
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    if kept and isinstance(kept[0], nodes.Text):
        kept[0] = nodes.Text(kept[0].lstrip())
    if kept and isinstance(kept[-1], nodes.Text):
        kept[-1] = nodes.Text(kept[-1].rstrip())
    return kept


def _is_blank(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Text):
        return not node.strip()
    return isinstance(node, LineBreak)


def in_a_line(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *children* as one line of phrases: a block is its text."""
    phrases: list[nodes.Node] = []
    for child in children:
        if is_block(child):
            phrases.append(nodes.Text(f" {' '.join(child.astext().split())} "))
        elif isinstance(child, LineBreak):
            phrases.append(nodes.Text(" "))
        else:
            phrases.append(child)
    return trim(phrases)


def linked(
    address: Address, children: Sequence[nodes.Node], written: str = ""
) -> list[nodes.Node]:
    """Return a link around *children*; *children* alone if it leads nowhere."""
    if isinstance(address, nodes.reference):
        link = address.copy()
        link.extend(children)
        return [link]
    if isinstance(address, FileAddress):
        # A book has no such file beside it: its name has to do.
        name = nodes.literal(written, written)
        return [*children, nodes.Text(" ("), name, nodes.Text(")")]
    if isinstance(address, str) and _is_web(address):
        url = f"https:{address}" if address.startswith("//") else address
        return [nodes.reference("", "", *children, refuri=url)]
    return list(children)


def _is_web(url: str) -> bool:
    return is_external(url) and not is_dangerous(url) and not is_malformed(url)


def _link(element: Element) -> list[nodes.Node]:
    address = element.attributes.get("href", "")
    written = element.written.get("href", "")
    if not element.children:
        return []
    if not element.has_blocks:
        return linked(address, element.children, written)
    for child in element.children:
        if isinstance(child, nodes.paragraph):
            content = list(child.children)
            child.clear()
            child.extend(linked(address, content, written))
    return element.children


def _image(element: Element) -> list[nodes.Node]:
    source = element.attributes.get("src") or element.attributes.get("srcset") or ""
    alt = element.text("alt")
    if isinstance(source, nodes.image):
        image = source.deepcopy()
        image["alt"] = alt
        for side in ("width", "height"):
            size = element.text(side)
            if _LENGTH.fullmatch(size):
                image[side] = f"{size}px" if size[-1].isdigit() else size
        return [image]
    if isinstance(source, str) and source.lower().startswith(("http:", "https:", "//")):
        # Only browsers fetch pictures of others.
        return linked(source, [nodes.Text(alt or source)])
    return [nodes.Text(alt)] if alt else []


def _player(element: Element) -> list[nodes.Node]:
    """Return a link to what a frame or a player shows."""
    found = [
        (element.attributes[name], element.written.get(name, ""))
        for name in ("src", "data")
        if element.attributes.get(name)
    ]
    label = element.text("title") or element.text("aria-label")
    for address, written in (*found, *element.sources):
        shown = written or (address if isinstance(address, str) else "")
        if isinstance(address, FileAddress):
            name = nodes.literal(shown, shown)
            parts = [nodes.Text(f"{label}: "), name] if label else [name]
            return [nodes.paragraph("", "", *parts)]
        if label or shown:
            text = [nodes.Text(label or shown)]
            return [nodes.paragraph("", "", *linked(address, text))]
    return element.children if element.name == "object" else []


def _quotation(element: Element) -> list[nodes.Node]:
    return [nodes.Text("“"), *element.children, nodes.Text("”")]


def _abbreviation(element: Element) -> list[nodes.Node]:
    title = element.text("title")
    if not title or element.has_blocks:
        return element.children
    return [nodes.abbreviation("", "", *element.children, explanation=title)]


def _input(element: Element) -> list[nodes.Node]:
    if element.text("type").lower() != "checkbox":
        return []
    return [TaskBox(checked="checked" in element.attributes)]


_MAKERS: Final[dict[str, Callable[[Element], list[nodes.Node]]]] = {
    "a": _link,
    "abbr": _abbreviation,
    "acronym": _abbreviation,
    "audio": _player,
    "br": lambda _element: [LineBreak()],
    "embed": _player,
    "iframe": _player,
    "img": _image,
    "input": _input,
    "object": _player,
    "q": _quotation,
    "video": _player,
}
