"""Atom: RFC 4287."""

from __future__ import annotations

from typing import Final

from lxml import etree

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.feeds.model import GENERATOR, Feed, FeedEntry, last_change
from sphinx_updates.blog.feeds.text import printable, timestamp, uri
from sphinx_updates.blog.feeds.xml import ATOM, MEDIA, add, document

_XML: Final = "http://www.w3.org/XML/1998/namespace"


def atom(feed: Feed) -> bytes:
    """Return *feed* as Atom, UTF-8; the same feed gives the same bytes."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "media": MEDIA})
    if feed.language:
        root.set(f"{{{_XML}}}lang", printable(feed.language))
    _add(root, "id", uri(feed.id))
    _add(root, "title", feed.title.strip() or feed.home)
    if feed.subtitle:
        _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", timestamp(feed.updated))
    _add(root, "link", href=uri(feed.home), rel="alternate", type="text/html")
    _add(root, "link", href=uri(feed.url), rel="self", type="application/atom+xml")
    _add(root, "generator", GENERATOR)
    for entry in feed.entries:
        _add_entry(root, entry)
    return document(root)


def _add_entry(root: etree._Element, entry: FeedEntry) -> None:
    item = _add(root, "entry")
    if entry.language:
        item.set(f"{{{_XML}}}lang", printable(entry.language))
    _add(item, "id", uri(entry.id))
    # An entry needs a title; one without words is known by its address.
    _add(item, "title", printable(entry.title).strip() or entry.url)
    _add(item, "link", href=uri(entry.url), rel="alternate", type="text/html")
    if entry.published:
        _add(item, "published", timestamp(entry.published))
    _add(item, "updated", timestamp(last_change(entry)))
    # Without a feed author RFC 4287 wants one in every entry.
    for author in entry.people or (Author(GENERATOR),):
        person = _add(item, "author")
        _add(person, "name", author.name)
        if author.url:
            _add(person, "uri", uri(author.url))
    for term in dict.fromkeys(map(printable, entry.terms)):
        _add(item, "category", term=term, label=term)
    if entry.summary:
        _add(item, "summary", entry.summary)
    if entry.content:
        _add(item, "content", entry.content, type="html")
    _add_image(item, entry)


def _add_image(item: etree._Element, entry: FeedEntry) -> None:
    image = entry.image
    if image is None:
        return
    known = {"type": image.type} if image.type else {}
    if image.length is not None:
        length = {"length": str(image.length)}
        _add(item, "link", href=uri(image.url), rel="enclosure", **known, **length)
    add(item, f"{{{MEDIA}}}content", url=uri(image.url), medium="image", **known)


def _add(
    parent: etree._Element, name: str, text: str = "", **attributes: str
) -> etree._Element:
    return add(parent, f"{{{ATOM}}}{name}", text, **attributes)
