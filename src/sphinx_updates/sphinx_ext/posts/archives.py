"""The pages that list posts: ABlog's pages, from our records, in valid markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ablog
import ablog.post
from ablog.blog import Blog
from markupsafe import escape

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.listings.pages import further_pages
from sphinx_updates.sphinx_ext.ownership import own, page_file
from sphinx_updates.sphinx_ext.posts.bridge import (
    covered_catalogs,
    landing_page,
)
from sphinx_updates.sphinx_ext.posts.site_lists import site_list_pages
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.sphinx_ext.mounted_site import MountedSite

Page = tuple[str, dict[str, Any], str]


def list_pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages of the blog: ABlog's, except where the docs have a page.

    ABlog writes its list of all posts and its drafts over any page with that address;
    here the page stays, and a warning says so.
    """
    if not ablog.builder_support(app):
        return
    yield from _free(app, further_pages(app))
    found = app.env.found_docs
    addresses = {app.builder.get_target_uri(name): name for name in sorted(found)}
    landing = landing_page(app)
    site = project_of(app.env).site
    covered = covered_catalogs(Blog(app), site.content) if site else []
    for pagename, context, template in ablog.post.generate_archive_pages(app):
        if pagename == landing and (landing in found or _is_no_list(site, landing)):
            continue
        if _catalog_of(context) in covered:
            continue  # the site has lists of its own for these
        if other := addresses.get(app.builder.get_target_uri(pagename)):
            _report_clash(app, pagename, other)
            continue
        context["is_landing"] = pagename in (landing, app.config.blog_path)
        if context["is_landing"]:
            context["title"] = Blog(app).blog_title
        for name in ("title", "feed_title"):
            # Themes print titles as HTML; ABlog's are made of names that people chose.
            if name in context:
                context[name] = escape(context[name])
        own(app, page_file(app, pagename))
        yield pagename, context, template
    for name, values, template in site_list_pages(app):
        if name != landing:
            yield name, values, template
    if site is None:
        yield from _old_landing(app, landing, addresses)


def _free(app: Sphinx, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield those of *pages* at whose address there is no document, and own them."""
    known = {app.builder.get_target_uri(name): name for name in app.env.found_docs}
    for pagename, context, template in pages:
        if other := known.get(app.builder.get_target_uri(pagename)):
            _report_clash(app, pagename, other)
            continue
        own(app, page_file(app, pagename))
        yield pagename, context, template


def _is_no_list(site: MountedSite | None, landing: str) -> bool:
    """Say whether a site has no list for its posts: then none is added to it."""
    return site is not None and landing not in site.lists


def _catalog_of(context: dict[str, Any]) -> Any:
    """Return ABlog's catalog that a page shows, wholly or in part."""
    collection = context.get("collection")
    return context.get("catalog") or getattr(collection, "catalog", None)


def _old_landing(
    app: Sphinx, landing: str, addresses: dict[str, str]
) -> Iterator[Page]:
    """Let ABlog's own address of the list of posts lead to the landing page."""
    old = app.config.blog_path
    uri = app.builder.get_target_uri(old)
    if not landing or uri == app.builder.get_target_uri(landing):
        return
    if other := addresses.get(uri):
        _report_clash(app, old, other)
        return
    blog = Blog(app)
    context = {"redirect": landing, "title": escape(blog.blog_title)}
    own(app, page_file(app, old))
    yield old, context, "ablog/redirect.html"


def add_parent(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Let the blog be the parent of its posts: breadcrumbs lead back to it.

    After ABlog's own handler, whose values it makes safe to print.
    """
    landing = landing_page(app)
    if "feed_title" in context:
        # ABlog's template prints it into an attribute as it is.
        context["feed_title"] = escape(context["feed_title"])
    data = hugo_domain(app.env).pages.get(pagename)
    is_post = data is not None and bool(data.posts)
    if landing and is_post and not context.get("parents"):
        link = app.builder.get_relative_uri(pagename, landing)
        context["parents"] = [{"link": link, "title": escape(Blog(app).blog_title)}]


def add_posts_to_landing(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Append the posts to the landing page that the docs or a mount have.

    Like the page of a section in Hugo it shows its own text first, then its posts. A
    page that lists posts by itself is left alone.
    """
    landing = landing_page(app)
    if pagename != landing or doctree is None:
        return
    if project_of(app.env).site is not None:
        return  # its lists are there for that
    if hugo_domain(app.env).page(pagename).lists_posts:
        return
    collection = Blog(app).posts
    values = context | {"collection": collection, "is_landing": True}
    context["body"] += app.builder.templates.render("updates/landing.html", values)


def _report_clash(app: Sphinx, pagename: str, docname: str) -> None:
    warn(
        ProblemKind.PAGE_CLASH,
        f"the blog's own page {pagename!r} has the address of this document, which is "
        "kept; move the document, or set blog_path to another folder",
        app.env.doc2path(docname),
    )
