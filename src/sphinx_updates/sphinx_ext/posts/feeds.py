"""Feeds are written when everything else is: only those that differ are touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import ablog
import jinja2
from ablog.blog import Blog
from sphinx.config import Config

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.feeds import (
    GENERATOR,
    WRITERS,
    Feed,
    FeedEntry,
    FeedImage,
)
from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.base_url import feed_base_url
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.headers import picture_path
from sphinx_updates.sphinx_ext.ownership import own, write_if_changed
from sphinx_updates.sphinx_ext.pictures import file_of
from sphinx_updates.sphinx_ext.posts.feed_content import content_of
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post
    from sphinx_updates.sphinx_ext.posts.feed_plan import FeedFile, FeedList


def write_feeds(app: Sphinx, exception: Exception | None) -> None:
    """Write the feeds that were planned."""
    if exception is not None or not ablog.builder_support(app):
        return
    writer = _FeedWriter(app)
    for one in hugo_domain(app.env).feeds.lists:
        for file in one.files:
            target = Path(app.outdir, file.path)
            write_if_changed(target, WRITERS[file.format](writer.feed(one, file)))
            own(app, target)


class _FeedWriter:
    """Makes feeds of records; each entry once, whichever feeds it is in."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._blog = Blog(app)
        self._base = feed_base_url(app)
        self._domain = hugo_domain(app.env)
        self._project = project_of(app.env)
        self._entries: dict[tuple[str, bool], FeedEntry] = {}
        site = self._project.site
        settings = site.content.config.settings if site else None
        self._old = (settings.base_url if settings else "") or self._base
        self._site_language = settings.locale if settings else ""

    def feed(self, one: FeedList, file: FeedFile) -> Feed:
        """Return the feed of a list for one of its files."""
        url = self._base + quote(file.path)
        language = self._app.config.language or ""
        entries = [self._entry(post, of_site=one.is_of_site) for post in one.posts]
        if file.templates:
            pairs = zip(one.posts, entries, strict=True)
            entries = [self._templated(p, entry, file) for p, entry in pairs]
        return Feed(
            id=url,
            url=url,
            home=self._base + self._app.builder.get_target_uri(one.pagename),
            title=one.title,
            subtitle=one.subtitle,
            language=(one.is_of_site and self._site_language) or language,
            entries=tuple(entries),
        )

    def _entry(self, post: Post, *, of_site: bool) -> FeedEntry:
        key = (post.key, of_site)
        if key not in self._entries:
            self._entries[key] = self._made(post)
            if of_site:
                guid = self._old_address(post) or self._entries[key].id
                self._entries[key] = replace(self._entries[key], id=guid)
        return self._entries[key]

    def _made(self, post: Post) -> FeedEntry:
        url = self._base + self._app.builder.get_target_uri(post.docname)
        if post.section:
            url += f"#{post.section}"
        content = content_of(self._app, post)
        return FeedEntry(
            id=url,
            url=post.external_link or url,
            title=post.title,
            published=post.date,
            updated=post.updated or post.date,
            authors=self._authors(post),
            terms=tuple(
                self._domain.term(kind, label).name
                for kind, labels in (("tags", post.tags), ("category", post.categories))
                for label in labels
            ),
            summary=post.excerpt,
            content=content.html,
            is_whole=content.is_whole,
            image=self._image(post),
        )

    def _old_address(self, post: Post) -> str:
        """Return the address that a post of a Hugo site has there, which is its id.

        Whoever subscribed to the old site sees no post twice.
        """
        page = self._project.pages.get(post.docname)
        return self._old.rstrip("/") + quote(page.url) if page else ""

    def _authors(self, post: Post) -> tuple[Author, ...]:
        known = post.authors
        if not known and (item := self._blog[post.key]) is not None:
            # ABlog's ``blog_default_author``.
            known = tuple(Author(str(a), a.href or "") for a in item.author)
        return tuple(map(self._person, known)) or (Author(_owner(self._app)),)

    def _person(self, author: Author) -> Author:
        term = self._domain.term("author", author.name)
        url = author.url if is_external(author.url) else ""
        if not url and term.docname:
            url = self._base + self._app.builder.get_target_uri(term.docname)
        return Author(term.name, url)

    def _image(self, post: Post) -> FeedImage | None:
        picture = post.picture
        if picture is None:
            return None
        if is_external(picture.file):
            name = picture.file.partition("?")[0]
            return FeedImage(picture.file, _type_of(name), alt=picture.alt)
        file, path = file_of(self._app.env, post), picture_path(self._app, post)
        if file is None or not path:
            return None
        try:
            length = file.stat().st_size
        except OSError:
            return None
        return FeedImage(self._base + path, _type_of(file.name), length, picture.alt)

    def _templated(self, post: Post, entry: FeedEntry, file: FeedFile) -> FeedEntry:
        """Return *entry* by the project's own templates, with ABlog's variables."""
        values: dict[str, Any] = {
            "title": entry.title,
            "summary": entry.summary,
            "content": entry.content,
        }
        for name, template in file.templates.items():
            values[name] = jinja2.Template(template).render(
                post=self._blog[post.key],
                blog=self._blog,
                post_url=entry.id,
                app=self._app,
                feed_path=file.path.rpartition("/")[0],
                **values,
            )
        known = {name: values[name] for name in ("title", "summary", "content")}
        return replace(entry, **known)


def _type_of(name: str) -> str:
    """Return the media type of a picture by its name; empty if it is none we know."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "")


# Not the system's tables: the same sources give the same feed everywhere.
_TYPES: Final = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def _owner(app: Sphinx) -> str:
    """Return who a post without authors is by: the project's author, or the project."""
    author, default = app.config.author, Config.config_values["author"].default
    return str((author if author != default else "") or app.config.project or GENERATOR)
