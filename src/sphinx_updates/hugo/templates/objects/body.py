"""What the text of a page becomes: plain data, made by whoever reads the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from sphinx_updates.hugo.templates.plain_text import strip_tags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.page import Page


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text."""

    level: int
    id: str
    """Empty for none."""
    html: str
    """What stands between its tags."""
    text: str
    """Without tags."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """The text of a page as HTML."""

    content: str = ""
    summary: str = ""
    rest: str = ""
    """What comes behind the summary that a divider ends; empty without a divider."""
    is_truncated: bool = False
    headings: tuple[Heading, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The content without tags; words and minutes are counted in it too."""
        return strip_tags(self.content)


class Bodies(Protocol):
    """Who reads the text of pages."""

    def source(self, page: Page) -> str:
        """Return what stands below the front matter; empty if it cannot be read."""

    def read(self, page: Page) -> Body:
        """Return the text as HTML; an empty one where pages show each other."""

    def markdown(
        self, page: Page | None, text: str, options: Mapping[str, object]
    ) -> str:
        """Return Markdown as HTML, with the shortcodes in it, as ``.RenderString``."""

    def shortcodes(self, page: Page) -> str:
        """Return the source with the output of its shortcodes in it."""


class NoBodies:
    """Reads nothing: pages have no text."""

    def source(self, page: Page) -> str:  # noqa: ARG002
        """Return nothing."""
        return ""

    def read(self, page: Page) -> Body:  # noqa: ARG002
        """Return an empty text."""
        return Body()

    def markdown(
        self,
        page: Page | None,  # noqa: ARG002
        text: str,
        options: Mapping[str, object],  # noqa: ARG002
    ) -> str:
        """Return the text as it is."""
        return text

    def shortcodes(self, page: Page) -> str:  # noqa: ARG002
        """Return nothing."""
        return ""
