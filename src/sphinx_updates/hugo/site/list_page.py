"""A page that lists others, and its feeds: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.urls import bundle_url

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sphinx_updates.hugo.site.kinds import ListKind
    from sphinx_updates.hugo.site.output_formats import FeedType, OutputFormat
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.terms import Taxonomy, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed of a list."""

    name: str
    """That of its output format, in lower case."""
    type: FeedType
    url: str
    """Site path of the file, decoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A page that lists others."""

    kind: ListKind
    path: str
    """Its folder below the content root, as it is written; ``""`` for the front page.
    That of a term without a page of its own is the taxonomy and the term's key."""
    url: str
    """Site path, decoded; ``""`` when it is published as feeds only."""
    title: str
    """Plain text."""
    page: Page | None = None
    """Its ``_index.md``; None without one."""
    members: tuple[Page, ...] = ()
    """The pages it lists, in Hugo's order; of a taxonomy none, see its terms."""
    date: datetime | None = None
    """Its own date, else that of the newest page below it."""
    taxonomy: Taxonomy | None = None
    """Of a taxonomy or a term: which one."""
    term: Term | None = None
    """Of a term: which one."""
    feeds: tuple[Feed, ...] = ()

    @property
    def feed(self) -> str:
        """Site path of its RSS feed, else of its first feed; ``""`` without any."""
        by_type = sorted(self.feeds, key=lambda feed: feed.type != "rss")
        return by_type[0].url if by_type else ""


def feeds_at(
    url: str, formats: Iterable[OutputFormat], prefix: str
) -> tuple[Feed, ...]:
    """Return those of *formats* that are feeds, for the list at *url*.

    :param prefix: That of the language: ``/fr``, or ``""``.
    """
    folder = bundle_url(url)
    if prefix and url.startswith(f"{prefix}/"):
        folder = folder.removeprefix(prefix)
    return tuple(
        Feed(
            name=found.name,
            type=found.feed_type,
            url=("" if found.in_default_language else prefix) + found.address(folder),
        )
        for found in formats
        if found.feed_type
    )
