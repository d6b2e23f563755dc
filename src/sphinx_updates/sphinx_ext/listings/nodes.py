"""Lists of posts in documents: HTML by templates, a list of links everywhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import written_date
from sphinx_updates.sphinx_ext.listings.directive import Listing, setup_directive
from sphinx_updates.sphinx_ext.listings.spec import ListingSpec, Part
from sphinx_updates.sphinx_ext.listings.views import (
    make_list_view,
    pages_of,
    render_list,
    selected,
    tags_of,
)
from sphinx_updates.sphinx_ext.nodes import ignore
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_updates.blog.post import Post


def note_listings(app: Sphinx, doctree: nodes.document) -> None:
    """Number the lists of a document that was read, and remember what they show.

    Only one list of a page can have further pages: their addresses follow from it.
    """
    found = list(doctree.findall(Listing))
    paginated = [node for node in found if node["spec"].page_size]
    for node in paginated[1:]:
        message = "another list of this page has pages already; this one shows all"
        warn(ProblemKind.LISTING, message, node)
        node["spec"] = replace(node["spec"], page_size=0)
    for number, node in enumerate(found):
        node["number"] = number
    data = hugo_domain(app.env).page(app.env.docname)
    data.listings = tuple(node["spec"] for node in found)


def _visit_listing(self: Any, node: Listing) -> None:
    builder: Builder = self.builder
    app: Sphinx = builder.app
    docname = self.builder.current_docname
    spec: ListingSpec = node["spec"]
    posts = selected(builder.env, spec, docname)
    number = node.get("number", 0)
    view = make_list_view(
        app,
        spec,
        pages_of(spec, posts)[0],
        docname=docname,
        here=docname,
        level=self.section_level + 1,
        tags=tags_of(spec, posts),
        is_first=number == 0,
    )
    self.body.append(render_list(app, view, f"-{number + 1}" if number else ""))
    raise nodes.SkipNode


def write_plain_listings(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn lists into lists of links where there are no pages for browsers."""
    if writes_lists(app.builder):
        return
    for node in list(doctree.findall(Listing)):
        spec: ListingSpec = node["spec"]
        posts = selected(app.env, spec, docname)
        items = [
            nodes.list_item("", *_plain_item(app, spec, post, docname))
            for post in posts
        ]
        node.replace_self([nodes.bullet_list("", *items)] if items else [])


def _plain_item(
    app: Sphinx, spec: ListingSpec, post: Post, docname: str
) -> list[nodes.Node]:
    """Return a post as text: a title that leads to it, and facts behind."""
    uri = post.external_link or _uri_of(app, post, docname)
    title: nodes.TextElement = nodes.inline("", post.title)
    if uri:
        title = nodes.reference(
            "", post.title, refuri=uri, internal=not post.external_link
        )
    facts: list[str] = []
    if post.date and spec.shows(Part.DATE):
        facts.append(written_date(post.date, app.config))
    if spec.shows(Part.AUTHORS):
        facts.extend(author.name for author in post.authors)
    text = f" ({', '.join(facts)})" if facts else ""
    found: list[nodes.Node] = [nodes.paragraph("", "", title, nodes.Text(text))]
    if spec.shows(Part.EXCERPT) and post.excerpt:
        found.append(nodes.paragraph("", " ".join(post.excerpt.split())))
    return found


def _uri_of(app: Sphinx, post: Post, docname: str) -> str:
    """Return where *post* is in this output; else on the web, if that is known."""
    anchor = f"#{post.section}" if post.section else ""
    try:
        return app.builder.get_relative_uri(docname, post.docname) + anchor
    except NoUri:
        base = app.config.blog_baseurl
        name = post.docname.removesuffix("index")
        return f"{base.rstrip('/')}/{name}" if base else ""


def setup_listings(app: Sphinx) -> None:
    """Register the directive and its node."""
    setup_directive(app)
    plain = (ignore, ignore)
    app.add_node(
        Listing,
        html=(_visit_listing, None),
        latex=plain,
        text=plain,
        man=plain,
        texinfo=plain,
    )
