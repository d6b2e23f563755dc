"""The taxonomies of a site: their terms, and which pages have them.

Pages and settings go in, plain data come out. Sources: hugo.md 6.4, 6.5, 6.8; run on
Hugo 0.168, tests/golden/terms.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter import FrontMatter, Visibility
from sphinx_updates.hugo.front_matter.casts import to_int
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.kinds import path_parts, term_path
from sphinx_updates.hugo.site.list_dates import ListDates
from sphinx_updates.hugo.site.list_rules import ListRules
from sphinx_updates.hugo.site.ordering import default_order, order_key
from sphinx_updates.hugo.site.term_urls import TermUrls
from sphinx_updates.hugo.site.terms import (
    Taxonomies,
    Taxonomy,
    Term,
    term_key,
    term_names,
)
from sphinx_updates.hugo.site.urls import bundle_url
from sphinx_updates.hugo.title_case import title_case

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.settings import HugoSettings

__all__ = ["FEED_NAME", "Taxonomies", "Taxonomy", "Term", "read_taxonomies"]

FEED_NAME: Final = "index.xml"
_DEFAULT_RULES: Final = ListRules()


def read_taxonomies(
    pages: Iterable[Page],
    settings: HugoSettings,
    rules: ListRules = _DEFAULT_RULES,
    *,
    hidden: Iterable[Page] = (),
) -> Taxonomies:
    """Return the taxonomies of a site.

    :param pages: All pages that are built, of all mounts, by path.
    :param hidden: Pages that are not built. They have no terms; a term whose own page
        is a draft is no term at all, and one whose page is never rendered has none.
    """
    built = tuple(pages)
    site = _Site(built, tuple(hidden), settings, rules)
    singulars: dict[str, str] = {}
    for singular, plural in settings.taxonomies.items():
        singulars.setdefault(plural, singular)
    found = [
        taxonomy
        for plural, singular in singulars.items()
        if path_parts(plural)
        and (taxonomy := site.taxonomy(singular, plural)) is not None
    ]
    return Taxonomies(taxonomies=tuple(found), problems=tuple(site.problems))


@dataclass(slots=True)
class _Draft:
    """A term that is being put together."""

    key: str
    name: str
    first: Page
    members: dict[str, tuple[int, Page]]
    """Weight in the taxonomy and page, by path."""
    page: Page | None = None
    is_hidden: bool = False
    is_listed: bool = True


class _Site:
    def __init__(
        self,
        pages: tuple[Page, ...],
        hidden: tuple[Page, ...],
        settings: HugoSettings,
        rules: ListRules,
    ) -> None:
        self.pages = pages
        self.hidden = hidden
        self.settings = settings
        self.rules = rules
        self.urls = TermUrls(pages, settings, rules)
        self.dates = ListDates(pages, settings)
        self.problems: list[tuple[Path, Problem]] = []

    def taxonomy(self, singular: str, plural: str) -> Taxonomy | None:
        """Return the taxonomy; None if neither it nor its terms have pages."""
        terms = self._terms(plural) if self.rules.is_built("term") else ()
        own, is_hidden = self._own_page(plural)
        url = ""
        if self.rules.is_built("taxonomy") and not is_hidden:
            url = self.urls.of_taxonomy(plural, own)
        if not url and not terms:
            return None
        order = sorted(range(len(terms)), key=lambda n: _term_order(terms[n][0]))
        places = {key: n for n, at in enumerate(order) for key in terms[at][1]}
        return Taxonomy(
            singular=singular,
            plural=plural,
            title=self._taxonomy_title(plural, own),
            url=url,
            feed=self._feed(url),
            page=own,
            terms=tuple(terms[at][0] for at in order),
            places=places,
        )

    def _own_page(self, plural: str) -> tuple[Page | None, bool]:
        """Return the ``_index.md`` of a taxonomy, and whether it is not to be seen."""
        for pages, is_hidden in ((self.pages, False), (self.hidden, True)):
            for page in pages:
                if page.kind == "section" and self._place(page) == (plural, ()):
                    return (None, True) if is_hidden else (page, False)
        return None, False

    def _taxonomy_title(self, plural: str, own: Page | None) -> str:
        if own is not None and own.front_matter.title:
            return own.front_matter.title
        return self._title(path_parts(plural)[-1]).replace("-", " ")

    def _title(self, name: str) -> str:
        style = self.rules.title_style if self.rules.capitalize_titles else "none"
        return title_case(name, style)

    def _feed(self, url: str) -> str:
        return bundle_url(url) + FEED_NAME if url and self.rules.is_built("rss") else ""

    def _place(self, page: Page) -> tuple[str, tuple[str, ...]] | None:
        folders = tuple(part for part in page.directory.split("/") if part)
        return term_path(folders, self.settings)

    def _terms(self, plural: str) -> list[tuple[Term, tuple[str, ...]]]:
        """Return the terms, each with all keys that it goes by."""
        drafts = self._with_pages(plural, self._named(plural))
        own = {key: dict(draft.members) for key, draft in drafts.items()}
        for key, members in own.items():
            above = key.rpartition("/")[0]
            while above:
                if above in drafts:
                    drafts[above].members |= members
                above = above.rpartition("/")[0]
        by_url: dict[str, tuple[_Draft, list[str]]] = {}
        paged = {draft.page.path for draft in drafts.values() if draft.page}
        for draft in drafts.values():
            url = self._term_url(plural, draft, paged)
            known, keys = by_url.setdefault(url or f"//{draft.key}", (draft, []))
            keys.append(draft.key)
            if known is not draft:
                known.members = {**draft.members, **known.members}
                known.page = known.page or draft.page
                known.is_listed = known.is_listed and draft.is_listed
        return [
            (self._finish(draft, "" if url.startswith("//") else url), tuple(keys))
            for url, (draft, keys) in by_url.items()
        ]

    def _named(self, plural: str) -> dict[str, _Draft]:
        """Return the terms that pages name, by key."""
        drafts: dict[str, _Draft] = {}
        for page in self.pages:
            names = term_names(page, plural)
            if not names:
                continue
            params = page.front_matter.page_params
            weight = to_int(params.get(f"{plural.lower()}_weight")) or 0
            for name in names:
                key = term_key(name)
                if not key:
                    fault = (
                        f"{plural}: {name!r} has no letters that an address may have"
                    )
                    self._problem(page, f"{fault}; it gets no page")
                    continue
                draft = drafts.setdefault(key, _Draft(key, name, page, {}))
                if page.front_matter.list_ != "never":
                    draft.members.setdefault(page.path, (weight, page))
        return drafts

    def _with_pages(self, plural: str, drafts: dict[str, _Draft]) -> dict[str, _Draft]:
        """Return the terms with their own pages, and without those that are none."""
        for page, parts in self._below(plural, self.pages):
            key = term_key("/".join(parts))
            if page.kind == "page":
                # Another page of this path stands where the term's page would be.
                drafts.pop(key, None)
            elif key:
                draft = drafts.setdefault(key, _Draft(key, parts[-1], page, {}))
                draft.page = page
                draft.is_listed = page.front_matter.list_ != "never"
        for page, parts in self._below(plural, self.hidden):
            key = term_key("/".join(parts))
            if page.kind == "page" or _is_never_seen(page):
                drafts.pop(key, None)
            elif key in drafts:
                drafts[key].is_hidden = True
        return drafts

    def _below(
        self, plural: str, pages: Iterable[Page]
    ) -> Iterator[tuple[Page, tuple[str, ...]]]:
        """Yield the pages in the folder of a taxonomy, and their paths below it."""
        for page in pages:
            place = self._place(page)
            if place is not None and place[0] == plural:
                stem = () if page.is_bundle else (page.stem,)
                yield page, (*place[1], *stem)

    def _term_url(self, plural: str, draft: _Draft, paged: Container[str]) -> str:
        """Return the site path of a term; ``""`` if it can have no page.

        :param paged: The paths of the terms' own pages, which may be those of others.
        """
        if draft.page is not None:
            return draft.page.url
        if draft.is_hidden:
            return ""
        title = self._title(draft.name)
        dates = (page.front_matter.date for _, page in draft.members.values())
        newest = max((date for date in dates if date), default=None)
        url = self.urls.of_term(plural, draft.name, title, newest)
        owner = self.urls.owner(url)
        if owner and owner not in paged:
            fault = f"{plural}: the page of {draft.name!r} would be at {url!r}, where "
            self._problem(draft.first, f"{fault}{owner} is; it gets no page")
            return ""
        return url

    def _finish(self, draft: _Draft, url: str) -> Term:
        own = draft.page.front_matter if draft.page else FrontMatter()
        members = sorted(
            draft.members.values(),
            key=lambda member: (member[0], default_order(member[1], self.dates)),
        )
        return Term(
            key=draft.key,
            name=draft.name,
            title=own.title or self._title(draft.name),
            url=url,
            feed=self._feed(url),
            page=draft.page,
            members=tuple(page for _weight, page in members),
            is_listed=draft.is_listed,
        )

    def _problem(self, page: Page, message: str) -> None:
        self.problems.append(
            (page.file, Problem(ProblemKind.FRONT_MATTER_KEY, message))
        )


def _is_never_seen(page: Page) -> bool:
    """Say whether a hidden page is not in the site at all, rather than not rendered."""
    front = page.front_matter
    is_rendered = front.render == "always" and not front.headless
    is_due = page.visibility is Visibility.PUBLISHED
    return is_rendered or front.headless or not is_due


def _term_order(term: Term) -> tuple[object, ...]:
    own = term.page.front_matter if term.page else FrontMatter()
    title = own.link_title or term.title
    return order_key(own.weight, term.date, title, term.key)
