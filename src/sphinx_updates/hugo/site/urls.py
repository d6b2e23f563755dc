"""Where Hugo publishes a page: its ``url``, a permalink pattern, or its place.

Names and settings come in, site paths go out: they start at the site's root with a
slash, are decoded, and end in a slash (a folder with the page in it) or in ``.html``.
No path leaves the site, whatever an author wrote.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.permalinks import (
    PermalinkInput,
    expand_pattern,
    expand_tokens,
    path_segment,
    sanitize,
    slug_segment,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.kinds import ListKind
    from sphinx_updates.hugo.site.settings import HugoSettings

MAX_PART_BYTES: Final = 200
"""File systems stop at 255; room is left for what a builder adds to a name."""

EVERY_PAGE: Final = "**"
"""The key of a pattern that is for every page, whatever its section."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|//")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands in the tree; folders are outermost first."""

    folders: tuple[str, ...]
    """Those above the page; a leaf bundle's own folder is not one of them."""
    base_name: str
    """File name without suffix, or the bundle's folder; empty for a section."""
    folder_url: str
    """The site path of the innermost of :attr:`folders`."""
    sections: tuple[str, ...]
    section_slugs: tuple[str, ...]
    is_section: bool = False
    list_kind: ListKind | None = None
    """Of a section: which kind of list it is."""
    is_leaf_bundle: bool = False

    @property
    def top(self) -> str:
        """The top folder; ``""`` for a page at the root."""
        return self.folders[0] if self.folders else ""


def clean_path(path: str) -> str:
    """Return *path* as a site path that cannot leave the site.

    A query and a fragment are cut off, backslashes are slashes, dots are resolved and
    stop at the root. ``index.html`` is the folder it stands in; another last part
    than ``….html`` becomes a folder.
    """
    path = _CONTROL.sub("", path.replace("\\", "/"))
    path = re.split(r"[?#]", path, maxsplit=1)[0]
    parts = [_shorten(p) for p in posixpath.normpath("/" + path).split("/") if p]
    if not parts:
        return "/"
    last = parts[-1]
    if last == "index.html":
        parts.pop()
    elif last.endswith(".html") and last != ".html":
        return "/" + "/".join(parts)
    return "/" + "".join(f"{part}/" for part in parts)


def _shorten(part: str) -> str:
    data = part.encode("utf-8", "replace")
    if len(data) <= MAX_PART_BYTES:
        return part
    stem, dot, suffix = part.rpartition(".html")
    end = dot + suffix if dot and not suffix else ""
    kept = (stem if end else part).encode("utf-8", "replace")[:MAX_PART_BYTES]
    return kept.decode("utf-8", "ignore") + end


def has_host(url: str) -> bool:
    """Say whether *url* names a server; Hugo takes paths only."""
    return _SCHEME.match(url) is not None


def folder_url(parent: str, name: str, slug: str, settings: HugoSettings) -> str:
    """Return the site path of a folder below the folder at *parent*.

    :param slug: Of the folder's own section page; it counts for all pages below too.
    """
    return _resolve(parent + _segment(name, slug, settings))


def _segment(name: str, slug: str, settings: HugoSettings) -> str:
    lower = not settings.disable_path_to_lower
    accents = settings.remove_path_accents
    if slug.strip("-"):
        part = slug_segment(slug, remove_accents=accents, lower=lower)
    else:
        # Where case is kept Hugo takes the name before it was made a path of.
        clean = path_segment if lower else sanitize
        part = clean(name, remove_accents=accents, lower=lower)
    # A sanitized name may have these two, which must not cut or climb: a number sign
    # is an ordinary letter of a path here, a backslash is none on any system.
    return part.replace("\\", "-")


def page_url(
    place: Place, fields: PermalinkInput, url: str, pattern: str, settings: HugoSettings
) -> str:
    """Return the site path of a page.

    :param url: Of its front matter; it wins, and may have tokens.
    :param pattern: The permalink pattern for it, or ``""``.
    :raises PermalinkError: If *url* or *pattern* has a token that is not known.
    """
    if url and (place.folders or not place.is_section):
        return clean_path(expand_tokens(url, fields) if ":" in url else url)
    if pattern:
        path = expand_pattern(pattern, fields)
    elif place.is_section:
        path = place.folder_url
    else:
        path = place.folder_url + _segment(place.base_name, fields.slug, settings)
    path = _resolve(path)
    if not pattern and not place.is_section and not place.is_leaf_bundle:
        # A file whose slug is "index" is the page of its folder.
        path = path.removesuffix("index/") if path.endswith("/index/") else path
    is_list = place.is_section and place.list_kind != "term"
    if is_list or not settings.is_ugly(place.top) or path == "/":
        return path
    return path.rstrip("/") + ".html"


def _resolve(path: str) -> str:
    """Return a path of sanitized parts as a folder; ``#`` in it is a letter."""
    parts = posixpath.normpath("/" + path.replace("\\", "-")).split("/")
    return "/" + "".join(f"{_shorten(part)}/" for part in parts if part)


def pattern_for(
    folders: tuple[str, ...], base_name: str, patterns: Mapping[str, str]
) -> str:
    """Return the pattern for a page: that of the longest section it lies in, or ``""``.

    The key ``""`` is for the pages at the root only.
    """
    if not patterns:
        return ""
    names = [path_segment(name) for name in (*folders, base_name) if name]
    for length in range(len(names), 0, -1):
        key = "/".join(names[:length])
        if key in patterns:
            return patterns[key]
    if len(names) == 1 and "" in patterns:
        return patterns[""]
    return patterns.get(EVERY_PAGE, "")


def section_key(name: str) -> str:
    """Return the key of a section as authors write it: ``/Posts/`` -> ``posts``."""
    return "/".join(path_segment(part) for part in name.strip(" /").split("/"))


def alias_path(alias: str, bundle_url: str, *, ugly: bool) -> str:
    """Return the site path of an alias of the page whose files lie at *bundle_url*.

    An alias without a leading slash is relative to the folder above the page.
    """
    base = "/" if alias.startswith("/") else posixpath.dirname(bundle_url.rstrip("/"))
    path = re.split(r"[?#]", alias.replace("\\", "/"), maxsplit=1)[0]
    full = posixpath.normpath(f"/{base}/{path}")
    if full.endswith(".htm"):
        return "/" + clean_path(full).strip("/")
    if ugly and not full.endswith(".html") and full.strip("/"):
        full += ".html"
    return clean_path(full)


def bundle_url(url: str) -> str:
    """Return the folder in which the files of the page at *url* are published."""
    return url if url.endswith("/") else url.removesuffix(".html") + "/"


def docname_of(url: str) -> str:
    """Return the docname of a site path: ``/blog/x/`` -> ``blog/x/index``."""
    path = url.lstrip("/")
    if path.endswith(".html"):
        return path.removesuffix(".html")
    return path + "index"
