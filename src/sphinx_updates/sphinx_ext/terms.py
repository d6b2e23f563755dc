"""Tags and categories in the text of a page become links when pages are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.parts.terms import TermReference
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.publish import writes_lists

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def resolve_terms(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn every :class:`TermReference` into a link, or into its text."""
    domain = hugo_domain(app.env)
    for node in list(doctree.findall(TermReference)):
        term = domain.term(node["kind"], node["label"])
        words = nodes.Text(term.name)
        if term.docname and writes_lists(app.builder):
            uri = app.builder.get_relative_uri(docname, term.docname)
            node.replace_self(nodes.reference("", "", words, refuri=uri, internal=True))
        else:
            node.replace_self(words)
