"""The addresses of taxonomies and terms that have no ``_index.md`` of their own."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from sphinx_updates.hugo.front_matter import FrontMatter
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.builder import place_url
from sphinx_updates.hugo.site.kinds import path_parts
from sphinx_updates.hugo.site.terms import name_parts
from sphinx_updates.hugo.site.tree import Sections
from sphinx_updates.hugo.site.urls import pattern_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sphinx_updates.hugo.site.list_rules import ListRules
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.hugo.site.tree import Folders


class TermUrls:
    """Finds addresses by Hugo's rules, and whose they are already."""

    def __init__(
        self, pages: Sequence[Page], settings: HugoSettings, rules: ListRules
    ) -> None:
        self.settings = settings
        self.rules = rules
        self._owners = {page.url: page.path for page in pages}
        self._branches: dict[Folders, FrontMatter] = {}
        self._written: dict[Folders, Folders] = {}
        """A folder as it is written, by its parts as Hugo compares them."""
        for page in pages:
            if page.kind == "section":
                folders = tuple(part for part in page.directory.split("/") if part)
                self._branches[folders] = page.front_matter
                for end in range(1, len(folders) + 1):
                    key = tuple(path_segment(part) for part in folders[:end])
                    self._written.setdefault(key, folders[:end])

    def owner(self, url: str) -> str:
        """Return the path of the page that has *url*; ``""`` if it is free."""
        return (
            "the front page"
            if url == f"{self.settings.url_prefix}/"
            else self._owners.get(url, "")
        )

    def of_taxonomy(self, plural: str, own: Page | None) -> str:
        """Return the site path of the list of a taxonomy's terms."""
        folders = self._folders(plural)
        if own is not None and own.front_matter.url:
            return own.url
        pattern = pattern_for(folders, "", self.rules.taxonomy_permalinks)
        if not pattern and own is not None:
            return own.url
        front = own.front_matter if own else FrontMatter(title=path_parts(plural)[-1])
        return self._url(folders, front, pattern)

    def of_term(self, plural: str, name: str, title: str, date: datetime | None) -> str:
        """Return the site path of a term.

        :param name: As it is written.
        :param date: That of its newest page.
        """
        folders = self._folders(plural, name)
        front = FrontMatter(title=title, date=date)
        pattern = pattern_for(folders, "", self.settings.term_permalinks)
        return self._url(folders, front, pattern)

    def _folders(self, plural: str, name: str = "") -> Folders:
        """Return a taxonomy or a term as folders, written as those that there are."""
        parts = [*name_parts(plural), *name_parts(name)]
        for end in range(len(parts), 0, -1):
            key = tuple(path_segment(part) for part in parts[:end])
            if key in self._written:
                return (*self._written[key], *parts[end:])
        return tuple(parts)

    def _url(self, folders: Folders, front: FrontMatter, pattern: str) -> str:
        branches = ChainMap({folders: front}, self._branches)
        sections = Sections(branches, self.settings)
        place = sections.place(folders, "", is_leaf=False)
        url, _problems = place_url(place, front, self.settings, pattern=pattern)
        return url
