"""What a feed holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sphinx_updates.blog.feeds.text import printable

if TYPE_CHECKING:
    from sphinx_updates.blog.authors import Author

GENERATOR: Final = "sphinx-updates"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""What a feed without a dated entry says of its age: Atom demands a date."""


@dataclass(frozen=True, slots=True)
class FeedImage:
    """The picture that stands for an entry."""

    url: str
    """Absolute."""
    type: str = ""
    """Its media type; empty if unknown."""
    length: int | None = None
    """Bytes; None for a file that lies elsewhere."""
    alt: str = ""


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
    authors: tuple[Author, ...] = ()
    """Their addresses, if they have any, are absolute."""
    terms: tuple[str, ...] = ()
    summary: str = ""
    """Plain text."""
    content: str = ""
    """HTML; empty for a feed of titles."""
    is_whole: bool = False
    """Whether the content is the whole post and not the beginning of it."""
    image: FeedImage | None = None
    language: str = ""
    """Where it differs from that of the feed."""

    @property
    def people(self) -> tuple[Author, ...]:
        """The authors with a name that can be shown."""
        return tuple(one for one in self.authors if printable(one.name).strip())


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

    @property
    def updated(self) -> datetime:
        """The last change of an entry, not the time of the build."""
        return max(map(last_change, self.entries), default=_EPOCH)


def last_change(entry: FeedEntry) -> datetime:
    """Return when *entry* was changed, or published; 1970 if it has no date."""
    return entry.updated or entry.published or _EPOCH
