"""The one place that knows what a link in a post means.

A destination as written and the page it stands in go in, a page or file comes out. An
author may mean the file's path, the path from the content root, or the address on the
site; the first reading that leads somewhere counts. The file system is not touched.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeVar
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_updates.hugo.site.index import SiteIndex
    from sphinx_updates.hugo.site.page import Page, SiteFile

T = TypeVar("T")

_DANGEROUS: Final = re.compile(r"\s*(javascript|vbscript|file|data)\s*:", re.IGNORECASE)
_UNSEEN: Final = re.compile(r"[\x00-\x20]+")
"""What browsers leave out at the beginning of an address, or in its scheme."""
_IMAGE_DATA: Final = re.compile(r"\s*data:image/(png|gif|jpeg|webp)[;,]", re.IGNORECASE)
_EXTERNAL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
MAX_LENGTH: Final = 4_000
"""Characters; browsers stop at half of it, and a longer one is data, not a link."""

_WHY_HIDDEN: Final = {
    "draft": "is a draft",
    "future": "is dated in the future",
    "expired": "has expired",
}


class Parts(NamedTuple):
    """A destination cut at its marks."""

    path: str
    query: str
    """Without the ``?``."""
    fragment: str
    """Without the ``#``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a destination leads to."""

    kind: Literal["page", "file", "fragment", "external", "unresolved"]
    page: Page | None = None
    """For ``page``; for ``fragment`` the page that the link stands in."""
    file: SiteFile | None = None
    fragment: str = ""
    """Without the ``#``, as written."""
    query: str = ""
    """Without the ``?``."""
    hint: str = ""
    """For ``unresolved``: what was tried, and what may have been meant."""


def is_external(destination: str) -> bool:
    """Say whether *destination* has a scheme or names a server."""
    return _EXTERNAL.match(destination) is not None


def is_dangerous(destination: str) -> bool:
    """Say whether *destination* would run a script or read a file when it is followed.

    Images as data are harmless. Source: Goldmark's ``IsDangerousURL``, hugo.md 5.1.
    """
    seen = _UNSEEN.sub("", destination)
    return bool(_DANGEROUS.match(seen)) and not _IMAGE_DATA.match(seen)


def is_malformed(destination: str) -> bool:
    """Say whether *destination* is no URL at all, so that programs fail to read it."""
    try:
        urlsplit(destination)
    except ValueError:
        return True
    return False


def split_destination(destination: str) -> Parts:
    """Cut *destination* into path, query and fragment."""
    rest, _mark, fragment = destination.partition("#")
    path, _mark, query = rest.partition("?")
    return Parts(path, query, fragment)


def resolve_link(
    destination: str, origin: Page, index: SiteIndex, *, explain: bool = True
) -> Target:
    """Return what a link on the page *origin* leads to.

    Read in this order: the path from the file (from its own folder, then for a leaf
    bundle from the folder above, where Hugo starts), the path from the content root,
    the path from the mount, the address from the page's own, an alias, a file, and the
    address with ``.html`` too much or too little. A path with a leading slash starts at
    the root in each reading, or at the root of the mount.

    :param explain: Whether to look for what was meant, which takes long.
    """
    destination = destination.strip()
    if is_external(destination):
        return Target(kind="external")
    if len(destination) > MAX_LENGTH:
        return Target(
            kind="unresolved", hint=f"it is longer than {MAX_LENGTH} characters"
        )
    parts = split_destination(destination)
    if not parts.path:
        return Target(
            kind="fragment", page=origin, fragment=parts.fragment, query=parts.query
        )
    path = parts.path.replace("\\", "/")
    page = _find_page(path, origin, index)
    if page is not None:
        return Target(
            kind="page", page=page, fragment=parts.fragment, query=parts.query
        )
    file = _find_file(path, origin, index)
    if file is not None:
        return Target(
            kind="file", file=file, fragment=parts.fragment, query=parts.query
        )
    page = _first(index.by_loose_url, _urls(path, origin, index))
    if page is not None:
        return Target(
            kind="page", page=page, fragment=parts.fragment, query=parts.query
        )
    return Target(
        kind="unresolved",
        fragment=parts.fragment,
        query=parts.query,
        hint=_hint(path, origin, index) if explain else "",
    )


