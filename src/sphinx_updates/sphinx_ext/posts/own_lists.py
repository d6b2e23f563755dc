"""The lists that the blog has by itself: all posts, years, terms, those of a site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from ablog.blog import Blog

from sphinx_updates.hugo.site.urls import docname_of
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.listings.spec import (
    DEFAULT_PARTS,
    ListingSpec,
    Part,
    Style,
)
from sphinx_updates.sphinx_ext.posts.bridge import covered_catalogs, landing_page
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post
    from sphinx_updates.hugo.site.site import ListPage


class Kind(StrEnum):
    """What a list of the blog is of."""

    LANDING = "landing"
    TERM = "term"
    OVERVIEW = "overview"
    ARCHIVE = "archive"
    DRAFTS = "drafts"
    SITE = "site"
    """A section of a Hugo site, or its home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTerm:
    """A term in a list of terms."""

    name: str
    docname: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """A list that the blog has by itself; a document may stand for its first page."""

    kind: Kind
    docname: str
    title: str
    """Plain text."""
    heading: str
    spec: ListingSpec
    posts: tuple[Post, ...] = ()
    """In the order of the list."""
    terms: tuple[CountedTerm, ...] = ()
    subtitle: str = ""
    person: str = ""
    """The name or the key of the person whose posts they are."""
    url: str = ""
    """The page of that person elsewhere."""
    year_pages: tuple[tuple[int, str], ...] = ()
    """Of an archive: the document of each year."""
    old: str = ""
    """The docname that ABlog has for it, if that is another one."""


_COMPACT: Final = ListingSpec(
    style=Style.TIMELINE, show=frozenset({Part.TITLE, Part.DATE})
)


def own_lists(app: Sphinx) -> dict[str, OwnList]:
    """Return the lists of the blog by docname; the first one of two is meant."""
    domain = hugo_domain(app.env)
    if domain.own_lists is None:
        domain.own_lists = {}
        for one in _Lists(app).all():
            domain.own_lists.setdefault(one.docname, one)
    return domain.own_lists


def overviews(app: Sphinx, one: OwnList) -> tuple[OwnList, ...]:
    """Return what leads from *one*, if it is the landing page: years, then terms."""
    if one.kind is not Kind.LANDING:
        return ()
    found = own_lists(app).values()
    archives = (each for each in found if each.kind is Kind.ARCHIVE and each.posts)
    terms = (each for each in found if each.kind is Kind.OVERVIEW and each.terms)
    return (*archives, *terms)


class _Lists:
    """Makes the lists from ABlog's catalogs, and from the lists of a site."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._env = app.env
        self._blog = Blog(app)
        self._domain = hugo_domain(app.env)
        self._project = project_of(app.env)
        options = self._project.options
        self._spec = ListingSpec(
            style=options.list_style,
            show=DEFAULT_PARTS[options.list_style] | {Part.TAGS},
            page_size=options.page_size,
        )

    def all(self) -> Iterator[OwnList]:
        """Yield every list; those of a site first."""
        site = self._project.site
        covered = covered_catalogs(self._blog, site.content) if site else []
        for docname, entry in site.lists.items() if site else ():
            yield self._of_site(docname, entry)
        landing = landing_page(self._app)
        if site is None:
            yield self._landing(landing or self._blog.posts.docname)
        for title, header, catalog in self._catalogs():
            if len(catalog) and catalog not in covered:
                yield from self._of_catalog(title, header, catalog)
        drafts = self._domain.records(self._blog.drafts)
        if drafts or not landing:
            title = _("Drafts")
            yield OwnList(
                kind=Kind.DRAFTS,
                docname=self._blog.drafts.docname,
                title=title,
                heading=title,
                spec=self._spec,
                posts=drafts,
            )

    def _landing(self, docname: str) -> OwnList:
        posts = self._domain.listed
        if self._spec.style is not Style.TIMELINE:
            posts = tuple(sorted(posts, key=lambda post: not post.is_featured))
        return OwnList(
            kind=Kind.LANDING,
            docname=docname,
            title=self._blog.blog_title,
            heading=self._blog.blog_title,
            subtitle=self._blog.blog_feed_subtitle or "",
            spec=self._spec,
            posts=posts,
        )

    def _catalogs(self) -> Iterator[tuple[str, str, Any]]:
        blog = self._blog
        yield _("Archives"), _("Posted in"), blog.archive
        yield _("Categories"), _("Posts in"), blog.category
        yield _("Tags"), _("Posts tagged"), blog.tags
        yield _("Authors"), _("Posts by"), blog.author
        if series := blog.catalogs.get("series"):
            yield _("Series"), _("Posts in"), series
        yield _("Locations"), _("Posts from"), blog.location
        yield _("Languages"), _("Posts in"), blog.language

    def _of_catalog(self, title: str, header: str, catalog: Any) -> Iterator[OwnList]:
        collections = [one for one in catalog if len(one)]
        is_archive = catalog is self._blog.archive
        overview = OwnList(
            kind=Kind.ARCHIVE if is_archive else Kind.OVERVIEW,
            docname=catalog.docname,
            title=title,
            heading=title,
            spec=_COMPACT,
            old=getattr(catalog, "old_path", ""),
        )
        if is_archive:
            dated = (p for p in self._domain.listed if p.date is not None)
            years = tuple((one.label, one.docname) for one in collections)
            yield replace(overview, posts=tuple(dated), year_pages=years)
        else:
            terms = (
                CountedTerm(name=str(one), docname=one.docname, count=len(one))
                for one in collections
            )
            by_name = sorted(terms, key=lambda term: term.name.casefold())
            yield replace(overview, terms=tuple(by_name))
        is_people = catalog is self._blog.author
        for one in collections:
            yield OwnList(
                kind=Kind.TERM,
                docname=one.docname,
                title=f"{header} {one}",
                heading=f"{header} {one}",
                spec=self._spec,
                posts=self._domain.records(one),
                person=str(one) if is_people else "",
                url=one.href or "",
                old=getattr(one, "old_path", ""),
            )

    def _kind_of(self, docname: str, entry: ListPage) -> Kind:
        if docname == landing_page(self._app):
            return Kind.LANDING
        if entry.taxonomy is None:
            return Kind.SITE
        return Kind.TERM if entry.term is not None else Kind.OVERVIEW

    def _of_site(self, docname: str, entry: ListPage) -> OwnList:
        """Return a list of a Hugo site, with its pages in Hugo's order."""
        pages = (page for page in entry.members if page.kind == "page")
        posts = (self._domain.post(page.docname) for page in pages)
        taxonomy = entry.taxonomy
        terms = [
            CountedTerm(
                name=term.title, docname=docname_of(term.url), count=len(term.members)
            )
            for term in (taxonomy.terms if taxonomy and entry.term is None else ())
            if term.is_listed and term.url
        ]
        people = (
            self._project.site.content.people.taxonomy if self._project.site else None
        )
        is_person = people is not None and people == taxonomy and entry.term is not None
        return OwnList(
            kind=self._kind_of(docname, entry),
            docname=docname,
            title=entry.title,
            heading=entry.title,
            spec=self._spec,
            posts=tuple(post for post in posts if post is not None),
            terms=tuple(sorted(terms, key=lambda term: term.name.casefold())),
            person=entry.term.key if is_person and entry.term else "",
        )
