"""Feeds from plain entries: Atom, RSS 2.0, JSON Feed; no time of the build in them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

GENERATOR = "sphinx-updates"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""What a feed without a dated entry says of its age: Atom demands a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One post in a feed."""

    id: str
    """An absolute URL that never changes."""
    url: str
    title: str
    published: datetime | None
    """Aware; None for a post without a date."""
    updated: datetime | None = None
    """Aware; the date of publication if it was not changed since."""
    authors: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    summary: str = ""
    """Plain text."""
    content: str = ""
    """HTML; empty for a feed of titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed and its entries, newest first."""

    id: str
    url: str
    """Where the feed itself will be."""
    home: str
    """The page that the feed belongs to."""
    title: str
    subtitle: str = ""
    language: str = ""
    entries: tuple[FeedEntry, ...] = field(default=())


def atom(feed: Feed) -> bytes:
    """Return *feed* as Atom (RFC 4287), UTF-8; the same feed gives the same bytes."""
    generator = FeedGenerator()
    generator.id(_printable(feed.id))
    generator.title(_printable(feed.title) or _printable(feed.home))
    generator.link(href=_printable(feed.home))
    generator.link(href=_printable(feed.url), rel="self")
    generator.generator(GENERATOR)
    if feed.subtitle:
        generator.subtitle(_printable(feed.subtitle))
    if feed.language:
        generator.language(_printable(feed.language))
    dates = [
        date for entry in feed.entries if (date := entry.updated or entry.published)
    ]
    generator.updated(max(dates, default=_EPOCH))
    for entry in feed.entries:
        _add(generator, entry)
    return bytes(generator.atom_str(pretty=True))


def rss(feed: Feed) -> bytes:
    """Return *feed* as RSS 2.0, UTF-8; the same feed gives the same bytes."""
    generator = FeedGenerator()
    generator.title(_printable(feed.title) or _printable(feed.home))
    # The last link is the channel's: readers follow it to the page.
    generator.link(href=_printable(feed.url), rel="self", type="application/rss+xml")
    generator.link(href=_printable(feed.home), rel="alternate")
    generator.description(
        _printable(feed.subtitle or feed.title) or _printable(feed.home)
    )
    generator.generator(GENERATOR)
    if feed.language:
        generator.language(_printable(feed.language))
    dates = [date for e in feed.entries if (date := e.updated or e.published)]
    generator.lastBuildDate(max(dates, default=_EPOCH))
    for entry in feed.entries:
        item = generator.add_entry(order="append")
        item.guid(_printable(entry.id), permalink=entry.id == entry.url)
        item.title(_printable(entry.title).strip() or _printable(entry.url))
        item.link(href=_printable(entry.url))
        if entry.published:
            item.pubDate(entry.published)
        for term in entry.terms:
            item.category({"term": _printable(term)})
        if text := entry.content or entry.summary:
            item.description(_printable(text))
    return bytes(generator.rss_str(pretty=True))


def json_feed(feed: Feed) -> bytes:
    """Return *feed* as JSON Feed 1.1, UTF-8; the same feed gives the same bytes."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title or feed.home,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        **({"description": feed.subtitle} if feed.subtitle else {}),
        **({"language": feed.language} if feed.language else {}),
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _json_item(entry: FeedEntry) -> dict[str, object]:
    item: dict[str, object] = {"id": entry.id, "url": entry.url, "title": entry.title}
    if entry.content:
        item["content_html"] = entry.content
    else:
        # An item needs content of one kind.
        item["content_text"] = entry.summary
    if entry.published:
        item["date_published"] = entry.published.isoformat()
    if entry.updated:
        item["date_modified"] = entry.updated.isoformat()
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.terms:
        item["tags"] = list(entry.terms)
    return item


def _add(generator: FeedGenerator, entry: FeedEntry) -> None:
    item = generator.add_entry(order="append")
    item.id(_printable(entry.id))
    # An entry needs a title; one without words is known by its address.
    item.title(_printable(entry.title).strip() or _printable(entry.url))
    item.link(href=_printable(entry.url))
    # Without a feed author RFC 4287 wants one in every entry.
    for name in entry.authors or (GENERATOR,):
        item.author({"name": _printable(name)})
    if entry.published:
        item.published(entry.published)
    item.updated(entry.updated or entry.published or _EPOCH)
    for term in entry.terms:
        item.category({"term": _printable(term), "label": _printable(term)})
    if entry.summary:
        item.summary(_printable(entry.summary))
    if entry.content:
        item.content(_printable(entry.content), type="html")


def _printable(text: str) -> str:
    """Return *text* without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", text)
