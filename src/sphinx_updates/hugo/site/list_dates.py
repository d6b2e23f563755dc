"""The dates of pages that list others: those of the newest page that they list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.kinds import path_parts, term_path
from sphinx_updates.hugo.site.terms import term_key, term_names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.settings import HugoSettings


class ListDates:
    """The dates by which the pages of a site are sorted."""

    def __init__(self, pages: Iterable[Page], settings: HugoSettings) -> None:
        self.settings = settings
        self._newest: dict[str, datetime] = {}
        """By the path of a list, as Hugo compares it; the front page is ``""``."""
        plurals = dict.fromkeys(settings.taxonomies.values())
        for page in pages:
            if date := page.front_matter.date:
                self._note("/".join(path_parts(page.directory)), date)
                for plural in plurals:
                    for name in term_names(page, plural):
                        self._note(_term_path(plural, name), date)

    def of(self, page: Page) -> datetime | None:
        """Return the date of *page*, or of the newest page that it lists."""
        if page.front_matter.date or page.kind == "page":
            return page.front_matter.date
        return self.of_folder(page.directory)

    def of_folder(self, path: str) -> datetime | None:
        """Return the date of the newest page that the list of a folder lists."""
        folders = tuple(part for part in path.split("/") if part)
        place = term_path(folders, self.settings)
        if place is not None and place.parts:
            return self._newest.get(_term_path(place.plural, "/".join(place.parts)))
        return self._newest.get("/".join(path_parts(path)))

    def _note(self, path: str, date: datetime) -> None:
        while True:
            known = self._newest.get(path)
            self._newest[path] = max(known, date) if known else date
            if not path:
                return
            path = path.rpartition("/")[0]


def _term_path(plural: str, name: str) -> str:
    return "/".join((*path_parts(plural), term_key(name)))
