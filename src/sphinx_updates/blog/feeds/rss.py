"""RSS 2.0, with the modules that readers know: Atom's link, Dublin Core, Media RSS."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from lxml import etree

from sphinx_updates.blog.feeds.model import GENERATOR, Feed, FeedEntry
from sphinx_updates.blog.feeds.text import mail_date, printable, uri
from sphinx_updates.blog.feeds.xml import ATOM, MEDIA, add, document

if TYPE_CHECKING:
    from sphinx_updates.blog.feeds.model import FeedImage

_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_MODULES: Final = {"atom": ATOM, "content": _CONTENT, "dc": _DC, "media": MEDIA}


def rss(feed: Feed) -> bytes:
    """Return *feed* as RSS 2.0, UTF-8; the same feed gives the same bytes."""
    root = etree.Element("rss", nsmap=_MODULES, version="2.0")
    channel = add(root, "channel")
    title = printable(feed.title).strip() or feed.home
    add(channel, "title", title)
    add(channel, "link", uri(feed.home))
    add(channel, "description", printable(feed.subtitle).strip() or title)
    if feed.language:
        add(channel, "language", feed.language)
    add(channel, "lastBuildDate", mail_date(feed.updated))
    add(channel, "generator", GENERATOR)
    link = {"href": uri(feed.url), "rel": "self", "type": "application/rss+xml"}
    add(channel, f"{{{ATOM}}}link", **link)
    for entry in feed.entries:
        _add_item(channel, entry)
    return document(root)


def _add_item(channel: etree._Element, entry: FeedEntry) -> None:
    item = add(channel, "item")
    add(item, "title", printable(entry.title).strip() or entry.url)
    add(item, "link", uri(entry.url))
    is_link = "true" if entry.id == entry.url else "false"
    add(item, "guid", uri(entry.id), isPermaLink=is_link)
    if entry.published:
        add(item, "pubDate", mail_date(entry.published))
    for author in entry.people:
        # The element ``author`` holds an e-mail address, which nobody wants to publish.
        add(item, f"{{{_DC}}}creator", author.name)
    for term in dict.fromkeys(map(printable, entry.terms)):
        add(item, "category", term)
    # A description is HTML: plain text is escaped twice.
    summary = escape(entry.summary, quote=False)
    if entry.is_whole:
        add(item, "description", summary)
        add(item, f"{{{_CONTENT}}}encoded", entry.content)
    elif text := entry.content or summary:
        add(item, "description", text)
    if entry.image is not None:
        _add_image(item, entry.image)


def _add_image(item: etree._Element, image: FeedImage) -> None:
    known = {"type": image.type} if image.type else {}
    if image.length is not None and image.type:
        # All three attributes are demanded.
        length = {"length": str(image.length)}
        add(item, "enclosure", url=uri(image.url), **length, **known)
    add(item, f"{{{MEDIA}}}content", url=uri(image.url), medium="image", **known)
