"""The people of a site: who wrote which page, and what the site says about them.

Pages, data and settings go in, plain data come out. Sources: hugo.md 1.7, survey A.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.hugo.humanize import humanize
from sphinx_updates.hugo.permalinks import path_segment, slug_segment
from sphinx_updates.hugo.site.bylines import bylines_of
from sphinx_updates.hugo.site.kinds import path_parts
from sphinx_updates.hugo.site.ordering import collate, default_order
from sphinx_updates.hugo.site.profiles import (
    PICTURES,
    Organisation,
    Person,
    merged,
    person_of_data,
    person_of_page,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sphinx_updates.hugo.site.bylines import Byline
    from sphinx_updates.hugo.site.data import SiteData
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.terms import Taxonomies, Taxonomy, Term

__all__ = ["People", "Person"]

DEFAULT_FOLDER: Final = "authors"
OWNER_NAMES: Final = ("me", "admin")
"""What the owner of a site is called in front matter, if nobody else is."""

# Themes of these packs show the owner where a page names nobody.
_OWNER_SIGNS: Final = ("hugoblox-current",)


class People:
    """The people of a site."""

    def __init__(  # noqa: PLR0913 - options by keyword
        self,
        pages: Iterable[Page],
        taxonomies: Taxonomies,
        *,
        hidden: Iterable[Page] = (),
        data: SiteData | None = None,
        assets: Sequence[Path] = (),
        packs: Sequence[str] = (),
    ) -> None:
        """Take a site.

        :param pages: All pages that are built.
        :param hidden: Pages that are not: a profile without a page is a profile too.
        :param data: Of the site; profiles are in its ``authors``.
        :param assets: The ``assets`` folders of the site and its themes, the site's own
            first; pictures are in their ``media/authors``.
        :param packs: Of the site's themes, which decide who signs a page that names
            nobody.
        """
        self._pages = tuple(pages)
        fitting = (t for t in taxonomies.taxonomies if _is_of_people(t))
        self.taxonomy = next(fitting, None)
        """The taxonomy of the site's authors; None without one."""
        self._pictures = _pictures(assets)
        self._profiles = self._read_profiles(tuple(hidden), data)
        owners = (p for p in self._profiles.values() if p.is_owner)
        self.owner = next(owners, None)
        """The person whose site it is; None if no profile says so."""
        self._signs = self.owner if set(_OWNER_SIGNS) & set(packs) else None
        self._authors: dict[str, tuple[Person, ...]] = {}

    def of(self, page: Page) -> tuple[Person, ...]:
        """Return the people who wrote *page*, in the order in which it names them."""
        if page.path not in self._authors:
            self._authors[page.path] = self._read_authors(page)
        return self._authors[page.path]

    def everyone(self) -> tuple[Person, ...]:
        """Return all people who wrote a page or have a profile, by weight and name."""
        people = dict(self._profiles)
        for page in self._pages:
            for person in self.of(page):
                people.setdefault(person.key, person)
        return tuple(sorted(people.values(), key=_order))

    def pages_by(self, key: str) -> tuple[Page, ...]:
        """Return the pages that the person with *key* wrote, in Hugo's order."""
        return self._works.get(key, ())

    def find(self, name: str) -> Person | None:
        """Return the person whose profile goes by *name*: a name, a handle or a slug.

        Whoever owns the site is ``me`` and ``admin`` too, if nobody else is.
        """
        keys = (path_segment(name), slug_segment(name))
        for key in keys:
            if key in self._profiles:
                return self._profiles[key]
        return self.owner if keys[0] in OWNER_NAMES else None

    @cached_property
    def _works(self) -> Mapping[str, tuple[Page, ...]]:
        found: dict[str, list[Page]] = {}
        for page in self._pages:
            for person in self.of(page):
                found.setdefault(person.key, []).append(page)
        return {
            key: tuple(sorted(pages, key=default_order)) for key, pages in found.items()
        }

    def _read_profiles(
        self, hidden: tuple[Page, ...], data: SiteData | None
    ) -> dict[str, Person]:
        profiles: dict[str, Person] = {}
        entries = data.get(DEFAULT_FOLDER) if data else None
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            key = path_segment(str(name))
            if isinstance(entry, dict) and key:
                profiles.setdefault(key, person_of_data(key, entry))
        # A profile may have no page on purpose, and still be one; a draft is none yet.
        kept = (page for page in hidden if page.visibility is Visibility.PUBLISHED)
        found = [(page, True) for page in self._pages] + [
            (page, False) for page in kept
        ]
        for page, is_built in found:
            key = self._profile_key(page)
            if not key:
                continue
            person = person_of_page(key, page)
            if not is_built:
                person = replace(person, page=None)
            known = profiles.get(key)
            profiles[key] = merged(known, person) if known else person
        return {key: self._finish(profiles[key]) for key in sorted(profiles)}

    def _finish(self, person: Person) -> Person:
        """Return a profile with the name, page and picture that others give it."""
        term = self.taxonomy.find(person.key) if self.taxonomy else None
        return replace(
            person,
            name=person.name or (term.title if term else humanize(person.key)),
            url=person.page.url if person.page else (term.url if term else ""),
            avatar=person.avatar or self._pictures.get(person.key, ""),
        )

    def _profile_key(self, page: Page) -> str:
        """Return the key of the person whom *page* is about; ``""`` if of nobody."""
        folder = self.taxonomy.plural if self.taxonomy else DEFAULT_FOLDER
        names = [part for part in page.directory.split("/") if part]
        if not page.is_bundle:
            names.append(page.stem)
        parts, top = path_parts("/".join(names)), path_parts(folder)
        return "/".join(parts[len(top) :]) if parts[: len(top)] == top else ""

    def _read_authors(self, page: Page) -> tuple[Person, ...]:
        plural = self.taxonomy.plural if self.taxonomy else ""
        people: dict[str, Person] = {}
        for byline in bylines_of(page.front_matter, plural):
            person = self._person(byline)
            people.setdefault(person.key, person)
        if people or self._signs is None or page.kind != "page":
            return tuple(people.values())
        return () if self._profile_key(page) else (self._signs,)

    def _person(self, byline: Byline) -> Person:
        """Return the person whom a page names: their profile, if there is one."""
        term = self.taxonomy.find(byline.name) if self.taxonomy else None
        profile = self._profile_of(byline, term)
        if profile is None:
            name = byline.handle or byline.name
            key = term.key if term and not byline.handle else path_segment(name)
            profile = Person(
                key=key or name,
                name=term.title if term else byline.name,
                url=term.url if term else "",
                avatar=self._pictures.get(key, ""),
            )
        elif byline.handle:
            # Whoever writes a name and a handle says how the name is to be read.
            profile = replace(profile, name=byline.name)
        group = Organisation(name=byline.affiliation)
        return replace(
            profile,
            url=byline.url or profile.url,
            role=byline.role or profile.role,
            email=profile.email or byline.email,
            organisations=(group,) if byline.affiliation else profile.organisations,
        )

    def _profile_of(self, byline: Byline, term: Term | None) -> Person | None:
        if byline.handle and (person := self.find(byline.handle)):
            return person
        # Terms that differ in accents may share a page, and with it a person.
        if term and term.page and (person := self.find(self._profile_key(term.page))):
            return person
        return self.find(byline.name)


def _is_of_people(taxonomy: Taxonomy) -> bool:
    names = (taxonomy.singular.lower(), taxonomy.plural.lower())
    return "author" in names or "authors" in names


def _order(person: Person) -> tuple[object, ...]:
    return (person.weight == 0, person.weight, collate(person.name), person.key)


def _pictures(assets: Iterable[Path]) -> dict[str, Path]:
    """Return the pictures in ``media/authors``, by key; the first folder wins."""
    found: dict[str, Path] = {}
    for folder in assets:
        try:
            files = sorted((folder / "media" / "authors").iterdir())
        except OSError:
            continue
        for file in files:
            if file.suffix.lower() in PICTURES and file.is_file():
                found.setdefault(path_segment(file.stem), file)
    return found
