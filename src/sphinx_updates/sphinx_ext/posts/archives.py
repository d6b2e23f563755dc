"""The pages of the blog's own lists, from our records and never over a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ablog
from ablog.blog import Blog
from markupsafe import escape

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.listings.pages import (
    LISTS,
    Page,
    first_page,
    further_pages,
    list_pages,
)
from sphinx_updates.sphinx_ext.listings.views import pages_of
from sphinx_updates.sphinx_ext.ownership import own, page_file
from sphinx_updates.sphinx_ext.post_page.people import view_of_name
from sphinx_updates.sphinx_ext.posts.bridge import landing_page
from sphinx_updates.sphinx_ext.posts.own_lists import (
    Kind,
    OwnList,
    overviews,
    own_lists,
)
from sphinx_updates.sphinx_ext.posts.page_template import REDIRECT
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_BELOW_TEXT = "updates/list-below.html"


def blog_pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages of lists that no document stands for, and those after the first.

    A document at the address of a page is kept, and a warning says so.
    """
    if not ablog.builder_support(app):
        return
    uri = app.builder.get_target_uri
    known = {uri(name): name for name in sorted(app.env.found_docs)}
    for pagename, context, template in _all_pages(app):
        if other := known.get(uri(pagename)):
            _report_clash(app, pagename, other)
            continue
        own(app, page_file(app, pagename))
        yield pagename, context, template


def _all_pages(app: Sphinx) -> Iterator[Page]:
    for post in Blog(app).posts:
        for redirect in post.redirect:
            values = {"redirect": post.docname, "post": post}
            yield redirect, values, REDIRECT
    yield from further_pages(app)
    for one in own_lists(app).values():
        yield from _pages_of(app, one)
    yield from _old_landing(app)


def _pages_of(app: Sphinx, one: OwnList) -> Iterator[Page]:
    """Yield the pages of *one*: of a list with a document those after the first."""
    is_document = one.docname in app.env.found_docs
    if is_document and not _is_appended(app, one.docname):
        if one.kind is Kind.LANDING and one.docname != landing_page(app):
            # ABlog would write its list over the page.
            _report_clash(app, one.docname, one.docname)
        return
    first = 2 if is_document else 1
    yield from list_pages(
        app,
        one.spec,
        one.posts,
        one.docname,
        one.title,
        first,
        **_values(app, one),
    )


def _values(app: Sphinx, one: OwnList) -> dict[str, object]:
    """Return what templates know of *one* beside its posts."""
    values: dict[str, object] = {
        "blog_list": one,
        "parents": [],
        "year_pages": dict(one.year_pages),
        "overviews": overviews(app, one),
    }
    if one.person:
        values["author"] = view_of_name(app.builder, one.person, one.docname)
    return values


def _is_appended(app: Sphinx, docname: str) -> bool:
    """Say whether the document *docname* gets the list that it stands for.

    Not if it lists posts by itself. Of a site, only its own pages do.
    """
    project = project_of(app.env)
    if hugo_domain(app.env).page(docname).lists_posts:
        return False
    if project.site is not None and docname in project.site.lists:
        return docname in project.pages or docname == project.generated_root
    return bool(landing_page(app))


def add_list_below(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put a list below the text of the document that stands for it.

    Like the page of a section in Hugo it shows its own text first, then its posts.
    """
    if doctree is None or not ablog.builder_support(app):
        return
    one = own_lists(app).get(pagename)
    if one is None or not _is_appended(app, pagename):
        return
    if not one.posts and not one.terms and project_of(app.env).site is not None:
        return
    values = first_page(app, one.spec, one.posts, pagename) | _values(app, one)
    context |= {name: values[name] for name in ("listing", "listing_docname", LISTS)}
    context["body"] += app.builder.templates.render(_BELOW_TEXT, context | values)


def _old_landing(app: Sphinx) -> Iterator[Page]:
    """Let ABlog's own address of the list of posts lead to the landing page."""
    old, landing = app.config.blog_path, landing_page(app)
    uri = app.builder.get_target_uri
    if not landing or project_of(app.env).site or uri(old) == uri(landing):
        return
    context = {"redirect": landing, "title": escape(Blog(app).blog_title)}
    yield old, context, REDIRECT


def note_old_pages(app: Sphinx, env: BuildEnvironment) -> None:
    """Remember where lists of ABlog were: whoever has a link there still arrives."""
    found = own_lists(app) if ablog.builder_support(app) else {}
    moved = {
        one.old: (one.docname, one.title)
        for one in found.values()
        if one.old not in ("", one.docname)
    }
    drafts, landing = Blog(app).drafts.docname, landing_page(app)
    if drafts not in found and landing in found:
        # ABlog has a page of drafts even if there are none.
        moved[drafts] = (landing, found[landing].title)
    project_of(env).old_pages = moved


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
    page = mounted_page(app.env, pagename)
    is_post = data is not None and bool(data.posts)
    if page is not None:
        is_post = project_of(app.env).is_post(page)
    one = context.get("blog_list") or own_lists(app).get(pagename)
    # Other sections of a site, and their pages, are no part of the blog.
    is_list = one is not None and one.docname != landing and one.kind is not Kind.SITE
    if landing and (is_post or is_list) and not context.get("parents"):
        link = app.builder.get_relative_uri(pagename, landing)
        context["parents"] = [{"link": link, "title": escape(Blog(app).blog_title)}]


def shown_in_lists(app: Sphinx) -> Iterator[tuple[str, OwnList, tuple[str, ...], int]]:
    """Yield the lists with a document: it, the posts on its first page, all pages."""
    for docname, one in own_lists(app).items():
        if docname in app.env.found_docs and _is_appended(app, docname):
            page = pages_of(one.spec, one.posts)[0]
            yield docname, one, tuple(post.key for post in page.items), page.count


def _report_clash(app: Sphinx, pagename: str, docname: str) -> None:
    warn(
        ProblemKind.PAGE_CLASH,
        f"the blog's own page {pagename!r} has the address of this document, which is "
        "kept; move the document, or set blog_path to another folder",
        app.env.doc2path(docname),
    )
