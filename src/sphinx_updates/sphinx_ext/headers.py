"""What readers see of a post's record on its page: a byline above, terms below.

HTML comes from two small templates that a site can override; other builders get a
line of text.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlsplit

import imagesize
from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.nodes import PostFooter, PostHeader, ignore
from sphinx_updates.sphinx_ext.pictures import file_of, srcset_of_whole
from sphinx_updates.sphinx_ext.post_page.edit import correct_edit_link
from sphinx_updates.sphinx_ext.post_page.facts import (
    badge,
    reading_time,
    shown_date,
    shown_update,
)
from sphinx_updates.sphinx_ext.post_page.footer import add_comments, footer_view
from sphinx_updates.sphinx_ext.post_page.people import AuthorView, author_views
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import writes_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post


@dataclass(frozen=True, slots=True)
class TermLink:
    """A name, and where its page is if it has one."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A record as a template needs it, for one page that shows it."""

    post: Post
    url: str
    date: str
    date_iso: str
    updated: str
    updated_iso: str
    authors: tuple[AuthorView, ...]
    categories: tuple[TermLink, ...]
    tags: tuple[TermLink, ...]
    terms: tuple[TermLink, ...]
    """Categories and tags, each name once."""
    picture: str
    """Address of the featured image; empty if there is none to show."""
    excerpt: str
    """Plain text; empty on the post's own page."""
    reading_time: str
    badge: str
    """What is special about a post that is not for readers yet."""
    external_host: str = ""
    """The host of ``external_link``."""
    picture_size: tuple[int, int] | None = None
    """In pixels, width first; None if it is not known."""
    small_picture: str = ""
    """The same for narrow screens, for ``srcset``; empty if there is only the one."""


def make_view(
    builder: Builder, post: Post, here: str, *, picture: str = "", excerpt: str = ""
) -> PostView:
    """Return *post* as seen from the page *here*."""
    domain = hugo_domain(builder.env)

    def link(kind: str, label: str) -> TermLink:
        term = domain.term(kind, label)
        if not term.docname or not writes_lists(builder):
            return TermLink(term.name)
        return TermLink(term.name, builder.get_relative_uri(here, term.docname))

    categories = _once(link("category", name) for name in post.categories)
    tags = _once(link("tags", name) for name in post.tags)
    anchor = f"#{post.section}" if post.section else ""
    size = _size(builder.env, post) if picture else None
    return PostView(
        post=post,
        url=post.external_link or builder.get_relative_uri(here, post.docname) + anchor,
        date=shown_date(post, builder.config),
        date_iso=post.date.isoformat() if post.date else "",
        updated=shown_update(post, builder.config),
        updated_iso=post.updated.isoformat() if post.updated else "",
        authors=author_views(builder, post, here),
        categories=categories,
        tags=tags,
        terms=_once((*tags, *categories)),
        picture=picture,
        excerpt=excerpt,
        reading_time=reading_time(post),
        badge=badge(post),
        external_host=urlsplit(post.external_link).hostname or "",
        picture_size=size,
        small_picture=srcset_of_whole(builder, post, size, here),
    )


def _size(env: BuildEnvironment, post: Post) -> tuple[int, int] | None:
    """Return the size of the picture of *post*, so that its place is kept."""
    file = file_of(env, post)
    if file is None:
        return None
    try:
        width, height = imagesize.get(file)
    except (OSError, ValueError):
        return None
    return (int(width), int(height)) if width > 0 and height > 0 else None


def _once(terms: Iterable[TermLink]) -> tuple[TermLink, ...]:
    """Return *terms* without those that say the same as an earlier one."""
    return tuple({term.name.casefold(): term for term in reversed([*terms])}.values())[
        ::-1
    ]


def _render(self: Any, template: str, picture: str = "", **values: Any) -> str:
    builder: StandaloneHTMLBuilder = self.builder
    docname = builder.current_docname
    post = hugo_domain(builder.env).post(docname)
    if post is None:
        return ""
    context = {"view": make_view(builder, post, docname, picture=picture), **values}
    return str(builder.templates.render(template, context))


def _visit_header(self: Any, node: PostHeader) -> None:
    picture = ""
    for image in node.findall(nodes.image):
        uri = image["uri"]
        if uri in self.builder.images:
            uri = posixpath.join(self.builder.imgpath, quote(self.builder.images[uri]))
        picture = uri
    self.body.append(_render(self, "updates/post-header.html", picture))
    raise nodes.SkipNode


def _visit_footer(self: Any, _node: PostFooter) -> None:
    builder: StandaloneHTMLBuilder = self.builder
    docname = builder.current_docname
    post = hugo_domain(builder.env).post(docname)
    footer = footer_view(builder, post, docname) if post else None
    if footer is not None and footer.parts:
        self.body.append(_render(self, "updates/post-footer.html", footer=footer))
    raise nodes.SkipNode


def picture_uri(app: Sphinx, post: Post, here: str) -> str:
    """Return the address of a post's picture from *here*; empty if it has none."""
    if post.picture is None:
        return ""
    if is_external(post.picture.file):
        return post.picture.file
    path = picture_path(app, post)
    return relative_uri(app.builder.get_target_uri(here), path) if path else ""


def picture_path(app: Sphinx, post: Post) -> str:
    """Return where a post's picture is published, quoted, from the output folder.

    Empty if it has none or if that lies elsewhere.
    """
    file = file_of(app.env, post)
    if post.picture is None or file is None:
        return ""
    url = project_of(app.env).url_of_file.get(str(file), "")
    if not url and post.picture.file in app.env.images:
        url = _published_by_sphinx(app, post.picture.file)
    return quote(url.lstrip("/"))


def _published_by_sphinx(app: Sphinx, file: str) -> str:
    """Return where Sphinx puts a picture of the docs that a post is shown with.

    The post's page may not be written in this build: the list needs the picture too.
    """
    builder = cast("StandaloneHTMLBuilder", app.builder)
    name = app.env.images[file][1]
    builder.images[file] = name
    return f"{builder.imagedir}/{name}"


def setup_headers(app: Sphinx) -> None:
    """Register the two nodes; everywhere but in HTML they are gone before writing."""
    app.connect("html-page-context", add_comments)
    # After pydata-sphinx-theme at 500, before sphinx-book-theme, which comes later.
    app.connect("html-page-context", correct_edit_link, priority=501)
    plain = (ignore, ignore)
    for node, visit in ((PostHeader, _visit_header), (PostFooter, _visit_footer)):
        app.add_node(
            node, html=(visit, None), latex=plain, text=plain, man=plain, texinfo=plain
        )
