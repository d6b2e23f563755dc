"""JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sphinx_updates.blog.feeds.text import printable, timestamp, uri

if TYPE_CHECKING:
    from sphinx_updates.blog.authors import Author
    from sphinx_updates.blog.feeds.model import Feed, FeedEntry, FeedImage

_VERSION: Final = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return *feed* as JSON Feed 1.1, UTF-8; the same feed gives the same bytes."""
    document = {
        "version": _VERSION,
        "title": feed.title.strip() or feed.home,
        "home_page_url": uri(feed.home),
        "feed_url": uri(feed.url),
        **({"description": feed.subtitle} if feed.subtitle else {}),
        **({"language": feed.language} if feed.language else {}),
        "items": [_item(entry) for entry in feed.entries],
    }
    # A lone half of a surrogate pair has no bytes in UTF-8.
    return printable(json.dumps(document, ensure_ascii=False, indent=1)).encode()


def _item(entry: FeedEntry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": uri(entry.id),
        "url": uri(entry.url),
        "title": entry.title.strip() or entry.url,
    }
    if entry.content:
        item["content_html"] = entry.content
    if not entry.content or not entry.is_whole:
        # An item needs content of one kind, and may have a summary beside.
        item["summary" if entry.content else "content_text"] = entry.summary
    if entry.published:
        item["date_published"] = timestamp(entry.published)
    if entry.updated:
        item["date_modified"] = timestamp(entry.updated)
    if entry.people:
        item["authors"] = [_author(author) for author in entry.people]
    if entry.terms:
        item["tags"] = list(dict.fromkeys(entry.terms))
    if entry.language:
        item["language"] = entry.language
    if entry.image is not None:
        item["image"] = uri(entry.image.url)
        if entry.image.type:
            item["attachments"] = [_attachment(entry.image)]
    return item


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, **({"url": uri(author.url)} if author.url else {})}


def _attachment(image: FeedImage) -> dict[str, object]:
    known: dict[str, object] = {"url": uri(image.url), "mime_type": image.type}
    if image.length is not None:
        known["size_in_bytes"] = image.length
    return known
