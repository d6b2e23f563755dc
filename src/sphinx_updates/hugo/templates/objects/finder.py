"""The pages of a site as objects, each made once, and found by path or name."""

from __future__ import annotations

import posixpath
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, cast

from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.list_page import ListPage
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.base import Watch
from sphinx_updates.hugo.templates.objects.page import NO_PAGE, PageObject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.templates.objects.facts import Facts
    from sphinx_updates.hugo.templates.objects.page_tree import PageTree
    from sphinx_updates.hugo.templates.objects.world import World

Key = tuple[str, ...]

_SUFFIXES = (".md", ".markdown", ".mdown", ".html", ".htm")
_INDEXES = ("index", "_index")


class Finder:
    """The pages of a site."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.settings = facts.settings
        self.watch = Watch()
        """Takes note of what is looked at; each page that is read has its own."""
        self._of_page: dict[str, PageObject] = {}
        self._of_list: dict[Key, PageObject] = {}
        self._of_term: dict[tuple[str, str], PageObject] = {}
        for entry in facts.lists:
            self._add_list(entry)
        for page in facts.pages:
            if page.path not in self._of_page:
                self._of_page[page.path] = PageObject(self.world, page, None)

    @property
    def world(self) -> World:
        """The whole, of which this is a part."""
        return cast("World", self)

    def _add_list(self, entry: ListPage) -> None:
        made = PageObject(self.world, entry.page, entry)
        self._of_list[key_of(entry.path.split("/"))] = made
        if entry.page is not None:
            self._of_page[entry.page.path] = made
        if entry.taxonomy is not None and entry.term is not None:
            self._of_term[entry.taxonomy.plural, entry.term.key] = made

    @cached_property
    def home(self) -> PageObject:
        """The front page."""
        made = self._of_list.get(())
        prefix = self.settings.url_prefix
        entry = ListPage(
            kind="home", path="", url=f"{prefix}/", title=self.settings.title
        )
        return made or PageObject(self.world, None, entry)

    def page_of(self, page: Page) -> PageObject:
        """Return the object of *page*, one of the site's or not."""
        known = self._of_page.get(page.path)
        if known is None or known.source is not page:
            known = self._of_page[page.path] = PageObject(self.world, page, None)
        return known

    @cached_property
    def _by_path(self) -> dict[str, PageObject]:
        found: dict[str, PageObject] = {}
        for page in self.everything():
            found.setdefault(page.key, page)
        found.setdefault("/", self.home)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[PageObject]]:
        found: dict[str, list[PageObject]] = {}
        for page in self.everything():
            found.setdefault(page.key.rpartition("/")[2], []).append(page)
        return found

    def by_key(self, key: str) -> PageObject | None:
        """Return the page with a logical path."""
        return self._by_path.get(key)

    def by_source(self, path: str) -> PageObject | None:
        """Return the page whose file has a path below the content root."""
        return self._of_page.get(path)

    def everything(self) -> Iterable[PageObject]:
        """Return all pages and lists."""
        lists = (p for p in self._of_list.values() if p.entry and p.entry.url)
        pages = (p for p in self._of_page.values() if p.entry is None)
        return chain(lists, pages)

    def find(self, ref: str) -> PageObject | None:
        """Return the page at *ref* from the content root, or of that name."""
        found = self.search(ref, None)
        return found if isinstance(found, PageObject) else None

    def get_page(self, ref: str, origin: PageTree | None) -> object:
        """Return the page that *ref* leads to; a false one if there is none.

        :param origin: Where relative paths begin; without it at the content root.
        """
        self.watch.lookup(ref, origin.source.path if origin and origin.source else "")
        found = self.search(ref, origin)
        if found is None:
            return NO_PAGE
        self.watch.page(found.key)
        return found

    def search(self, ref: str, origin: PageTree | None) -> PageObject | None:
        """Return the page that *ref* leads to from *origin*, without taking note.

        :raises FunctionError: If several pages have the name.
        """
        path = ref.strip().replace("\\", "/")
        is_local = origin is not None and path.startswith(".")
        candidates = [] if is_local else [posixpath.join("/", path)]
        if origin is not None and not path.startswith("/"):
            candidates.insert(0, posixpath.join(origin.container, path))
            if origin.source is not None and origin.source.is_leaf_bundle:
                candidates.insert(1, posixpath.join(origin.key, path))
        for candidate in candidates:
            found = self._by_path.get(_logical(candidate))
            if found is not None:
                return found
        if origin is not None or "/" in path.rstrip("/"):
            return None
        named = self._by_name.get(_logical("/" + path).removeprefix("/"), [])
        if len(named) > 1:
            paths = ", ".join(page.key for page in named[:3])
            msg = f'page reference "{ref}" is ambiguous: {paths} have this name'
            raise FunctionError(msg)
        return named[0] if named else None


def key_of(parts: Iterable[str]) -> Key:
    """Return the names of folders as Hugo compares them."""
    return tuple(path_segment(part) for part in parts if part)


def _logical(path: str) -> str:
    """Return a path as pages have it: no suffix, no ``index``, in lower case."""
    parts = [part for part in posixpath.normpath(path).split("/") if part]
    if parts:
        stem, dot, suffix = parts[-1].rpartition(".")
        if dot and f".{suffix.lower()}" in _SUFFIXES:
            parts[-1] = stem
        if parts[-1].lower() in _INDEXES:
            parts.pop()
    return "/" + "/".join(path_segment(part) for part in parts)
