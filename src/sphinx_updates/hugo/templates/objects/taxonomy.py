"""Taxonomies as templates see them: maps of terms with the pages that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.go_values import print_value
from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.objects.pages import Pages
from sphinx_updates.hugo.templates.values import ListObject, MapObject, reachable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.templates.objects.page import PageObject


class WeightedPage(SiteObject):
    """A page that has a term, and its weight there; it answers as the page does."""

    go_type = "page.WeightedPage"

    def __init__(self, page: PageObject, weight: int) -> None:
        self._page = page
        self._weight = weight

    def method(self, name: str) -> Callable[..., object] | None:
        """Return its own method, else that of the page."""
        return super().method(name) or self._page.method(name)

    def go_string(self) -> str:
        """Return what printing it gives."""
        return f'WeightedPage({self._weight},"{self._page.title()}")'

    @reachable("Page")
    def page(self) -> PageObject:
        """Return the page."""
        return self._page

    @reachable("Weight")
    def weight(self) -> int:
        """Return the weight that the page has in the term."""
        return self._weight


class WeightedPages(ListObject):
    """The pages that have a term."""

    __slots__ = ()
    go_type = "page.WeightedPages"

    def go_string(self) -> str:
        """Return what printing them gives."""
        return print_value([page.go_string() for page in self])

    @reachable("Pages")
    def pages(self) -> Pages:
        """Return the pages themselves."""
        return Pages(entry.page() for entry in self)

    @reachable("Count", "Len")
    def size(self) -> int:
        """Return how many there are."""
        return len(self)


class TermEntry(SiteObject):
    """A term and its pages, in an ordered list of terms."""

    go_type = "page.OrderedTaxonomyEntry"

    def __init__(self, name: str, pages: WeightedPages, page: object) -> None:
        self._name = name
        self._pages = pages
        self._page = page

    @reachable("Name", "Term")
    def name(self) -> str:
        """Return the name of the term."""
        return self._name

    @reachable("Page")
    def page(self) -> object:
        """Return the page of the term."""
        return self._page

    @reachable("Pages")
    def pages(self) -> Pages:
        """Return the pages that have the term."""
        return self._pages.pages()

    @reachable("WeightedPages")
    def weighted_pages(self) -> WeightedPages:
        """Return the pages that have the term, with their weights."""
        return self._pages

    @reachable("Count")
    def count(self) -> int:
        """Return how many pages have the term."""
        return len(self._pages)


class TermEntries(ListObject):
    """Terms in an order."""

    __slots__ = ()
    go_type = "page.OrderedTaxonomy"

    @reachable("Reverse")
    def reverse_(self) -> TermEntries:
        """Return them in the opposite order."""
        return TermEntries(reversed(self))


class TaxonomyObject(MapObject):
    """A taxonomy: its terms in lower case, each with its pages."""

    __slots__ = ("term_pages",)
    go_type = "page.Taxonomy"

    def __init__(
        self, terms: dict[str, WeightedPages], term_pages: dict[str, object]
    ) -> None:
        super().__init__(terms)
        self.term_pages = term_pages
        """The pages of the terms themselves."""

    def go_string(self) -> str:
        """Return what printing it gives."""
        return (
            f"page.Taxonomy({print_value({k: str(len(v)) for k, v in self.items()})})"  # type: ignore[arg-type]
        )

    def _entries(self) -> list[TermEntry]:
        return [
            TermEntry(name, pages, self.term_pages.get(name))  # type: ignore[arg-type]
            for name, pages in self.items()
        ]

    @reachable("Get")
    def get_term(self, name: str) -> object:
        """Return the pages that have a term; None for none."""
        return self.get(name.lower())

    @reachable("Count")
    def count(self, name: str) -> int:
        """Return how many pages have a term."""
        return len(self.get(name.lower(), ()))  # type: ignore[arg-type]

    @reachable("TaxonomyTerm", "Alphabetical")
    def alphabetical(self) -> TermEntries:
        """Return the terms by name."""
        return TermEntries(sorted(self._entries(), key=lambda e: collate(e.name())))

    @reachable("ByCount")
    def by_count(self) -> TermEntries:
        """Return the terms, that with most pages first."""
        ordered = sorted(self._entries(), key=lambda e: (-e.count(), collate(e.name())))
        return TermEntries(ordered)
