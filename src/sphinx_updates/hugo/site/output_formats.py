"""Output formats: which files a page is published as, and which of them are feeds."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from sphinx_updates.hugo.site.setting_values import (
    BadValueError,
    read_boolean,
    read_text,
    read_texts,
    shorten,
)

FeedType = Literal["rss", "atom", "json"]

Outputs = dict[str, tuple[str, ...]]
"""Names of formats by kind of page."""

DEFAULT_OUTPUTS: Final[Outputs] = {
    "page": ("html",),
    "home": ("html", "rss"),
    "section": ("html", "rss"),
    "taxonomy": ("html", "rss"),
    "term": ("html", "rss"),
}

_SUFFIXES: Final = {
    "text/html": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/csv": "csv",
    "text/css": "css",
    "text/calendar": "ics",
    "application/json": "json",
    "application/xml": "xml",
    "application/rss+xml": "xml",
    "application/manifest+json": "webmanifest",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat:
    """One of the files that a page is published as."""

    name: str
    """In lower case."""
    media_type: str
    file_name: str
    """``index.xml``; it may have folders in front."""
    folder: str = ""
    """What stands in front of the page's own folder: ``amp``."""
    in_default_language: bool = False
    """Whether the address has no prefix of a language."""

    @property
    def feed_type(self) -> FeedType | None:
        """What kind of feed this is, by name and media type; None if it is none."""
        if self.name == "rss" or "rss" in self.media_type:
            return "rss"
        if "atom" in self.name or "atom" in self.media_type:
            return "atom"
        is_feed = "feed" in self.name or "feed" in self.media_type
        return "json" if is_feed and "json" in self.name + self.media_type else None

    def address(self, folder: str) -> str:
        """Return the site path of the file of the page at *folder*, ``/posts/``.

        Both are without the prefix of a language, which comes before :attr:`folder`.
        """
        return posixpath.normpath(f"/{self.folder}/{folder}/{self.file_name}")


def _format(
    name: str, media_type: str, base_name: str = "index", folder: str = ""
) -> OutputFormat:
    return OutputFormat(
        name=name,
        media_type=media_type,
        file_name=f"{base_name}.{_SUFFIXES[media_type]}",
        folder=folder,
    )


DEFAULT_FORMATS: Final[Mapping[str, OutputFormat]] = {
    found.name: found
    for found in (
        _format("html", "text/html"),
        _format("amp", "text/html", folder="amp"),
        _format("rss", "application/rss+xml"),
        _format("json", "application/json"),
        _format("markdown", "text/markdown"),
        _format("csv", "text/csv"),
        _format("calendar", "text/calendar"),
        _format("css", "text/css", "styles"),
        _format("webappmanifest", "application/manifest+json", "manifest"),
        _format("robots", "text/plain", "robots"),
    )
}


_UNKNOWN: Final = OutputFormat(name="", media_type="", file_name="index.")


def read_formats(value: object, media_types: object) -> dict[str, OutputFormat]:
    """Return Hugo's formats with those of ``outputFormats`` above them.

    :param media_types: The ``mediaTypes`` of the same configuration.
    """
    if not isinstance(value, Mapping):
        raise BadValueError("a table of tables")
    found = dict(DEFAULT_FORMATS)
    for name, table in value.items():
        if not isinstance(table, Mapping):
            raise BadValueError(f"a table of tables, {name!r} is {shorten(table)}")
        key = str(name).lower()
        found[key] = _read_format(key, table, media_types)
    return found


def _read_format(
    name: str, table: Mapping[str, Any], media_types: object
) -> OutputFormat:
    known = DEFAULT_FORMATS.get(name, _UNKNOWN)
    media_type = read_text(table.get("mediatype") or known.media_type).lower()
    base_name = read_text(table.get("basename") or known.file_name.partition(".")[0])
    suffix = _suffix(media_type, media_types)
    return OutputFormat(
        name=name,
        media_type=media_type,
        file_name=_inside(f"{base_name}.{suffix}" if suffix else base_name),
        folder=_inside(read_text(table.get("path") or known.folder)),
        in_default_language=read_boolean(table.get("root") or False),
    )


def _inside(path: str) -> str:
    """Return *path* without dots: whatever is written there, it leads nowhere else."""
    return posixpath.normpath(f"/{path}").strip("/")


def _suffix(media_type: str, media_types: object) -> str:
    own = media_types.get(media_type) if isinstance(media_types, Mapping) else None
    suffixes = own.get("suffixes") if isinstance(own, Mapping) else None
    try:
        named = read_texts(suffixes or [])
    except BadValueError:
        named = ()
    if named:
        return named[0]
    # ``application/atom+xml`` and the like are XML.
    return _SUFFIXES.get(media_type) or media_type.rpartition("+")[2].rpartition("/")[2]


def read_outputs(value: object) -> Outputs:
    """Return the formats of each kind of page: Hugo's own, or those that are named."""
    if not isinstance(value, Mapping):
        raise BadValueError("a table of lists")
    named = {
        str(kind).lower(): tuple(name.lower() for name in read_texts(names))
        for kind, names in value.items()
    }
    return DEFAULT_OUTPUTS | named
