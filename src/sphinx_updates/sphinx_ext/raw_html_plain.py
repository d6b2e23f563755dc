"""Raw HTML for writers that are not a browser's: LaTeX, EPUB, plain text, man pages.

The tags of a paragraph, or of a run of blocks, are put around the nodes between them,
wherever Markdown has cut the HTML: an element opens in one piece and closes in another.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_updates.hugo.html_tokens import RAW, VOID, pieces
from sphinx_updates.sphinx_ext.blocks import lift_blocks
from sphinx_updates.sphinx_ext.dialect_nodes import LineBreak
from sphinx_updates.sphinx_ext.raw_html import RawHtml
from sphinx_updates.sphinx_ext.raw_html_blocks import BLOCKS, as_body, make_nodes
from sphinx_updates.sphinx_ext.raw_html_phrases import Element, in_a_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_updates.hugo.html_tokens import Piece

MAX_DEPTH: Final = 40
"""How deep elements nest in the output; deeper ones are as if they had no tags."""

_MARK: Final = re.compile("\ue0f0([0-9]{1,9})\ue0f1")
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_DROPPED: Final = frozenset({
    "canvas", "frameset", "head", "select", "svg", "template",
}) | (RAW - {"iframe", "textarea", "xmp"})  # fmt: skip

# What an opening tag closes, and what it does not look past.
_ITEM: Final = (("li",), ("ul", "ol", "menu"))
_TERM: Final = (("dt", "dd"), ("dl",))
_CLOSES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "li": _ITEM,
    "dt": _TERM,
    "dd": _TERM,
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr", "td", "th"), ("table",)),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (("thead", "tbody", "tfoot", "tr", "td", "th"), ("table",)),
    ),
}
_AROUND_PARAGRAPH: Final = ("td", "th", "li", "blockquote", "div", "table", "a")


class _Machine:
    """Puts elements around what stands between their tags."""

    def __init__(self) -> None:
        self._open = [Element("")]
        self._ignored: Counter[str] = Counter()

    def add(self, node: nodes.Node) -> None:
        """Add a node that Markdown has made."""
        if isinstance(node, nodes.section):
            # No element reaches from one section into another.
            self._close_to(1)
        self._open[-1].children.append(node)

    def read(self, raw: RawHtml) -> None:
        """Add raw HTML."""
        places = list(raw.places)
        count = 0
        parts: list[str] = []
        for child in raw.children:
            is_text = isinstance(child, nodes.Text)
            parts.append(str(child) if is_text else f"\ue0f0{count}\ue0f1")
            count += not is_text
        html = "".join(parts)
        for piece in pieces(html):
            match piece.kind:
                case "text":
                    self._text(html[piece.start : piece.end])
                case "start":
                    self._start(piece, places)
                case "end":
                    self._end(piece.name)

    def finish(self) -> list[nodes.Node]:
        """Close what is open and return everything."""
        self._close_to(1)
        return self._open[0].children

    def _text(self, text: str) -> None:
        names = [element.name for element in self._open]
        if "iframe" in names:
            return
        text = unescape(text)
        if "pre" not in names:
            text = _BLANKS.sub(" ", text)
        self._open[-1].children.append(nodes.Text(text))

    def _start(self, piece: Piece, places: list[tuple[nodes.Node, str]]) -> None:
        element = _element(piece, places)
        name = element.name
        if name == "source":
            self._source(element)
            return
        if name in _CLOSES:
            self._close_nearest(*_CLOSES[name])
        if name in BLOCKS:
            self._close_nearest(("p",), _AROUND_PARAGRAPH)
        if name in VOID:
            self._open[-1].children.extend(make_nodes(element))
        elif len(self._open) < MAX_DEPTH:
            self._open.append(element)
        else:
            self._ignored[name] += 1

    def _source(self, element: Element) -> None:
        name = "src" if "src" in element.attributes else "srcset"
        if address := element.attributes.get(name):
            written = element.written.get(name, "")
            self._open[-1].sources.append((address, written))

    def _end(self, name: str) -> None:
        if self._ignored[name]:
            self._ignored[name] -= 1
        elif name == "br":
            self._open[-1].children.append(LineBreak())
        else:
            self._close_nearest((name,), ())

    def _close_nearest(self, names: tuple[str, ...], limits: tuple[str, ...]) -> None:
        """Close the outermost of the elements *names* that no *limit* stands before."""
        found = 0
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name in limits:
                break
            if name in names:
                found = depth
                if len(names) == 1:
                    break
        if found:
            self._close_to(found)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            element = self._open.pop()
            if element.name not in _DROPPED:
                self._open[-1].children.extend(make_nodes(element))


def _element(piece: Piece, places: list[tuple[nodes.Node, str]]) -> Element:
    element = Element(piece.name)
    for attribute in piece.attributes:
        name, value = attribute.name, attribute.value
        if name in element.attributes:
            continue
        element.attributes[name] = value
        if (mark := _MARK.search(value)) and int(mark[1]) < len(places):
            element.attributes[name], element.written[name] = places[int(mark[1])]
    return element


def _convert(parent: nodes.Element) -> None:
    """Replace the raw HTML among the children of *parent* by nodes."""
    machine = _Machine()
    for child in parent.children:
        if isinstance(child, RawHtml):
            machine.read(child)
        else:
            machine.add(child)
    made = machine.finish()
    if isinstance(parent, nodes.paragraph):
        pass  # blocks are lifted out of it, when all are there
    elif isinstance(parent, nodes.TextElement):
        made = in_a_line(made)
    else:
        made = as_body(made)
    parent.clear()
    parent.extend(made)


class PlainRawHtml(SphinxPostTransform):
    """Replaces raw HTML by nodes, when its addresses have been resolved."""

    default_priority: ClassVar[int] = 15

    def run(self, **_kwargs: Any) -> None:
        """Convert the document, unless a browser will show it."""
        if is_for_browsers(self.app.builder):
            return
        parents = {id(raw.parent): raw.parent for raw in self.document.findall(RawHtml)}
        if not parents:
            return
        for parent in parents.values():
            _convert(parent)
        lift_blocks(self.document)
        for node in self.document.findall(_has_number):
            self.document.set_id(cast("nodes.Element", node))
        _drop_known_ids(self.document)
        for paragraph in list(self.document.findall(nodes.paragraph)):
            if not paragraph.children and not isinstance(paragraph.parent, nodes.entry):
                paragraph.parent.remove(paragraph)


def _has_number(node: nodes.Node) -> bool:
    """Say whether Sphinx may number *node*, which it asks an id for."""
    return isinstance(node, nodes.figure | nodes.table) and not node["ids"]


def is_for_browsers(builder: Builder) -> bool:
    """Say whether *builder* writes HTML for browsers; a book is XHTML."""
    return builder.format == "html" and "epub" not in builder.name


def _drop_known_ids(document: nodes.document) -> None:
    """Leave each id to the first node that has it."""
    seen: set[str] = set()
    for target in list(document.findall(nodes.target)):
        ids = [name for name in target["ids"] if name not in seen]
        if target["ids"] and not ids and not target.children:
            target.parent.remove(target)
        seen.update(ids)


def setup_plain_raw_html(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(PlainRawHtml)
