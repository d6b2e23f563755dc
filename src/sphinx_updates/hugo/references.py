"""What a page means that asks for another page by ``ref`` or ``relref``.

By Hugo's own rules, which are stricter than those for links: paths only, never
addresses, and a bare name is looked for in the whole site. Source: hugo.md 2.7,
run on Hugo 0.168.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_updates.hugo.links import (
    MAX_LENGTH,
    is_malformed,
    join_paths,
    split_destination,
    why_hidden,
)
from sphinx_updates.hugo.site.index import path_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_updates.hugo.site.index import SiteIndex
    from sphinx_updates.hugo.site.page import Page

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_BAD_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a reference leads."""

    url: str = ""
    """From the root of the site, with the fragment; empty if it leads nowhere."""
    fault: str = ""
    """Why it leads nowhere, and what may have been meant; empty if it leads."""


def resolve_reference(
    ref: str, origin: Page | None, index: SiteIndex, output_format: str = ""
) -> Reference:
    """Return where *ref* leads from the page *origin*, or from the content root.

    The query is dropped, as is the server of an address. A fragment is not checked;
    alone it is the whole answer.
    """
    if len(ref) > MAX_LENGTH:
        return Reference(fault=f"it is longer than {MAX_LENGTH} characters")
    if is_malformed(ref) or _BAD_PERCENT.search(ref) or ref.startswith(":"):
        return Reference(fault="it is no path and no URL")
    parts = split_destination(ref)
    path = unquote(_without_server(parts.path)).replace("\\", "/")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if not path:
        return Reference(fragment)
    found = _find(path, origin, index)
    if isinstance(found, Reference):
        return found
    if output_format and output_format.lower() != "html":
        return Reference(fault=f"the page has no output format {output_format!r} here")
    return Reference(found + fragment)


def _without_server(path: str) -> str:
    """Return the path of an address; nothing for ``mailto:`` and the like."""
    if match := _SCHEME.match(path):
        path = match["rest"]
        if not path.startswith("/"):
            return ""
    if path.startswith("//"):
        return "/" + path[2:].partition("/")[2]
    return path


def _find(path: str, origin: Page | None, index: SiteIndex) -> str | Reference:
    """Return the address of the page that *path* means, or why there is none."""
    path = path.removesuffix("/") or "/"
    name = path.rpartition("/")[2]
    has_suffix = "." in name
    spellings = [path]
    # Of a suffix that is no content file's only the name counts.
    if has_suffix and name.strip("."):
        spellings.append(path.rpartition(".")[0])
    for spelling in spellings:
        for candidate in _candidates(spelling, origin, index, has_suffix=has_suffix):
            if page := index.by_path(candidate):
                return page.url
            key = path_key(candidate)
            if not key or index.is_section(key):
                return f"/{key}/" if key else "/"
    if "/" in path or path.startswith("."):
        return Reference(fault=f"page not found{_hint(path, origin, index)}")
    for spelling in spellings:
        named = index.named(spelling)
        if len(named) > 1:
            paths = ", ".join(repr(page.path) for page in named[:3])
            return Reference(fault=f"it is ambiguous: {paths} have this name")
        if named:
            return named[0].url
    return Reference(fault=f"page not found{_hint(path, origin, index)}")


def _candidates(
    path: str, origin: Page | None, index: SiteIndex, *, has_suffix: bool
) -> Iterator[str]:
    """Yield the paths below the content root that *path* may stand for, in order."""
    if origin is not None and not path.startswith("/"):
        folder = origin.directory
        if origin.is_leaf_bundle and not (has_suffix and path.startswith("../")):
            folder = posixpath.dirname(folder)
        yield join_paths(folder, path)
        if has_suffix:
            yield join_paths(origin.directory, path)
    if not path.startswith("."):
        yield join_paths("", path)
        # A mounted folder is the content root of its own site.
        if origin is not None and (prefix := index.prefix_of(origin)):
            yield join_paths(prefix, path)


def _hint(path: str, origin: Page | None, index: SiteIndex) -> str:
    has_suffix = "." in path.rpartition("/")[2]
    for candidate in _candidates(path, origin, index, has_suffix=has_suffix):
        if hidden := index.hidden_by_path(candidate):
            return f", {why_hidden(hidden)}"
    nearest = index.nearest(path)
    return f"; did you mean {nearest!r}?" if nearest else ""
