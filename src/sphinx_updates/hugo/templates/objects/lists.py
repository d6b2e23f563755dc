"""Lists of the pages of a site, and where pages stand among each other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.objects.base import ZERO_DATE
from sphinx_updates.hugo.templates.objects.finder import Finder, key_of
from sphinx_updates.hugo.templates.objects.pages import Pages
from sphinx_updates.hugo.templates.objects.taxonomy import (
    TaxonomyObject,
    WeightedPage,
    WeightedPages,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sphinx_updates.hugo.site.list_page import ListPage
    from sphinx_updates.hugo.site.terms import Taxonomy
    from sphinx_updates.hugo.templates.objects.page import PageObject
    from sphinx_updates.hugo.templates.objects.page_tree import PageTree


class Lists(Finder):
    """The pages of a site, in lists."""

    @cached_property
    def _regular(self) -> Pages:
        return _in_order(
            page
            for page in self._of_page.values()
            if page.is_page() and page.front.list_ == "always"
        )

    def regular_pages(self) -> Pages:
        """Return all regular pages."""
        self.watch.pages()
        return self._regular

    @cached_property
    def _all(self) -> Pages:
        lists = [page for page in self.everything() if page.is_node()]
        return _in_order([*self._regular, *lists])

    def all_pages(self) -> Pages:
        """Return all pages."""
        self.watch.pages()
        return self._all

    def menu_pages(self) -> list[PageObject]:
        """Return the pages that may say in which menus they stand."""
        return list(self._of_page.values())

    @cached_property
    def _below(self) -> dict[str, list[PageObject]]:
        """The regular pages and sections right below each section."""
        found: dict[str, list[PageObject]] = {}
        for page in self.everything():
            above = self._above(page)
            is_shown = page.front.list_ != "never"
            if above is not None and is_shown and page.kind() in ("page", "section"):
                found.setdefault(above.key, []).append(page)
        return {key: list(_in_order(pages)) for key, pages in found.items()}

    def members(self, page: PageTree, *, with_sections: bool) -> Pages:
        """Return what is right below *page*."""
        self.watch.pages()
        entry = page.entry
        if entry is None:
            return Pages()
        if entry.kind == "taxonomy":
            return self._term_pages(entry) if with_sections else Pages()
        if entry.kind == "term":
            return Pages(map(self.page_of, entry.members))
        found = self._below.get(page.key, [])
        return Pages(p for p in found if with_sections or p.is_page())

    def _term_pages(self, entry: ListPage) -> Pages:
        taxonomy = entry.taxonomy
        terms = taxonomy.terms if taxonomy else ()
        found = (
            self._of_term.get((taxonomy.plural, term.key)) if taxonomy else None
            for term in terms
        )
        return _in_order(page for page in found if page is not None)

    def members_below(self, page: PageTree) -> Pages:
        """Return the regular pages anywhere below *page*."""
        if page.entry is not None and page.entry.kind == "term":
            return self.members(page, with_sections=False)
        return Pages(one for one in self.regular_pages() if one.is_below(page))

    def sections_of(self, page: PageTree) -> Pages:
        """Return the sections right below *page*."""
        self.watch.pages()
        found = self._below.get(page.key, []) if page.is_node() else []
        return Pages(one for one in found if one.is_section())

    def parent(self, page: PageTree) -> PageObject | None:
        """Return the page above *page*; None for the front page."""
        self.watch.pages()
        return self._above(page)

    def _above(self, page: PageTree) -> PageObject | None:
        if page is self.home:
            return None
        folders = key_of(page.folders)
        source = page.source
        is_inside = page.is_node() or (source is not None and source.is_leaf_bundle)
        for end in range(len(folders) - is_inside, 0, -1):
            found = self._of_list.get(folders[:end])
            if found is not None and found is not page:
                return found
        return self.home

    def first_section(self, page: PageTree) -> object:
        """Return the section at the top that *page* is or is in."""
        here: PageTree | None = page
        while here is not None:
            above = self._above(here)
            if above is None or (above is self.home and here.is_node()):
                return here
            here = above
        return self.home

    def neighbour(self, page: PageTree, step: int) -> PageObject | None:
        """Return the regular page before (1) or behind (-1) *page*."""
        pages = self.regular_pages()
        return pages.next_(page) if step > 0 else pages.prev(page)  # type: ignore[arg-type]

    def neighbour_in_section(self, page: PageTree, step: int) -> PageObject | None:
        """Return the neighbour of *page* in its section."""
        above = self.parent(page)
        if above is None or not page.is_page() or above is self.home:
            return None
        pages = self.members(above, with_sections=False)
        return pages.next_(page) if step > 0 else pages.prev(page)  # type: ignore[arg-type]

    def newest(self, folders: tuple[str, ...], entry: ListPage, name: str) -> datetime:
        """Return the newest date *name* of the pages below a list."""
        if entry.kind in ("term", "taxonomy"):
            terms = entry.taxonomy.terms if entry.taxonomy else ()
            members = (
                entry.members if entry.term else [m for t in terms for m in t.members]
            )
        else:
            start = key_of(folders)
            members = [
                page
                for page in self.facts.pages
                if key_of(page.folders)[: len(start)] == start
            ]
        dates = (getattr(page.front_matter, name) for page in members)
        return max((date for date in dates if date), default=ZERO_DATE)

    def taxonomies(self) -> dict[str, TaxonomyObject]:
        """Return the taxonomies by their plural."""
        self.watch.pages()
        return self._taxonomies

    @cached_property
    def _taxonomies(self) -> dict[str, TaxonomyObject]:
        found = self.facts.taxonomies.taxonomies
        return {one.plural: self._taxonomy(one) for one in found}

    def _taxonomy(self, taxonomy: Taxonomy) -> TaxonomyObject:
        weight = f"{taxonomy.plural.lower()}_weight"
        terms: dict[str, WeightedPages] = {}
        pages: dict[str, object] = {}
        for term in sorted(taxonomy.terms, key=lambda t: t.name.lower()):
            members = []
            for member in term.members:
                value = member.front_matter.page_params.get(weight)
                number = value if isinstance(value, int) else 0
                members.append(WeightedPage(self.page_of(member), number))
            if members:
                terms[term.name.lower()] = WeightedPages(members)
                pages[term.name.lower()] = self._of_term.get(
                    (taxonomy.plural, term.key)
                )
        return TaxonomyObject(terms, pages)

    def terms_of(self, page: PageTree, plural: str) -> Pages:
        """Return the pages of the terms that *page* has."""
        self.watch.pages()
        taxonomy = self.facts.taxonomies.find(plural)
        if taxonomy is None or page.source is None:
            return Pages()
        found = (
            self._of_term.get((taxonomy.plural, term.key))
            for term in taxonomy.terms_of(page.source)
        )
        return Pages(term for term in found if term is not None)

    def list_data(self, page: PageTree) -> dict[str, object]:
        """Return ``.Data`` of a taxonomy or a term; nothing of other pages."""
        entry = page.entry
        if entry is None or entry.taxonomy is None:
            return {}
        self.watch.pages()
        taxonomy = entry.taxonomy
        data: dict[str, object] = {
            "Singular": taxonomy.singular,
            "Plural": taxonomy.plural,
        }
        if entry.term is not None:
            return data | {"Term": entry.term.name}
        return data | {"Terms": self._taxonomies[taxonomy.plural]}


def _in_order(pages: Iterable[PageObject]) -> Pages:
    return Pages(sorted(pages, key=lambda page: page.order))