def resolve_resource(
    destination: str, origin: Page, index: SiteIndex
) -> SiteFile | None:
    """Return the file that an image or another medium on *origin* is; None if none.

    A bundle's own files come first, by path or by the name that ``resources`` gives
    them, without case as in Hugo.
    """
    destination = destination.strip()
    if is_external(destination) or len(destination) > MAX_LENGTH:
        return None
    path = split_destination(destination).path.replace("\\", "/")
    return _find_file(path, origin, index) if path else None


def _find_page(path: str, origin: Page, index: SiteIndex) -> Page | None:
    return (
        _first(index.by_path, _paths(path, origin, index))
        or _first(index.by_url, _urls(path, origin, index))
        or _first(index.by_alias, _urls(path, origin, index))
    )


def _find_file(path: str, origin: Page, index: SiteIndex) -> SiteFile | None:
    return (
        _find_resource(path, origin, index)
        or _first(index.file_by_path, _paths(path, origin, index))
        or _first(index.file_by_url, _urls(path, origin, index))
    )


def _first(find: Callable[[str], T | None], candidates: Iterator[str]) -> T | None:
    return next((found for c in candidates if (found := find(c)) is not None), None)


def _paths(path: str, origin: Page, index: SiteIndex) -> Iterator[str]:
    """Yield the paths below the content root that *path* may stand for."""
    if not path.startswith("/"):
        yield join_paths(origin.directory, path)
        if origin.is_leaf_bundle:
            yield join_paths(posixpath.dirname(origin.directory), path)
    # "../x" is never meant from the root; clamped there it would find other pages.
    if not path.startswith("."):
        yield join_paths("", path)
        if prefix := index.prefix_of(origin):
            yield join_paths(prefix, path)


def _urls(path: str, origin: Page, index: SiteIndex) -> Iterator[str]:
    """Yield the site paths that *path* may stand for, as a browser would read it."""
    yield site_path(path, origin)
    if path.startswith("/") and (prefix := index.prefix_of(origin)):
        yield join_paths(prefix, path)


def site_path(path: str, origin: Page) -> str:
    """Return the site path of *path*, which a browser finds on the page *origin*."""
    if path.startswith("/"):
        return path
    base = origin.url if origin.url.endswith("/") else posixpath.dirname(origin.url)
    return "/" + join_paths(base, path)


def join_paths(folder: str, path: str) -> str:
    """Join two parts of a path; dots are resolved and stop at the root."""
    return posixpath.normpath(f"/{folder}/{path}").lstrip("/")


def _find_resource(path: str, origin: Page, index: SiteIndex) -> SiteFile | None:
    """Return the bundle's own file of that path or name."""
    if not origin.resources or path.startswith("/"):
        return None
    wanted = unquote(posixpath.normpath(path)).lower()
    for name in origin.resources:
        if name.lower() == wanted:
            return index.file_by_path(f"{origin.directory}/{name}")
    for meta in origin.front_matter.resources:
        if meta.name and meta.name.lower() == wanted:
            for name in origin.resources:
                if fnmatchcase(name.lower(), meta.src.lower()):
                    return index.file_by_path(f"{origin.directory}/{name}")
    return None


def why_hidden(page: Page) -> str:
    """Return what to say of *page*, which is not built."""
    reason = _WHY_HIDDEN.get(str(page.visibility), "is never rendered")
    return f"{page.path!r} {reason} and is not built"


def _hint(path: str, origin: Page, index: SiteIndex) -> str:
    """Say why nothing was found, and what may have been meant."""
    hidden = _first(index.hidden_by_path, _paths(path, origin, index)) or _first(
        index.hidden_by_url, _urls(path, origin, index)
    )
    if hidden is not None:
        return why_hidden(hidden)
    if path.startswith("/"):
        tried = "no page or file has this path or address"
    else:
        tried = (
            f"no page or file has this path from {origin.directory or '/'!r} or from "
            f"the content root, nor this address from {origin.url!r}"
        )
    nearest = index.nearest(path)
    return f"{tried}; did you mean {nearest!r}?" if nearest else tried
