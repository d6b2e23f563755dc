"""A list of the headings of the page, made when all of them are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxContentsFilter

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DEPTH = 2
"""How many levels of headings Hugo lists: the second and the third."""


class PageContents(nodes.General, nodes.Element):
    """Where the headings of the page are to be listed."""


def fill_contents(_app: Sphinx, doctree: nodes.document) -> None:
    """Replace every :class:`PageContents` by the list; drop its box if it is empty."""
    places = list(doctree.findall(PageContents))
    if not places:
        return
    for place in places:
        entries = _entries(doctree, _top(doctree), DEPTH)
        if entries is not None:
            place.replace_self(entries)
        else:
            place.parent.parent.remove(place.parent)


def _top(doctree: nodes.document) -> nodes.Element:
    """Return the section that the page's title opens."""
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    return sections[0] if len(sections) == 1 else doctree


def _entries(
    doctree: nodes.document, parent: nodes.Element, depth: int
) -> nodes.bullet_list | None:
    sections = [node for node in parent.children if isinstance(node, nodes.section)]
    if not sections or not depth:
        return None
    entries = nodes.bullet_list()
    for section in sections:
        title = next(iter(section.findall(nodes.title)), None)
        if title is None or not section["ids"]:
            continue
        # Without links and footnotes: an entry is a link itself.
        words = SphinxContentsFilter(doctree)
        title.walkabout(words)
        link = nodes.reference(
            "", "", *words.get_entry_text(), refid=section["ids"][0], internal=True
        )
        item = nodes.list_item("", nodes.paragraph("", "", link))
        if (inner := _entries(doctree, section, depth - 1)) is not None:
            item += inner
        entries += item
    return entries if entries.children else None


def setup_contents(app: Sphinx) -> None:
    """Fill the lists when a page is read, behind what counts its words."""
    app.connect("doctree-read", fill_contents, priority=450)
