"""A button by which readers ask for help: a link, a mail, or a form that is filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import Final, Literal, cast
from urllib.parse import quote, urlsplit

Place = Literal["floating", "sidebar", "footer"]

PLACES: Final[tuple[Place, ...]] = ("floating", "sidebar", "footer")
_SCHEMES: Final = ("http", "https", "mailto")
_PLACEHOLDER: Final = re.compile(r"\{(.*?)\}")
_NAMES: Final = ("url", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportButton:
    """What the button says, where it leads, and where it stands."""

    url: str
    """With ``{url}`` and ``{title}`` where those of the page belong."""
    text: str = ""
    """Empty for our own word, in the project's language."""
    place: Place = "floating"
    pages: tuple[str, ...] = ("**",)
    """Patterns of the pages that have it."""

    @property
    def names_page(self) -> bool:
        """Whether the address has that of the page in it."""
        return "{url}" in self.url

    def is_on(self, pagename: str) -> bool:
        """Say whether a page has the button."""
        return any(fnmatchcase(pagename, pattern) for pattern in self.pages)

    def address(self, *, url: str, title: str) -> str:
        """Return where the button leads from the page with this *url* and *title*."""
        values = {"url": url, "title": title}
        return _PLACEHOLDER.sub(
            lambda match: quote(values[match[1]], safe=""), self.url
        )


def read_support(value: object) -> SupportButton | None:
    """Return the button that a dict describes; None for an empty one.

    Raises ``ValueError`` for what is no button.
    """
    if not isinstance(value, Mapping):
        raise ValueError("must be a dict")
    if not value:
        return None
    names = [field.name for field in fields(SupportButton)]
    if unknown := [key for key in value if key not in names]:
        raise ValueError(f"has keys of {', '.join(names)}, not {unknown[0]!r}")
    place = value.get("place", "floating")
    if place not in PLACES:
        raise ValueError(f"'place' must be one of {', '.join(PLACES)}, not {place!r}")
    text = value.get("text", "")
    if not isinstance(text, str):
        raise ValueError("'text' must be text")
    return SupportButton(
        url=_read_url(value.get("url")),
        text=text,
        place=cast("Place", place),
        pages=_read_pages(value.get("pages", ("**",))),
    )


def _read_url(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("needs a 'url' to lead to")
    url = value.strip()
    for name in _PLACEHOLDER.findall(url):
        if name not in _NAMES:
            raise ValueError(
                f"'url' may have {{url}} and {{title}} in it, not {{{name}}}"
            )
    parts = urlsplit(_PLACEHOLDER.sub("x", url))
    is_whole = parts.netloc or parts.path if parts.scheme == "mailto" else parts.netloc
    if parts.scheme not in _SCHEMES or not is_whole or re.search(r"[\s\x00-\x1f]", url):
        raise ValueError(f"'url' must be an http, https or mailto address, not {url!r}")
    return url


def _read_pages(value: object) -> tuple[str, ...]:
    items = tuple(value) if isinstance(value, list | tuple) else ()
    if not items or not all(isinstance(item, str) for item in items):
        raise ValueError("'pages' must be a list of patterns")
    return items
