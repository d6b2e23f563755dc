"""Feeds from plain entries: Atom, RSS 2.0, JSON Feed; no time of the build in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from sphinx_updates.blog.feeds.atom import atom
from sphinx_updates.blog.feeds.json_feed import json_feed
from sphinx_updates.blog.feeds.model import GENERATOR, Feed, FeedEntry, FeedImage
from sphinx_updates.blog.feeds.rss import rss

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "FILES",
    "FORMATS",
    "GENERATOR",
    "MEDIA_TYPES",
    "WRITERS",
    "Feed",
    "FeedEntry",
    "FeedImage",
    "Format",
    "atom",
    "json_feed",
    "rss",
]

Format = Literal["rss", "atom", "json"]

FORMATS: Final[tuple[Format, ...]] = ("rss", "atom", "json")
FILES: Final[Mapping[Format, str]] = {
    "rss": "index.xml",
    "atom": "atom.xml",
    "json": "feed.json",
}
"""The name of the file by format; that of RSS is Hugo's, that of Atom ABlog's."""

MEDIA_TYPES: Final[Mapping[Format, str]] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
WRITERS: Final[Mapping[Format, Callable[[Feed], bytes]]] = {
    "rss": rss,
    "atom": atom,
    "json": json_feed,
}
