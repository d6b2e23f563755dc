"""What the templates of lists are given: plain data, for one page that shows a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_updates.blog.listing import PageOf, by_year, page_numbers, paginate, select
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.excerpts import excerpt_text
from sphinx_updates.sphinx_ext.headers import PostView, make_view
from sphinx_updates.sphinx_ext.listings.pictures import CardPicture, card_picture
from sphinx_updates.sphinx_ext.listings.spec import (
    ListingSpec,
    Part,
    page_docname,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post

FIRST_ROW = 3
"""Pictures that are loaded at once; those below wait until they are near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPost:
    """A post as one list shows it."""

    view: PostView
    picture: CardPicture | None
    words: str
    """What readers search in, in lower case; empty in a list without a filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A page of a list; without a number it stands for pages that are not named."""

    number: int | None = None
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The way to the other pages of a list."""

    number: int
    count: int
    links: tuple[PageLink, ...]
    previous: str = ""
    """Address of the page before; empty on the first."""
    next: str = ""
    """Address of the page after; empty on the last."""
    all_urls: tuple[str, ...] = ()
    """Addresses of all other pages, for the filter; empty in a list without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """One page of a list."""

    spec: ListingSpec
    items: tuple[ListedPost, ...]
    pager: Pager | None
    """None for a list on a single page."""
    has_pictures: bool
    """Whether one of the posts has a picture: then the others get something too."""
    tags: tuple[str, ...]
    """The tags that readers can filter by."""
    level: int
    """Of the headings of its posts."""

    @property
    def is_first(self) -> bool:
        """Whether it is the first page."""
        return self.pager is None or self.pager.number == 1

    @property
    def years(self) -> tuple[tuple[int | None, tuple[ListedPost, ...]], ...]:
        """The posts by year, in the order of the list."""
        by_key = {item.view.post.key: item for item in self.items}
        groups = by_year(item.view.post for item in self.items)
        return tuple(
            (year, tuple(by_key[post.key] for post in posts)) for year, posts in groups
        )


def selected(
    env: BuildEnvironment, spec: ListingSpec, docname: str
) -> tuple[Post, ...]:
    """Return the posts of the list on *docname*: a post does not list itself."""
    others = (post for post in hugo_domain(env).listed if post.docname != docname)
    return select(others, spec.query)


def pages_of(spec: ListingSpec, posts: Sequence[Post]) -> tuple[PageOf[Post], ...]:
    """Return *posts* on the pages that *spec* wants."""
    return paginate(posts, spec.page_size)


def make_list_view(  # noqa: PLR0913 - by keyword
    app: Sphinx,
    spec: ListingSpec,
    page: PageOf[Post],
    *,
    docname: str,
    here: str,
    level: int = 2,
    tags: Iterable[str] = (),
    is_first: bool = True,
) -> ListView:
    """Return *page* of the list on *docname*, as seen from the page *here*.

    :param is_first: Whether the list is likely to be seen as soon as the page is open.
    """
    eager = FIRST_ROW if is_first else 0
    items: list[ListedPost] = []
    for post in page.items:
        picture = None
        if spec.shows(Part.IMAGE):
            picture = card_picture(app, post, here, is_eager=len(items) < eager)
        view = make_view(app.builder, post, here, excerpt=_excerpt(app, post))
        words = _words(view) if spec.has_filter else ""
        items.append(ListedPost(view=view, picture=picture, words=words))
    return ListView(
        spec=spec,
        items=tuple(items),
        pager=_pager(app, spec, page, docname, here) if page.count > 1 else None,
        has_pictures=any(item.picture for item in items),
        tags=tuple(tags),
        level=max(2, min(level, 6)),
    )


def _excerpt(app: Sphinx, post: Post) -> str:
    """Return the excerpt of *post* with the titles that it refers to."""
    known: dict[str, list[dict[str, Any]]] = getattr(app.env, "ablog_posts", {})
    for info in known.get(post.docname, ()):
        if info["section"] == post.section:
            return excerpt_text(app, post, info["excerpt"])
    return post.excerpt


def tags_of(spec: ListingSpec, posts: Iterable[Post]) -> tuple[str, ...]:
    """Return the tags that readers can choose: each once, in alphabetical order."""
    if not spec.has_filter:
        return ()
    tags = {tag.casefold(): tag for post in posts for tag in reversed(post.tags)}
    return tuple(tags[key] for key in sorted(tags))


def _words(view: PostView) -> str:
    names = (author.name for author in view.authors)
    terms = (term.name for term in view.terms)
    parts = (view.post.title, view.post.subtitle, view.excerpt, *names, *terms)
    return " ".join(" ".join(parts).casefold().split())


def _pager(
    app: Sphinx, spec: ListingSpec, page: PageOf[Post], docname: str, here: str
) -> Pager:
    def url(number: int | None) -> str:
        if number is None or not 1 <= number <= page.count:
            return ""
        target = page_docname(docname, number)
        # A page is not linked to itself by an empty address, which is its own too.
        return app.builder.get_relative_uri(here, target) or "#"

    every = range(1, page.count + 1) if spec.has_filter else ()
    others = (number for number in every if number != page.number)
    return Pager(
        number=page.number,
        count=page.count,
        links=tuple(
            PageLink(number=number, url=url(number), is_current=number == page.number)
            for number in page_numbers(page.number, page.count)
        ),
        previous=url(page.number - 1),
        next=url(page.number + 1),
        all_urls=tuple(map(url, others)),
    )


def render_list(app: Sphinx, view: ListView, name: str = "") -> str:
    """Return the HTML of a list.

    :param name: What tells its controls from those of other lists of the page.
    """
    context = {"listing": view, "list_id": f"updates-listing{name}"}
    templates = app.builder.templates
    return str(templates.render("updates/listing.html", context))
