"""Finding pages and files: by path, by address, by alias; and what was meant instead.

The index is made of the mounts once and never touches the file system.
"""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import unquote

from sphinx_updates.hugo.permalinks import lower_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx_updates.hugo.site.page import Mount, Page, SiteFile

T = TypeVar("T")

_SUFFIXES: Final = (".md", ".markdown", ".mdown")
_HTML: Final = re.compile(r"\.html?$", re.IGNORECASE)
_INDEX_NAMES: Final = ("index", "_index")

MAX_SUGGESTIONS: Final = 200
"""Comparing names is slow; whoever has more broken links than this knows it by then."""
MAX_COMPARED: Final = 5_000
"""Names that one misspelling is compared with: a few milliseconds."""
_CLOSENESS: Final = 0.7


class SiteIndex:
    """The pages and files of all mounts; of several candidates the first mount's."""

    def __init__(self, mounts: Iterable[Mount]) -> None:
        self.mounts = tuple(mounts)
        self._pages: dict[str, Page] = {}
        self._urls: dict[str, Page] = {}
        self._aliases: dict[str, Page] = {}
        self._files: dict[str, SiteFile] = {}
        self._file_urls: dict[str, SiteFile] = {}
        self._hidden: dict[str, Page] = {}
        self._hidden_urls: dict[str, Page] = {}
        self._names: dict[str, str] = {}
        self._by_name: dict[str, list[Page]] = {}
        self._sections: set[str] = set()
        self._suggestions: dict[str, str | None] = {}
        for mount in self.mounts:
            self._add(mount)

    def _add(self, mount: Mount) -> None:
        for page in mount.pages:
            _enter(self._pages, path_key(page.path), page)
            _enter(self._urls, url_key(page.url), page)
            name = _last(path_key(page.path))
            self._names.setdefault(name, page.path)
            self._by_name.setdefault(name, []).append(page)
            if page.directory:
                self._sections.add(lower_case(page.directory.partition("/")[0]))
            self._names.setdefault(_last(url_key(page.url)), page.path)
            for alias in page.aliases:
                _enter(self._aliases, url_key(alias), page)
        for file in mount.files:
            _enter(self._files, file.path, file)
            _enter(self._file_urls, file.url, file)
            self._names.setdefault(_last(file.path.lower()), file.path)
        for page in mount.hidden:
            _enter(self._hidden, path_key(page.path), page)
            _enter(self._hidden_urls, url_key(page.url), page)

    def by_path(self, path: str) -> Page | None:
        """Return the page whose file is *path* below the content root.

        As in Hugo without case; the suffix and ``index`` may be left out.
        """
        return _find(self._pages, path, path_key)

    def named(self, name: str) -> tuple[Page, ...]:
        """Return all pages whose file or bundle has *name*, wherever they are."""
        return tuple(self._by_name.get(_last(path_key(name)), ()))

    def is_section(self, path: str) -> bool:
        """Say whether *path* is a folder at the content root with pages in it."""
        return lower_case(path) in self._sections

    def by_url(self, url: str) -> Page | None:
        """Return the page at a site path; a slash at the end makes no difference."""
        return _find(self._urls, url, url_key)

    def by_loose_url(self, url: str) -> Page | None:
        """Return the page at a site path that has ``.html`` too much or too little."""
        for spelling in other_spellings(url):
            if page := self.by_url(spelling) or self.by_alias(spelling):
                return page
        return None

    def by_alias(self, url: str) -> Page | None:
        """Return the page to which a site path leads by one of its aliases."""
        return _find(self._aliases, url, url_key)

    def file_by_path(self, path: str) -> SiteFile | None:
        """Return the file at *path* below the content root."""
        return _find(self._files, path, _plain_key)

    def file_by_url(self, url: str) -> SiteFile | None:
        """Return the file at a site path."""
        return _find(self._file_urls, url, lambda text: "/" + _plain_key(text))

    def hidden_by_path(self, path: str) -> Page | None:
        """Return the page that is not built whose file is *path*."""
        return _find(self._hidden, path, path_key)

    def hidden_by_url(self, url: str) -> Page | None:
        """Return the page that is not built that would be at a site path."""
        return _find(self._hidden_urls, url, url_key)

    def prefix_of(self, page: Page) -> str:
        """Return the prefix of the mount that *page* is in; the longest that fits."""
        fitting = (
            mount.prefix
            for mount in self.mounts
            if not mount.prefix or page.path.startswith(f"{mount.prefix}/")
        )
        return max(fitting, key=len, default="")

    def nearest(self, wanted: str) -> str | None:
        """Return the path of the page or file whose name is most like *wanted*'s."""
        name = _last(path_key(wanted))
        if name not in self._suggestions:
            if not name or len(self._suggestions) >= MAX_SUGGESTIONS:
                return None
            self._suggestions[name] = self._closest(name)
        return self._suggestions[name]

    def _closest(self, name: str) -> str | None:
        if name in self._names:
            return self._names[name]
        close = closest(name, self._names)
        return self._names[close] if close else None


def closest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of *names* that is most like *name*; None if none is near."""
    known = [*islice(names, MAX_COMPARED)]
    close = get_close_matches(name[:200], known, n=1, cutoff=_CLOSENESS)
    return close[0] if close else None


def other_spellings(url: str) -> tuple[str, ...]:
    """Return *url* with ``.html`` at its end, or without it; nothing for the root."""
    path = url.rstrip("/").removesuffix("/index.html")
    stem = _HTML.sub("", path)
    if not _last(stem).strip("."):
        return ()
    return (stem if stem != path else f"{path}.html",)


def path_key(path: str) -> str:
    """Return what two spellings of the path of one page have in common."""
    key = lower_case(_plain_key(path)).replace(" ", "-")
    folder, _slash, name = key.rpartition("/")
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    if name in _INDEX_NAMES:
        return folder
    return f"{folder}/{name}" if folder else name


def url_key(url: str) -> str:
    """Return what two spellings of one site path have in common."""
    key = "/" + lower_case(_plain_key(url))
    return key.removesuffix("/index.html") or "/"


def _plain_key(path: str) -> str:
    """Return *path* without dots and outer slashes; ``..`` stops at the root."""
    return posixpath.normpath("/" + path).strip("/")


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _enter(table: dict[str, T], key: str, value: T) -> None:
    """Enter *value* as written and without case; the first one stays."""
    table.setdefault(key, value)
    table.setdefault(lower_case(key), value)


def _find(table: Mapping[str, T], text: str, key: Callable[[str], str]) -> T | None:
    """Look *text* up as written, then decoded, then without case."""
    decoded = unquote(text)
    for spelling in (text, decoded) if decoded != text else (text,):
        name = key(spelling)
        found = table.get(name) or table.get(lower_case(name))
        if found is not None:
            return found
    return None
