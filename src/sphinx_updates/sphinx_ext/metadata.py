"""Posts, lists and other mounted pages as machines shall know them.

Pages of the docs are left to the project. If it uses ``sphinxext-opengraph``, that
writes its tags, from our values where a page is ours; what it does not write is added.
"""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.metadata import (
    Metadata,
    head_tags,
    one_line,
    structured_data,
)
from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.base_url import base_url, public_url
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.headers import picture_path
from sphinx_updates.sphinx_ext.posts.bridge import OF_SPHINX, landing_page
from sphinx_updates.sphinx_ext.posts.page_template import REDIRECT
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.robots import robots_of
from sphinx_updates.sphinx_ext.text import without_tags

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post

OPENGRAPH: Final = "sphinxext.opengraph"

_NAMES: Final = re.compile(r'\s(?:name|property)="([^"]+)"')
_CANONICAL: Final = re.compile(r'<link[^>]*\srel="canonical"')
_DRAWN: Final = (".svg",)
"""Pictures that no network shows."""


def feed_opengraph(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Hand our values to ``sphinxext-opengraph``, before it writes its tags."""
    if OPENGRAPH not in app.extensions or doctree is None:
        return
    page = _metadata(app, pagename, context, doctree)
    if page is None:
        return
    values = {
        "og:type": "article" if page.is_post else "website",
        "og:url": page.url,
        "og:description": page.description,
        "og:image": page.image,
        "og:image:alt": page.image_alt,
    }
    # It escapes quotation marks and nothing else.
    ours = {name: escape(value, quote=False) for name, value in values.items() if value}
    context["meta"] = ours | (context.get("meta") or {})
    if page.description and "description" not in _known(context):
        tag = f'<meta name="description" content="{escape(page.description)}" />\n'
        context["metatags"] = context.get("metatags", "") + tag


def add_metadata(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add what the head of a page lacks, and set its canonical address."""
    if not writes_lists(app.builder):
        return
    if template == REDIRECT:
        context["pageurl"] = public_url(app, context["redirect"]) or None
        return
    page = _metadata(app, pagename, context, doctree)
    if page is None:
        return
    context["pageurl"] = _canonical(app, pagename, context, page)
    tags = head_tags(page, _known(context))
    if page.is_post:
        tags += structured_data(page)
    context["metatags"] = context.get("metatags", "") + tags


def _known(context: dict[str, Any]) -> set[str]:
    return set(_NAMES.findall(context.get("metatags", "")))


def _canonical(
    app: Sphinx, pagename: str, context: dict[str, Any], page: Metadata
) -> str | None:
    """Return where a page stands first: elsewhere, if it was published there."""
    if _CANONICAL.search(context.get("metatags", "")):
        return None  # the page says so itself
    post = hugo_domain(app.env).post(pagename)
    mounted = mounted_page(app.env, pagename)
    named = (
        post.canonical_link if post else "",
        mounted.front_matter.canonical_url if mounted else "",
    )
    elsewhere = (url for url in named if url.startswith(("https://", "http://")))
    return next(elsewhere, page.url) or None


def _metadata(
    app: Sphinx,
    pagename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> Metadata | None:
    """Return what is known of a page of ours; None for a page of the docs."""
    domain = hugo_domain(app.env)
    data = domain.pages.get(pagename)
    if data and len(data.posts) == 1 and not data.posts[0].section:
        return _of_post(app, data.posts[0])
    is_mounted = mounted_page(app.env, pagename) is not None
    is_generated = pagename in domain.generated and pagename not in OF_SPHINX
    is_list = doctree is None and is_generated
    if is_mounted or is_list or pagename == landing_page(app):
        return _of_page(app, pagename, context)
    return None


def _of_post(app: Sphinx, post: Post) -> Metadata:
    base, domain = base_url(app), hugo_domain(app.env)
    front = _front_matter(app, post.docname)
    description = (front.description if front else "") or post.excerpt
    tags = tuple(domain.term("tags", label).name for label in post.tags)
    sections = [domain.term("category", label).name for label in post.categories]
    return Metadata(
        title=post.title,
        url=public_url(app, post.docname),
        site_name=site_name(app),
        description=one_line(description or post.subtitle or post.title),
        language=app.config.language or "",
        image=_image(app, post, base),
        image_alt=post.picture.alt if post.picture else "",
        robots=robots_of(app, post.docname),
        is_post=True,
        published=post.date,
        updated=post.updated,
        authors=tuple(_author(app, author, base) for author in post.authors),
        tags=tags,
        section=sections[0] if sections else "",
        logo=_logo(app, base),
    )


def _of_page(app: Sphinx, pagename: str, context: dict[str, Any]) -> Metadata:
    front = _front_matter(app, pagename)
    title = without_tags(str(context.get("title", "")))
    site = site_name(app)
    if title in ("", "<no title>"):
        title = front.title if front and front.title else site
    said = (front.description or front.summary) if front else ""
    # A list without words of its own is described by its name.
    named = title if title == site else f"{title} – {site}"
    return Metadata(
        title=title,
        url=public_url(app, pagename),
        site_name=site,
        description=one_line(said or named),
        language=app.config.language or "",
        robots=robots_of(app, pagename),
    )


def _front_matter(app: Sphinx, docname: str) -> Any:
    page = mounted_page(app.env, docname)
    return page.front_matter if page else None


def _author(app: Sphinx, author: Author, base: str) -> Author:
    """Return an author with the address of their page here, else of one elsewhere."""
    term = hugo_domain(app.env).term("author", author.name)
    if term.docname and base:
        return Author(term.name, public_url(app, term.docname))
    return Author(term.name, author.url if is_external(author.url) else "")


def _image(app: Sphinx, post: Post, base: str) -> str:
    if post.picture is None or post.picture.file.lower().endswith(_DRAWN):
        return ""
    if is_external(post.picture.file):
        return post.picture.file
    path = picture_path(app, post)
    return base + path if base and path else ""


def site_name(app: Sphinx) -> str:
    """Return what the whole site is called: as in Hugo, else the project's name."""
    return project_of(app.env).settings.title or str(app.config.project)


def _logo(app: Sphinx, base: str) -> str:
    logo = app.config.html_logo
    if not logo or not base:
        return ""
    if is_external(logo):
        return str(logo)
    return base + quote(posixpath.join("_static", posixpath.basename(logo)))
