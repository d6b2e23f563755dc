"""The pages of lists: those after the first, and what the head of each needs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _, number
from sphinx_updates.sphinx_ext.listings.spec import page_docname
from sphinx_updates.sphinx_ext.listings.views import (
    make_list_view,
    pages_of,
    selected,
    tags_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.blog.listing import PageOf
    from sphinx_updates.blog.post import Post
    from sphinx_updates.sphinx_ext.listings.spec import ListingSpec

Page = tuple[str, dict[str, Any], str]

TEMPLATE = "updates/list-page.html"
STYLESHEET = "sphinx-updates-lists.css"
SCRIPT = "sphinx-updates-lists.js"
LISTS = "updates_lists"
"""The key of a page's context with the lists on it, for its head."""


def further_pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages after the first of every list that a document asks for."""
    env = app.env
    for docname, data in sorted(hugo_domain(env).pages.items()):
        if docname not in env.found_docs:
            continue
        if spec := data.paginated:
            posts = selected(env, spec, docname)
            title = env.titles[docname].astext() if docname in env.titles else ""
            yield from list_pages(app, spec, posts, docname, title, first=2)


def list_pages(  # noqa: PLR0913, PLR0917
    app: Sphinx,
    spec: ListingSpec,
    posts: Sequence[Post],
    docname: str,
    title: str,
    first: int = 1,
    **more: object,
) -> Iterator[Page]:
    """Yield the pages of a list from number *first* on.

    :param title: Plain text.
    :param more: What the template shall know beside the list.
    """
    tags = tags_of(spec, posts)
    for page in pages_of(spec, posts)[first - 1 :]:
        here = page_docname(docname, page.number)
        context = {
            "title": escape(page_title(title, page.number)),
            "heading": title,
            **_context(app, spec, page, docname, tags),
            **more,
        }
        yield here, context, TEMPLATE


def first_page(
    app: Sphinx, spec: ListingSpec, posts: Sequence[Post], docname: str
) -> dict[str, Any]:
    """Return what the first page of a list adds to the context of *docname*."""
    return _context(app, spec, pages_of(spec, posts)[0], docname, tags_of(spec, posts))


def _context(
    app: Sphinx,
    spec: ListingSpec,
    page: PageOf[Post],
    docname: str,
    tags: tuple[str, ...],
) -> dict[str, Any]:
    here = page_docname(docname, page.number)
    view = make_list_view(app, spec, page, docname=docname, here=here, tags=tags)
    return {
        "listing": view,
        "list_id": "updates-listing",
        "listing_docname": docname,
        LISTS: (spec,),
    }


def page_title(title: str, page: int) -> str:
    """Return the title of page *page* of a list called *title*."""
    if page == 1:
        return title
    name = _("Page %(number)s") % {"number": number(page)}
    return f"{title} – {name}" if title else name


def add_list_head(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load what lists need, on pages that have one, and name the neighbouring pages."""
    specs: tuple[ListingSpec, ...] = context.get(LISTS, ())
    number, count, docname = 1, 1, pagename
    if doctree is not None:
        data = hugo_domain(app.env).page(pagename)
        specs += data.listings
        if spec := data.paginated:
            count = len(pages_of(spec, selected(app.env, spec, pagename)))
    if view := context.get("listing"):
        number, count = (view.pager.number, view.pager.count) if view.pager else (1, 1)
        docname = context.get("listing_docname", pagename)
    if not specs:
        return
    app.add_css_file(STYLESHEET)
    if any(spec.has_filter for spec in specs):
        app.add_js_file(SCRIPT, loading_method="defer")
    links = {"prev": number - 1, "next": number + 1}
    for relation, other in links.items():
        if 1 <= other <= count:
            target = page_docname(docname, other)
            url = escape(app.builder.get_relative_uri(pagename, target) or "#")
            tag = f'<link rel="{relation}" href="{url}" />\n'
            context["metatags"] = context.get("metatags", "") + tag
