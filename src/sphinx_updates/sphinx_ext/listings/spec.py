"""What a list of posts looks like: plain data that travels between processes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sphinx_updates.blog.listing import Query

PAGE_SIZE: Final = 12
"""Posts of a page, if nobody says otherwise: rows of two and of three come out even."""


class Style(StrEnum):
    """How a list is laid out."""

    CARDS = "cards"
    LIST = "list"
    COMPACT = "compact"
    TABLE = "table"
    TIMELINE = "timeline"


class Part(StrEnum):
    """What a list shows of each post, in the order of the reference."""

    IMAGE = "image"
    TITLE = "title"
    SUBTITLE = "subtitle"
    EXCERPT = "excerpt"
    DATE = "date"
    AUTHORS = "authors"
    READING_TIME = "reading-time"
    TAGS = "tags"


DEFAULT_PARTS: Final[dict[Style, frozenset[Part]]] = {
    Style.CARDS: frozenset(Part) - {Part.TAGS},
    Style.LIST: frozenset(Part),
    Style.COMPACT: frozenset({Part.TITLE, Part.DATE}),
    Style.TABLE: frozenset({Part.TITLE, Part.DATE, Part.AUTHORS, Part.READING_TIME}),
    Style.TIMELINE: frozenset({Part.TITLE, Part.DATE, Part.EXCERPT}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingSpec:
    """One list: which posts, and how they are shown."""

    query: Query = Query()
    style: Style = Style.CARDS
    show: frozenset[Part] = DEFAULT_PARTS[Style.CARDS]
    page_size: int = 0
    """Posts of each page; 0 for all on one."""
    has_filter: bool = False
    """Whether readers can filter and sort in the browser."""

    def shows(self, part: str) -> bool:
        """Say whether *part* of each post is shown."""
        return part in self.show


def page_docname(docname: str, number: int) -> str:
    """Return the docname of page *number* of the list on *docname*."""
    if number == 1:
        return docname
    folder = "" if docname == "index" else docname.removesuffix("/index") + "/"
    return f"{folder}page/{number}/index"
