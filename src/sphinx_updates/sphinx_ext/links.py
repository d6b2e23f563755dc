"""Links of mounted pages: kept as the author wrote them until every page is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.publish import publishes_in_place
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.builders import Builder

    from sphinx_updates.sphinx_ext.link_resolver import Destination


REFERENCE_TYPE = "link"
"""``reftype`` of our pending references, in the domain ``hugo``."""

_KEPT = ("target", "rel", "reftitle")


def pending_link(
    url: str, docname: str, children: Sequence[nodes.Node] = ()
) -> addnodes.pending_xref:
    """Return a reference to be resolved, around *children*, seen from *docname*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *without_links(children)),
        refdomain="hugo",
        reftype=REFERENCE_TYPE,
        reftarget=url,
        refexplicit=True,
        refdoc=docname,
        # A list of posts shows excerpts elsewhere: what the link was relative to stays.
        origin=docname,
    )


def without_links(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *children* for a link of their own: a link cannot stand in a link."""
    box = nodes.inline("", "", *children)
    drop_inner_links(box)
    return list(box.children)


def drop_inner_links(root: nodes.Element) -> None:
    """Replace every link inside *root* by what it shows."""
    for link in list(root.findall(_is_link)):
        if link is not root and link.parent is not None:
            shown = link.children
            if isinstance(link, addnodes.pending_xref) and len(shown) == 1:
                shown = shown[0].children or shown
            link.parent.replace(link, list(shown))


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, nodes.reference | addnodes.pending_xref)


def broken_url(
    url: str, children: Sequence[nodes.Node], location: str
) -> nodes.Element:
    """Return *children* without the link to *url*, which is none, and say so."""
    warn(ProblemKind.LINK, f"link {url!r} is not a URL; correct it", location)
    return nodes.inline("", "", *children)


def make_reference(
    found: Destination, node: addnodes.pending_xref, here: str, builder: Builder
) -> nodes.Node:
    """Return what stands for the pending link *node* on the page *here*.

    A link that leads nowhere stays as it was written, and is a located warning.
    """
    content = [child.deepcopy() for child in node[0].children]
    url = node["reftarget"]
    if found.docname == here and found.fragment:
        # Builders of one file know where the page is; an address would lead past it.
        return nodes.reference("", "", *content, refid=found.fragment, internal=True)
    if found.path and publishes_in_place(builder):
        uri = relative_uri(builder.get_target_uri(here), found.path) + _query(found)
        if found.fragment:
            uri += "#" + found.fragment
    elif found.docname:
        try:
            uri = builder.get_relative_uri(here, found.docname)
        except NoUri:
            return nodes.inline("", "", *content)
        uri += _query(found)
        if found.fragment:
            uri += "#" + found.fragment
    elif found.path:
        return nodes.inline("", "", *content)
    else:
        uri = url
    reference = nodes.reference("", "", *content, refuri=uri, internal=found.is_known)
    for name in _KEPT:
        if name in node:
            reference[name] = node[name]
    reference["classes"] = [*node["classes"]]
    return reference


def _query(found: Destination) -> str:
    return f"?{found.query}" if found.query else ""
