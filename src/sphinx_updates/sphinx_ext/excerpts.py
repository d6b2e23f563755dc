"""The plain text of an excerpt, once the titles that it refers to are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.util.docutils import new_document

from sphinx_updates.sphinx_ext.domain import NAME, hugo_domain
from sphinx_updates.sphinx_ext.text import plain_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post


def excerpt_text(app: Sphinx, post: Post, excerpt: Sequence[nodes.Node]) -> str:
    """Return the text of *post*'s *excerpt*, one paragraph per line.

    The record has it, unless it shows the title of something by a label: that is
    resolved once per build.
    """
    known = hugo_domain(app.env).excerpts
    if post.key not in known:
        needs_title = any(_needs_title(node) for node in excerpt)
        known[post.key] = _resolved(app, post, excerpt) if needs_title else post.excerpt
    return known[post.key]


def _resolved(app: Sphinx, post: Post, excerpt: Sequence[nodes.Node]) -> str:
    document = new_document("")
    document.extend(node.deepcopy() for node in excerpt)
    for reference in document.findall(addnodes.pending_xref):
        reference["refdoc"] = post.docname
        reference["is_copy"] = True
    app.env.resolve_references(document, post.docname, app.builder)
    return plain_lines(document.children)


def _needs_title(root: nodes.Node) -> bool:
    return any(
        node.get("refdomain") != NAME and not node.get("refexplicit")
        for node in root.findall(addnodes.pending_xref)
    )
