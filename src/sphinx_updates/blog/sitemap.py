"""The files that lead search engines: ``sitemap.xml`` and ``robots.txt``.

Source: https://www.sitemaps.org/protocol.html and RFC 9309.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from sphinx_updates.blog.feeds.text import printable, timestamp, uri
from sphinx_updates.blog.feeds.xml import add, document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAX_URLS: Final = 50_000
"""Addresses in one file, by the protocol."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page that search engines shall know."""

    url: str
    """Absolute."""
    changed: datetime | None = None
    """Aware; None if nobody knows."""


def sitemap(entries: Iterable[SitemapEntry]) -> bytes:
    """Return the sitemap of *entries* in the order of their addresses, UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})
    for entry in sorted(entries, key=lambda entry: entry.url)[:MAX_URLS]:
        url = add(root, f"{{{NAMESPACE}}}url")
        add(url, f"{{{NAMESPACE}}}loc", uri(entry.url))
        if entry.changed is not None:
            add(url, f"{{{NAMESPACE}}}lastmod", timestamp(entry.changed))
    return document(root)


def robots_txt(sitemap_url: str) -> bytes:
    """Return a file that lets everyone in and names the sitemap."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {printable(sitemap_url)}\n".encode()
