"""What the head of a page says to machines: search engines, chats, social networks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from sphinx_updates.blog.authors import Author

DESCRIPTION_LENGTH: Final = 200
"""Characters of a description; search engines show no more."""

_BLANKS: Final = re.compile(r"\s+")
_LOCALE: Final = re.compile(r"([a-z]{2,3})[-_]([A-Za-z]{2})")
# What ends or begins markup inside of a script element.
_UNSAFE: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A page as machines shall know it; addresses are absolute, or empty."""

    title: str
    url: str = ""
    site_name: str = ""
    description: str = ""
    """Plain text of one line."""
    language: str = ""
    image: str = ""
    image_alt: str = ""
    robots: str = ""
    """For the tag of that name; empty for a page that all may index."""
    is_post: bool = False
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    logo: str = ""
    """That of the site."""


def one_line(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Return *text* on one line, cut between words to at most *length* characters."""
    line = _BLANKS.sub(" ", text).strip()
    if len(line) <= length:
        return line
    start = line[: length - 1]
    return (start.rpartition(" ")[0] or start).rstrip(" ,;:.–—-") + "…"


def head_tags(page: Metadata, known: Collection[str] = ()) -> str:
    """Return the tags of *page*, each on a line.

    :param known: Names and properties of tags that the page has already.
    """
    lines = [
        f'<meta {kind}="{name}" content="{escape(value)}" />\n'
        for kind, name, value in _tags(page)
        if value and name not in known
    ]
    return "".join(lines)


def _tags(page: Metadata) -> Iterator[tuple[str, str, str]]:
    yield "name", "description", page.description
    yield "name", "author", ", ".join(author.name for author in page.authors)
    yield "name", "robots", page.robots
    yield "property", "og:title", page.title
    yield "property", "og:type", "article" if page.is_post else "website"
    yield "property", "og:url", page.url
    yield "property", "og:site_name", page.site_name
    yield "property", "og:description", page.description
    if match := _LOCALE.fullmatch(page.language):
        yield "property", "og:locale", f"{match[1]}_{match[2].upper()}"
    if page.image:
        yield "property", "og:image", page.image
        yield "property", "og:image:alt", page.image_alt or page.title
    card = "summary_large_image" if page.image else "summary"
    yield "name", "twitter:card", card
    if page.is_post:
        yield from _article_tags(page)


def _article_tags(page: Metadata) -> Iterator[tuple[str, str, str]]:
    for name, date in (("published", page.published), ("modified", page.updated)):
        if date is not None:
            yield "property", f"article:{name}_time", date.isoformat()
    for author in page.authors:
        yield "property", "article:author", author.url or author.name
    yield "property", "article:section", page.section
    for tag in page.tags:
        yield "property", "article:tag", tag


def structured_data(page: Metadata) -> str:
    """Return a post as JSON-LD in a script element; source: schema.org/BlogPosting.

    Nothing in it can end the element, whatever the post says.
    """
    publisher: dict[str, object] = {"@type": "Organization", "name": page.site_name}
    if page.logo:
        publisher["logo"] = {"@type": "ImageObject", "url": page.logo}
    values: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": page.title,
        "description": page.description,
        "datePublished": page.published.isoformat() if page.published else "",
        "dateModified": page.updated.isoformat() if page.updated else "",
        "author": [_person(author) for author in page.authors],
        "image": page.image,
        "keywords": list(page.tags),
        "articleSection": page.section,
        "inLanguage": page.language,
        "publisher": publisher if page.site_name else "",
        "url": page.url,
        "mainEntityOfPage": ({"@type": "WebPage", "@id": page.url} if page.url else ""),
    }
    known = {name: value for name, value in values.items() if value}
    text = json.dumps(known, ensure_ascii=False).translate(_UNSAFE)
    return f'<script type="application/ld+json">{text}</script>\n'


def _person(author: Author) -> dict[str, str]:
    url = {"url": author.url} if author.url else {}
    return {"@type": "Person", "name": author.name, **url}
