"""What the domain keeps of one document between builds: plain data, that pickles.

Beside it is what a document says of itself: its fragments and what it refers to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from sphinx_updates.hugo.html_tokens import ids_in
from sphinx_updates.sphinx_ext.directives.parts.terms import TermReference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.blog.post import Post
    from sphinx_updates.sphinx_ext.link_resolver import Destination
    from sphinx_updates.sphinx_ext.listings.spec import ListingSpec

TERM_MARK = "#"
"""What a term begins with among the names that a page refers to."""


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, a category or an author, by the label that posts use."""

    name: str
    """As it is shown."""
    docname: str = ""
    """Its page; empty if it has none."""


@dataclass(slots=True)
class PageData:
    """What is kept of one document between builds; plain data."""

    posts: tuple[Post, ...] = ()
    """The records of its posts: one, unless it is a page of the docs with several."""
    refers_to: frozenset[str] = frozenset()
    """The documents, labels and terms that the page refers to, as it names them."""
    anchors: dict[str, str] = field(default_factory=dict)
    """The id that each fragment leads to."""
    calls: dict[str, str] = field(default_factory=dict)
    """What answered each shortcode that the page calls."""
    links: dict[str, Destination | None] = field(default_factory=dict)
    """Where each link of the page led at the last build; None when it is new."""
    summary_links: dict[str, str] = field(default_factory=dict)
    """Where in the file each link of the summary stands, which no page shows whole."""
    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    """What it was told of other pages while it was read; see ``lookups``."""
    fingerprint: tuple[str, ...] = ()
    """The file and the bundle the page was read from."""
    has_list: bool = False
    """Whether the page lists posts by a directive of ABlog."""
    listings: tuple[ListingSpec, ...] = ()
    """The lists of posts on the page."""
    published: dict[str, str] = field(default_factory=dict)
    """The site paths of files that its templates made, and where each is kept."""

    @property
    def paginated(self) -> ListingSpec | None:
        """The one list of posts on the page that may have further pages."""
        return next((spec for spec in self.listings if spec.page_size), None)

    @property
    def lists_posts(self) -> bool:
        """Whether the page lists posts by itself."""
        return self.has_list or bool(self.listings)


def anchors_of(
    doctree: nodes.document, slugs: Mapping[str, tuple[int, str, str]]
) -> dict[str, str]:
    """Return the id that each fragment leads to: ids, MyST's slugs, ids in raw HTML.

    :param slugs: By MyST's slug: its line, its id and the heading's text.
    """
    anchors: dict[str, str] = {name: name for name in doctree.ids}
    for element in doctree.findall(nodes.Element):
        ids: list[str] = element.get("ids", [])
        anchors.update(zip(ids, ids, strict=True))
    for slug, (_line, anchor, _text) in slugs.items():
        anchors.setdefault(slug, anchor)
    for raw in doctree.findall(nodes.raw):
        if "html" in raw.get("format", "").split():
            anchors.update((name, name) for name in ids_in(raw.astext()))
    return anchors


def references_of(docname: str, doctree: nodes.document) -> frozenset[str]:
    """Return the documents, labels and terms that a page names and may show."""
    named: set[str] = set()
    for node in doctree.findall(addnodes.pending_xref):
        if node["reftype"] == "doc":
            named.add(docname_join(node.get("refdoc", docname), node["reftarget"]))
        elif node.get("refdomain") == "doc":
            named.add(node["reftarget"])
        elif node["reftype"] == "ref":
            named.add(f"label {node['reftarget']}")
    for term in doctree.findall(TermReference):
        named.add(f"{TERM_MARK}{term['kind']} {term['label']}")
    return frozenset(named)
