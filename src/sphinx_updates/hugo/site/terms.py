"""What a taxonomy and its terms are: plain data, and how terms are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_updates.hugo.front_matter.casts import to_terms
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.kinds import path_parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from sphinx_updates.hugo.problems import Problem
    from sphinx_updates.hugo.site.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a taxonomy."""

    key: str
    """What all its spellings have in common: ``machine-learning``, ``a/b``."""
    name: str
    """As it is written where it comes first; without posts, the name of its folder."""
    title: str
    """Plain text."""
    url: str
    """Site path, decoded; ``""`` when it has no page."""
    feed: str = ""
    """Site path of its feed; ``""`` when it has none."""
    page: Page | None = None
    """Its own ``_index.md``, with a title, a text and files; None without one."""
    members: tuple[Page, ...] = ()
    """The pages that have it or a term below it, in Hugo's order, each once."""
    is_listed: bool = True
    """Whether lists of terms show it."""

    @property
    def date(self) -> datetime | None:
        """Its own date, else that of its newest member."""
        if self.page is not None and self.page.front_matter.date:
            return self.page.front_matter.date
        dates = (page.front_matter.date for page in self.members)
        return max((date for date in dates if date), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """A taxonomy of the site, and all its terms."""

    singular: str
    plural: str
    """The key of its terms in front matter."""
    title: str
    """Plain text."""
    url: str
    """Site path of the list of its terms, decoded; ``""`` when it has no page."""
    feed: str = ""
    """Site path of the feed of that list; ``""`` when it has none."""
    page: Page | None = None
    """Its own ``_index.md``; None without one."""
    terms: tuple[Term, ...] = ()
    """In Hugo's order: by weight, then the newest first, then by title."""
    places: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The place in :attr:`terms` of every key of a term. Two keys are one term when
    they have one address. A plain dict, so that it pickles; nobody changes it."""

    def find(self, name: str) -> Term | None:
        """Return the term that *name* is a spelling of."""
        place = self.places.get(term_key(name))
        return None if place is None else self.terms[place]

    def terms_of(self, page: Page) -> tuple[Term, ...]:
        """Return the terms that *page* has, in the order of its front matter."""
        found = (self.find(name) for name in term_names(page, self.plural))
        return tuple({term.key: term for term in found if term is not None}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomies:
    """The taxonomies of a site, in the order of its settings."""

    taxonomies: tuple[Taxonomy, ...] = ()
    problems: tuple[tuple[Path, Problem], ...] = ()
    """Terms that cannot have a page; the file is that of a page that has the term."""

    def find(self, plural: str) -> Taxonomy | None:
        """Return the taxonomy of that plural; case does not count."""
        parts = path_parts(plural)
        fitting = (t for t in self.taxonomies if path_parts(t.plural) == parts)
        return next(fitting, None)


def term_key(name: str) -> str:
    """Return what *name* has in common with other spellings of the same term.

    Dots and empty parts are resolved as in a path; ``""`` if nothing is left.
    """
    return "/".join(map(path_segment, name_parts(name)))


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a term as they are written, dots resolved."""
    parts: list[str] = []
    for part in name.replace("\\", "-").split("/"):
        key = path_segment(part)
        if key == "..":
            del parts[-1:]
        elif key not in ("", "."):
            parts.append(part)
    return tuple(parts)


def term_names(page: Page, plural: str) -> tuple[str, ...]:
    """Return the terms that *page* has in a taxonomy, as they are written."""
    return to_terms(page.front_matter.page_params.get(plural.lower())) or ()
