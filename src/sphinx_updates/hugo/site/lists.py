"""The pages of a site that list others: front page, sections, taxonomies and terms.

Each of them is here, whether it has an ``_index.md`` or not. Sources: hugo.md 6.1, 6.7,
6.8; run on Hugo 0.168, tests/golden/sites.json.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_updates.hugo.english_plurals import plural
from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.front_matter.casts import to_terms
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.builder import is_rendered, place_url
from sphinx_updates.hugo.site.kinds import list_kind, path_parts
from sphinx_updates.hugo.site.list_dates import ListDates
from sphinx_updates.hugo.site.list_page import ListPage, feeds_at
from sphinx_updates.hugo.site.ordering import default_order
from sphinx_updates.hugo.site.taxonomies import read_taxonomies
from sphinx_updates.hugo.title_case import title_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_updates.hugo.front_matter import FrontMatter
    from sphinx_updates.hugo.site.kinds import ListKind
    from sphinx_updates.hugo.site.language_part import LanguagePart
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.terms import Taxonomies, Taxonomy, Term
    from sphinx_updates.hugo.site.tree import Folders


T = TypeVar("T", "Taxonomy", "Term")


class Lists:
    """Makes the lists of one language of a site."""

    def __init__(self, part: LanguagePart) -> None:
        self.part = part
        self.settings = part.settings
        self.pages = tuple(part.shown)
        self._regular = sorted(
            (page for page in part.shown if page.kind == "page"), key=default_order
        )
        self._paths = {page.path for page in part.shown}
        self.dates = ListDates(self.pages, part.settings)
        self.taxonomies = self._cascaded(
            read_taxonomies(
                self.pages, self.settings, self.settings.lists, hidden=part.hidden
            )
        )
        self.all = self._all()
        """The front page, the sections by path, taxonomies and their terms."""

    def _all(self) -> tuple[ListPage, ...]:
        found = [*self._home(), *self._sections()]
        for taxonomy in self.taxonomies.taxonomies:
            found += self._of_taxonomy(taxonomy)
        return tuple(page for page in found if page.url or page.feeds)

    def _home(self) -> Iterator[ListPage]:
        if not self.settings.lists.is_built("home") or () in self._absent():
            return
        own = self._own(())
        front = own.front_matter if own else self._front(())
        if not own and not self._is_seen(front):
            return
        members = (p for p in self._regular if p.front_matter.list_ == "always")
        yield self._list(
            "home",
            (),
            own,
            own.url if own else f"{self.settings.url_prefix}/",
            front.title or ("" if own else self.settings.title),
            members,
        )

    def _sections(self) -> Iterator[ListPage]:
        if not self.settings.lists.is_built("section"):
            return
        members: dict[Folders, list[Page]] = {}
        for page in self._regular:
            if page.front_matter.list_ != "never":
                owner = self.part.sections.owner(_folders_above(page))
                members.setdefault(owner, []).append(page)
        for folders in self._section_folders():
            own = self._own(folders)
            url, title = (
                (own.url, own.front_matter.title) if own else self._auto(folders)
            )
            if url:
                inside = members.get(folders, ())
                yield self._list("section", folders, own, url, title, inside)

    def _section_folders(self) -> list[Folders]:
        """Return the folders of all sections: with an ``_index.md``, and top ones."""
        found = {
            page.folders
            for page in self.pages
            if page.kind == "section" and page.directory
        }
        # A top folder is a section if there is any page in it, be it a draft; a page
        # of its name stands in its place.
        pages = (*self.pages, *self.part.hidden)
        named = {_key(_folders_above(p), p) for p in self.pages if p.kind == "page"}
        absent = self._absent()
        for page in pages:
            top = (page.folders if page.kind == "section" else _folders_above(page))[:1]
            if top and top not in absent and (path_segment(top[0]),) not in named:
                found.add(top)
        return sorted(
            folders
            for folders in found
            if list_kind(folders, self.settings) == "section"
        )

    def _absent(self) -> set[Folders]:
        """Return the folders whose ``_index.md`` is not built."""
        return {page.folders for page in self.part.hidden if page.kind == "section"}

    def _own(self, folders: Folders) -> Page | None:
        page = self.part.bundles.get(folders)
        return page if page is not None and page.path in self._paths else None

    def _front(self, folders: Folders) -> FrontMatter:
        """Return the front matter of a list without a file: what it is handed down."""
        defaults = self.part.handed_down.of_list(folders)
        rules = self.settings.date_rules
        return read_front_matter("", rules=rules, defaults=defaults).front_matter

    def _is_seen(self, front: FrontMatter) -> bool:
        return is_rendered(front) and self.part.common.is_due(front)

    def _auto(self, folders: Folders) -> tuple[str, str]:
        """Return address and title of a section without an ``_index.md``."""
        front = self._front(folders)
        if not self._is_seen(front):
            return "", ""
        title = front.title or self._title(folders[-1])
        place = self.part.sections.place(folders, "", is_leaf=False)
        named = replace(front, title=title)
        url, _problems = place_url(place, named, self.settings)
        return url, title

    def _title(self, name: str) -> str:
        rules = self.settings.lists
        title = plural(name) if rules.pluralize_titles else name
        style = rules.title_style if rules.capitalize_titles else "none"
        return title_case(title, style)

    def _cascaded(self, found: Taxonomies) -> Taxonomies:
        """Return the taxonomies with what terms without a file are handed down."""
        return replace(
            found, taxonomies=tuple(self._cascaded_one(t) for t in found.taxonomies)
        )

    def _cascaded_one(self, taxonomy: Taxonomy) -> Taxonomy:
        top = path_parts(taxonomy.plural)
        terms = tuple(
            term if term.page else self._changed(term, (*top, *term.key.split("/")))
            for term in taxonomy.terms
        )
        if taxonomy.page is None:
            taxonomy = self._changed(taxonomy, top)
        return replace(taxonomy, terms=terms)

    def _changed(self, item: T, folders: Folders) -> T:
        front = self._front(folders)
        if not self._is_seen(front):
            item = replace(item, url="", feed="")
        if front.title:
            item = replace(item, title=front.title)
        return item

    def _of_taxonomy(self, taxonomy: Taxonomy) -> Iterator[ListPage]:
        top = path_parts(taxonomy.plural)
        if taxonomy.url:
            made = self._list(
                "taxonomy", top, taxonomy.page, taxonomy.url, taxonomy.title, ()
            )
            yield replace(made, taxonomy=taxonomy)
        for term in taxonomy.terms:
            if term.url:
                folders = (*top, *term.key.split("/"))
                made = self._list("term", folders, term.page, term.url, term.title, ())
                yield replace(
                    made,
                    members=term.members,
                    date=term.date,
                    taxonomy=taxonomy,
                    term=term,
                )

    def _list(  # noqa: PLR0913, PLR0917 - what a list is
        self,
        kind: ListKind,
        folders: Folders,
        page: Page | None,
        url: str,
        title: str,
        members: Iterable[Page],
    ) -> ListPage:
        """Return a list.

        :param members: In their order.
        """
        names = None
        if page is not None:
            names = to_terms(page.front_matter.page_params.get("outputs"))
        lists = self.settings.lists
        formats = lists.formats_of(kind)
        if names:
            wanted = (lists.formats.get(name.lower()) for name in names)
            formats = tuple(f for f in wanted if f and lists.is_built(f.name))
        has_page = any(found.name == "html" for found in formats)
        date = self.dates.of(page) if page else self.dates.of_folder("/".join(folders))
        return ListPage(
            kind=kind,
            path=page.directory if page else "/".join(folders),
            url=url if has_page else "",
            title=title,
            page=page,
            members=tuple(members),
            date=date,
            feeds=feeds_at(url, formats, self.settings.url_prefix),
        )


def _folders_above(page: Page) -> Folders:
    """Return the folders above a page; a leaf bundle's own is not one of them."""
    return page.folders[:-1] if page.is_leaf_bundle else page.folders


def _key(above: Folders, page: Page) -> Folders:
    """Return the logical path of a page as Hugo compares it."""
    name = page.folders[-1] if page.is_leaf_bundle and page.directory else page.stem
    return tuple(path_segment(part) for part in (*above, name))
