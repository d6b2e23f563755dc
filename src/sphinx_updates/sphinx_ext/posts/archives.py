"""The pages that list posts: ABlog's pages, from our records, in valid markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ablog
import ablog.post
from ablog.blog import Blog

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.posts.bridge import landing_page
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

Page = tuple[str, dict[str, Any], str]


def list_pages(app: Sphinx) -> Iterator[Page]:
    """Yield the pages of the blog: ABlog's, except where the docs have a page.

    ABlog writes its list of all posts and its drafts over any page with that address;
    here the page stays, and a warning says so.
    """
    if not ablog.builder_support(app):
        return
    found = app.env.found_docs
    addresses = {app.builder.get_target_uri(name): name for name in sorted(found)}
    landing = landing_page(app)
    for pagename, context, template in ablog.post.generate_archive_pages(app):
        if pagename == landing and landing in found:
            continue
        if other := addresses.get(app.builder.get_target_uri(pagename)):
            _report_clash(app, pagename, other)
            continue
        context["is_landing"] = pagename in (landing, app.config.blog_path)
        yield pagename, context, template
    yield from _old_landing(app, landing, addresses)


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
    context = {"redirect": landing, "title": blog.blog_title}
    yield old, context, "ablog/redirect.html"


def _report_clash(app: Sphinx, pagename: str, docname: str) -> None:
    warn(
        ProblemKind.PAGE_CLASH,
        f"the blog's own page {pagename!r} has the address of this document, which is "
        "kept; move the document, or set blog_path to another folder",
        str(app.env.doc2path(docname)),
    )
