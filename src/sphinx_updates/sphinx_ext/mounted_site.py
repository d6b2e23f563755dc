"""The Hugo site of ``updates_site``, as the project has it after a scan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.urls import docname_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.site import ListPage, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class MountedSite:
    """A site, and what follows from it for the project."""

    content: Site
    docnames: frozenset[str]
    """Its pages that are documents of the project."""
    main_sections: tuple[str, ...]
    """The top folders, in lower case, whose pages are posts."""
    lists: Mapping[str, ListPage]
    """Its lists by docname, with or without a document."""
    blog_folder: str
    """Where its posts are: the first main section with a list; empty without one."""

    def is_post(self, page: Page) -> bool:
        """Say whether *page* of the site is a post and not another kind of page."""
        top = page.path.partition("/")[0].lower()
        return page.kind == "page" and top in self.main_sections


def mounted(content: Site, pages: Iterable[Page]) -> MountedSite:
    """Return the site with those of its *pages* that are documents."""
    tops = _main_sections(content)
    lists = {docname_of(entry.url): entry for entry in content.lists if entry.url}
    sections = {
        entry.path.lower(): docname.removesuffix("/index")
        for docname, entry in lists.items()
        if entry.kind == "section"
    }
    return MountedSite(
        content=content,
        docnames=frozenset(page.docname for page in pages),
        main_sections=tops,
        lists=lists,
        blog_folder=next((sections[top] for top in tops if top in sections), ""),
    )


def _main_sections(site: Site) -> tuple[str, ...]:
    """Return the sections whose pages are posts: as named, else the largest one.

    Source: hugo.md 7, Hugo's ``mainSections``.
    """
    if named := site.config.settings.lists.main_sections:
        return tuple(name.lower() for name in named)
    tops = Counter(
        page.path.partition("/")[0].lower()
        for page in site.mount.pages
        if page.kind == "page" and page.directory
    )
    return (min(tops, key=lambda top: (-tops[top], top)),) if tops else ()
