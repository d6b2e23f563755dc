"""The record of one post: plain data, small enough to keep for every post.

Lists, cards, feeds and page headers are made from these records alone, so none of
them needs a document tree, and a record travels cheaply between processes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_updates.blog.authors import Author


class Status(StrEnum):
    """How far a post is from its readers; the value is what a badge says."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Picture:
    """The featured image of a post."""

    file: str
    """Path of the file, POSIX, relative to the source directory; or an absolute URL."""
    alt: str = ""
    caption: str = ""
    """HTML, without a paragraph around it."""
    is_header: bool = True
    """Whether it stands above the post, or only in lists."""
    placement: int = 1
    """1: not larger than it is, 2: as wide as the text, 3: from edge to edge."""
    focal_point: str = ""
    """What a cut shall keep: ``Top``, ``BottomLeft``; empty for the middle."""

    @property
    def position(self) -> str:
        """The focal point as CSS's ``object-position``; empty for the middle."""
        words = re.findall("top|bottom|left|right", self.focal_point.lower())
        return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is known of one post without opening its page."""

    docname: str
    section: str = ""
    """The id of its section when a page holds several posts; else empty."""
    title: str
    """Plain text."""
    subtitle: str = ""
    date: datetime | None = None
    """Aware; None for a post without a date, which sorts behind all others."""
    updated: datetime | None = None
    """Aware; set when it differs from the date."""
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    folder: str = ""
    """Where its file is, POSIX, from the root of the content, with the prefix of its
    mount: what Hugo calls sections."""
    excerpt: str = ""
    """Plain text, one paragraph per line."""
    picture: Picture | None = None
    minutes: int = 0
    """Reading time; 0 when it is not to be shown."""
    external_link: str = ""
    canonical_link: str = ""
    weight: int = 0
    is_featured: bool = False
    status: Status = Status.PUBLISHED
    hides: tuple[str, ...] = ()
    """The parts of its page that the post itself says shall not be shown."""

    @property
    def key(self) -> str:
        """What tells it from every other post: docname, and section if it has one."""
        return f"{self.docname}#{self.section}" if self.section else self.docname

    @property
    def instant(self) -> datetime:
        """The moment to sort by: UTC, the year 1 for a post without a date."""
        if self.date is None:
            return datetime.min.replace(tzinfo=UTC)
        return self.date.astimezone(UTC)
