"""Where a page stands among others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.objects.page_front import PageFront
from sphinx_updates.hugo.templates.objects.pages import Pages
from sphinx_updates.hugo.templates.values import reachable

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.objects.page import PageObject
    from sphinx_updates.hugo.templates.objects.small import LanguageObject


class PageTree(PageFront):
    """A page among the others of its site."""

    @reachable("Page")
    def page(self) -> PageTree:
        """Return the page itself, so that entries of lists and pages look alike."""
        return self

    @reachable("Pages")
    def pages(self) -> Pages:
        """Return the pages and sections right below, or those that have the term."""
        return self.world.members(self, with_sections=True)

    @reachable("RegularPages")
    def regular_pages(self) -> Pages:
        """Return the regular pages right below."""
        return self.world.members(self, with_sections=False)

    @reachable("RegularPagesRecursive")
    def regular_pages_recursive(self) -> Pages:
        """Return the regular pages anywhere below."""
        return self.world.members_below(self)

    @reachable("Sections")
    def sections(self) -> Pages:
        """Return the sections right below."""
        return self.world.sections_of(self)

    @reachable("Parent")
    def parent(self) -> PageObject | None:
        """Return the section that the page is in; of a section the one above."""
        return self.world.parent(self)

    @reachable("CurrentSection")
    def current_section(self) -> PageTree | None:
        """Return the section that the page is or is in."""
        return self if self.is_node() else self.world.parent(self)

    @reachable("FirstSection")
    def first_section(self) -> object:
        """Return the section at the top; that of the front page is itself."""
        return self.world.first_section(self)

    @reachable("Ancestors")
    def ancestors(self) -> Pages:
        """Return all that the page is below of, the nearest first."""
        found: list[PageObject] = []
        above = self.world.parent(self)
        while above is not None:
            found.append(above)
            above = self.world.parent(above)
        return Pages(found)

    @reachable("InSection")
    def in_section(self, other: object) -> bool:
        """Say whether both pages have the same section."""
        if not isinstance(other, PageTree):
            return False
        return other.current_section() is self.current_section()

    @reachable("IsAncestor")
    def is_ancestor(self, other: object) -> bool:
        """Say whether *other* is below this page."""
        return isinstance(other, PageTree) and other.is_below(self)

    @reachable("IsDescendant")
    def is_descendant(self, other: object) -> bool:
        """Say whether this page is below *other*."""
        return isinstance(other, PageTree) and self.is_below(other)

    def is_below(self, other: PageTree) -> bool:
        """Say whether the path begins with that of *other*."""
        return self.key != other.key and self.key.startswith(
            f"{other.key.rstrip('/')}/"
        )

    @reachable("Eq")
    def eq(self, other: object) -> bool:
        """Say whether *other* is this page."""
        return other is self

    @reachable("Next", "NextPage")
    def next_(self) -> PageObject | None:
        """Return the next page of the site: a newer one."""
        return self.world.neighbour(self, 1)

    @reachable("Prev", "PrevPage")
    def prev(self) -> PageObject | None:
        """Return the previous page of the site: an older one."""
        return self.world.neighbour(self, -1)

    @reachable("NextInSection")
    def next_in_section(self) -> PageObject | None:
        """Return the next page of the section."""
        return self.world.neighbour_in_section(self, 1)

    @reachable("PrevInSection")
    def prev_in_section(self) -> PageObject | None:
        """Return the previous page of the section."""
        return self.world.neighbour_in_section(self, -1)

    @reachable("GetPage")
    def get_page(self, ref: str) -> object:
        """Return the page that *ref* leads to from here; a false one for none."""
        return self.world.get_page(ref, self)

    @reachable("GetTerms")
    def get_terms(self, taxonomy: str) -> Pages:
        """Return the pages of the terms that the page has."""
        return self.world.terms_of(self, taxonomy)

    @reachable("Data")
    def data(self) -> dict[str, object]:
        """Return what a list of terms, or of a term, says of itself."""
        return self.world.list_data(self)

    @reachable("Site")
    def site(self) -> object:
        """Return the site."""
        return self.world.site

    @reachable("Sites")
    def sites(self) -> list[object]:
        """Return the sites of all languages: this one."""
        return [self.world.site]

    @reachable("Language")
    def language(self) -> LanguageObject:
        """Return the language."""
        return self.world.language

    @reachable("Lang")
    def lang(self) -> str:
        """Return the key of the language."""
        return self.world.language.lang()

    @reachable("Translations")
    def translations(self) -> Pages:
        """Return the page in other languages; they know little but their address."""
        return self.world.translations(self)

    @reachable("AllTranslations")
    def all_translations(self) -> Pages:
        """Return the page in all languages."""
        return Pages([self, *self.world.translations(self)])

    @reachable("IsTranslated")
    def is_translated(self) -> bool:
        """Say whether the page is there in another language."""
        return bool(self.world.translations(self))

    @reachable("TranslationKey")
    def translation_key(self) -> str:
        """Return what the page and its translations have in common."""
        named = self.front.translation_key
        return f"{self.kind()}/{named}" if named else f"{self.kind()}{self.key}"

    @reachable("Ref")
    def ref(self, options: dict[str, object]) -> str:
        """Return the whole address of the page that *options* name."""
        return self.world.ref(self, options, is_relative=False)

    @reachable("RelRef")
    def rel_ref(self, options: dict[str, object]) -> str:
        """Return the address, from the root, of the page that *options* name."""
        return self.world.ref(self, options, is_relative=True)
