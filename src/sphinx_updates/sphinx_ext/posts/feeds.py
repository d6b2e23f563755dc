"""The blog's Atom feeds, with the options that ABlog has for them."""

from __future__ import annotations

from html import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import ablog
import jinja2
import lxml.html
from ablog.blog import Blog
from sphinx.config import Config

from sphinx_updates.blog.feeds import GENERATOR, Feed, FeedEntry, atom, json_feed, rss
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.ownership import own
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post
    from sphinx_updates.hugo.site.site import ListPage
    from sphinx_updates.sphinx_ext.mounted_site import MountedSite


_WRITERS = {"rss": rss, "atom": atom, "json": json_feed}


def write_feeds(app: Sphinx, exception: Exception | None) -> None:
    """Write ``atom.xml`` for the blog and, if asked for, for each of its lists."""
    blog = Blog(app)
    if exception is not None or not ablog.builder_support(app):
        return
    _write_site_feeds(app)
    if not blog.blog_baseurl:
        return
    taken = _site_feed_paths(project_of(app.env).site)
    for collection, folder, title in _collections(blog):
        for name, templates in blog.blog_feed_templates.items():
            path = f"{folder}/{name}.xml"
            if path in taken:
                continue  # readers of the site know the ids of its own feed
            feed = _feed(app, collection, folder, path, title, templates)
            file = Path(app.outdir, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(atom(feed))
            own(app, file)


def _write_site_feeds(app: Sphinx) -> None:
    """Write the feeds of a Hugo site where they always were, with the ids of Hugo.

    An id is the address that the post has on the old site, so that whoever subscribed
    there sees no post twice.
    """
    site = project_of(app.env).site
    if site is None:
        return
    settings = site.content.config.settings
    here = Blog(app).blog_baseurl or settings.base_url
    if not here:
        return
    base, old = here.rstrip("/") + "/", (settings.base_url or here).rstrip("/")
    for docname, entry in site.lists.items():
        pages = [page for page in entry.members if page.kind == "page"]
        posts = [
            _site_entry(app, post, base, old + quote(page.url))
            for page in (pages[: settings.lists.feed_limit] if entry.feeds else ())
            if (post := hugo_domain(app.env).post(page.docname)) is not None
        ]
        for feed in entry.feeds:
            path = feed.url.lstrip("/")
            made = Feed(
                id=base + quote(path),
                url=base + quote(path),
                home=base + app.builder.get_target_uri(docname),
                title=_feed_title(entry, settings.title),
                language=settings.locale or app.config.language or "",
                entries=tuple(posts),
            )
            file = Path(app.outdir, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_WRITERS[feed.type](made))
            own(app, file)


def _feed_title(entry: ListPage, site: str) -> str:
    if entry.kind == "home" or not entry.title:
        return site
    return f"{entry.title} on {site}" if site else entry.title


def _site_entry(app: Sphinx, post: Post, base: str, guid: str) -> FeedEntry:
    url = post.external_link or base + app.builder.get_target_uri(post.docname)
    return FeedEntry(
        id=guid,
        url=url,
        title=post.title,
        published=post.date,
        updated=post.updated or post.date,
        terms=(*post.tags, *post.categories),
        summary=post.excerpt,
    )


def feed_paths(app: Sphinx) -> frozenset[str]:
    """Return the paths of all feeds, in every builder those that HTML has."""
    blog, site = Blog(app), project_of(app.env).site
    paths: set[str] = set()
    if blog.blog_baseurl:
        paths.update(
            f"{folder}/{name}.xml"
            for _posts, folder, _title in _collections(blog)
            for name in blog.blog_feed_templates
        )
    if site is not None and (
        blog.blog_baseurl or site.content.config.settings.base_url
    ):
        paths |= _site_feed_paths(site)
    return frozenset(paths)


def _site_feed_paths(site: MountedSite | None) -> set[str]:
    entries = site.lists.values() if site else ()
    return {feed.url.lstrip("/") for entry in entries for feed in entry.feeds}


def _collections(blog: Blog) -> Iterator[tuple[Any, str, str]]:
    yield blog.posts, blog.blog_path, blog.blog_title
    if not blog.blog_feed_archives:
        return
    for header, catalog in (
        (_("Posts by"), blog.author),
        (_("Posts from"), blog.location),
        (_("Posts in"), blog.language),
        (_("Posts in"), blog.category),
        (_("Posted in"), blog.archive),
        (_("Posts tagged"), blog.tags),
    ):
        for collection in catalog:
            if len(collection):
                title = f"{blog.blog_title} - {header} {collection}"
                yield collection, collection.path, title
                # Where the page was before it moved, its readers still look.
                if old := getattr(collection, "old_path", ""):
                    yield collection, old, title


def _feed(  # noqa: PLR0913, PLR0917
    app: Sphinx,
    posts: Any,
    folder: str,
    path: str,
    title: str,
    templates: dict[str, str],
) -> Feed:
    blog = Blog(app)
    base = blog.blog_baseurl.rstrip("/") + "/"
    newest = islice(posts, blog.blog_feed_length or None)
    entries = [_entry(app, post, base, folder, templates) for post in newest]
    return Feed(
        id=base + path,
        url=base + path,
        home=base + app.builder.get_target_uri(posts.docname),
        title=title,
        subtitle=blog.blog_feed_subtitle or "",
        language=app.config.language or "",
        entries=tuple(entries),
    )


def _entry(
    app: Sphinx, post: Any, base: str, folder: str, templates: dict[str, str]
) -> FeedEntry:
    blog = Blog(app)
    record = hugo_domain(app.env).post(post.docname, post.section)
    assert record is not None  # noqa: S101 - every registered post has one
    url = base + app.builder.get_target_uri(post.docname)
    if post.section:
        url += f"#{post.section}"
    content = ""
    if not blog.blog_feed_titles:
        full = bool(blog.blog_feed_fulltext)
        html = post.to_html(post.docname, fulltext=full)
        content = _absolute(html, base + app.builder.get_target_uri(post.docname))
    values = {"title": post.title, "summary": record.excerpt, "content": content}
    for name, template in templates.items():
        # The site's own templates from conf.py, with ABlog's variables.
        values[name] = jinja2.Template(template).render(
            post=post, blog=blog, post_url=url, app=app, feed_path=folder, **values
        )
    return FeedEntry(
        id=url,
        url=record.external_link or url,
        title=values["title"],
        published=record.date,
        updated=record.updated or record.date,
        authors=tuple(str(author) for author in post.author) or (_owner(app),),
        terms=(*record.tags, *record.categories),
        summary=values["summary"],
        content=values["content"],
    )


def _absolute(html: str, url: str) -> str:
    """Return *html*, as it stands on the page *url*, for a place of its own.

    ABlog puts paragraphs into a paragraph; the parser leaves the outer one empty.
    """
    if not html.strip():
        return ""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for paragraph in root.find_class("ablog-post-excerpt"):
        if len(paragraph) == 0 and not (paragraph.text or "").strip():
            paragraph.drop_tag()
    root.make_links_absolute(url, resolve_base_href=False, handle_failures="ignore")
    parts = (lxml.html.tostring(child, encoding="unicode") for child in root)
    return (escape(root.text or "") + "".join(parts)).strip()


def _owner(app: Sphinx) -> str:
    """Return who a post without authors is by: the project's author, or the project."""
    author, default = app.config.author, Config.config_values["author"].default
    return str((author if author != default else "") or app.config.project or GENERATOR)
