"""What a content file says about its page: plain, typed, immutable values.

Built by :func:`sphinx_updates.hugo.front_matter.read_front_matter`, read by whoever
needs a page's metadata. Nothing here reads files or text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.problems import Problem

Format = Literal["yaml", "toml", "json", "org", ""]
"""The language of a front matter; empty when the file has none."""

DEFAULT_DATE: Final = ("date", "publishdate", "lastmod")
DEFAULT_PUBLISH_DATE: Final = ("publishdate", "date")
DEFAULT_LASTMOD: Final = (":git", "lastmod", "date", "publishdate")
DEFAULT_EXPIRY_DATE: Final = ("expirydate",)


class Visibility(StrEnum):
    """Whether Hugo renders a page by default, or why it does not."""

    PUBLISHED = "published"
    """The page is rendered."""
    DRAFT = "draft"
    """``draft: true``; rendered with ``--buildDrafts`` only."""
    FUTURE = "future"
    """The publish date is still to come; rendered with ``--buildFuture`` only."""
    EXPIRED = "expired"
    """The expiry date is past; rendered with ``--buildExpired`` only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeaturedImage:
    """The image that stands for a post."""

    filename: str = ""
    """As written; empty when only a caption or the like is given for a bundle file."""
    caption: str = ""
    """Markdown."""
    alt_text: str = ""
    """What the image shows."""
    focal_point: str = ""
    """``Smart``, ``Center``, ``TopLeft`` and so on; empty when not given."""
    placement: int = 1
    """1: as wide as the column, 2: as the container, 3: as the screen."""
    preview_only: bool = False
    """Show it on cards only, not above the post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceMeta:
    """One entry of ``resources``: what is said about files of the page's bundle."""

    src: str = ""
    """A glob over the bundle's files, case-insensitive."""
    name: str = ""
    """The name that templates ask for; may hold ``:counter``."""
    title: str = ""
    """The title; may hold ``:counter``."""
    params: Mapping[str, object] = field(default_factory=dict)
    """Keys in lower case; read-only by agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The fields of one front matter, cast as Hugo casts them."""

    title: str = ""
    """The page title, plain text; never derived from the file name."""
    link_title: str = ""
    """Short title for lists; empty when not given (Hugo then uses the title)."""
    subtitle: str = ""
    """Markdown line under the title."""
    summary: str = ""
    """Replaces the automatic summary."""
    description: str = ""
    """For the head of the page and for lists."""
    abstract: str = ""
    """Longer summary of publications and events."""
    authors: tuple[str, ...] = ()
    """As written: names, handles or ``Name <handle>``; one string is one entry."""
    tags: tuple[str, ...] = ()
    """Terms as written; a plain string is one term."""
    categories: tuple[str, ...] = ()
    """Terms as written; a plain string is one term."""
    keywords: tuple[str, ...] = ()
    """A plain string is split on whitespace."""
    date: datetime | None = None
    """Aware; None is Hugo's zero date."""
    publish_date: datetime | None = None
    """Aware; the page is hidden before it."""
    lastmod: datetime | None = None
    """Aware."""
    expiry_date: datetime | None = None
    """Aware; the page is hidden from it on."""
    draft: bool = False
    """Hidden unless drafts are asked for."""
    featured: bool = False
    """Picked out by themes."""
    headless: bool = False
    """Neither rendered nor listed; its resources stay usable."""
    render: Literal["always", "link", "never"] = "always"
    """``build.render``: whether the page is written to disk and has a permalink."""
    list_: Literal["always", "local", "never"] = "always"
    """``build.list``: whether the page is in listings and feeds."""
    publish_resources: bool = True
    """``build.publishResources``: whether bundle files are published."""
    slug: str = ""
    """Replaces the last part of the URL; raw. Or left of a file name with a date."""
    url: str = ""
    """Replaces the whole URL path; raw, may hold permalink tokens."""
    aliases: tuple[str, ...] = ()
    """Former paths, as written; relative ones start from the page's section."""
    weight: int = 0
    """Non-zero weights sort first, ascending."""
    type: str = ""
    """Template choice; empty means the section's."""
    layout: str = ""
    """Template choice."""
    markup: str = ""
    """Markup language of the body; empty means by the file's suffix."""
    external_link: str = ""
    """Where listings link to instead of the page."""
    canonical_url: str = ""
    """Where the post was published first."""
    translation_key: str = ""
    """Joins translations that have different paths."""
    image: FeaturedImage | None = None
    """From ``image``, else ``cover``, else ``banner``."""
    resources: tuple[ResourceMeta, ...] = ()
    """In the order written."""
    reading_time: bool = True
    """Whether themes show how long the post takes to read."""
    math: bool | None = None
    """Whether the post asks for mathematics; None when it does not say."""
    toc: bool = True
    """Whether themes show a table of contents."""
    is_cjk: bool | None = None
    """``isCJKLanguage``: count words by character; None when not given."""
    is_blogpost: bool | None = None
    """ABlog's ``blogpost``; None when the key is absent."""
    params: Mapping[str, object] = field(default_factory=dict)
    """Every key without a field, lower-cased, ``params`` merged over it; read-only."""
    page_params: Mapping[str, object] = field(default_factory=dict)
    """All keys as templates see them in ``.Params``; read-only."""

    def is_visible(self, now: datetime) -> Visibility:
        """Say whether Hugo would render the page at *now* (aware)."""
        if self.draft:
            return Visibility.DRAFT
        if self.publish_date is not None and self.publish_date > now:
            return Visibility.FUTURE
        if self.expiry_date is not None and self.expiry_date <= now:
            return Visibility.EXPIRED
        return Visibility.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A content file taken apart."""

    front_matter: FrontMatter
    """Its metadata."""
    body: str
    """Everything after the front matter, untouched."""
    body_offset: int = 0
    """Where the body starts: 0-based, in characters of the whole text."""
    body_line: int = 0
    """The line on which the body starts, 0-based."""
    problems: tuple[Problem, ...] = ()
    """In the order found; spans are offsets into the whole text."""
    format: Format = ""
    """The language of the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRules:
    """Where a site takes its dates from: ``[frontmatter]`` and ``timeZone``.

    Names are front matter keys in lower case, in order of preference. ``:default``
    stands for Hugo's own list, ``:filename`` for the date that starts the file name;
    ``:git`` and ``:filemodtime`` are ignored, because a build must not depend on the
    checkout.
    """

    time_zone: tzinfo = UTC
    """The zone of dates that name none."""
    date: tuple[str, ...] = DEFAULT_DATE
    """Sources of the date."""
    publish_date: tuple[str, ...] = DEFAULT_PUBLISH_DATE
    """Sources of the publish date."""
    lastmod: tuple[str, ...] = DEFAULT_LASTMOD
    """Sources of the date of the last change."""
    expiry_date: tuple[str, ...] = DEFAULT_EXPIRY_DATE
    """Sources of the expiry date."""
