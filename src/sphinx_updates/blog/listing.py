"""Which posts a list has, in which order, and on which of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx_updates.blog.post import Post

T = TypeVar("T")


class SortKey(StrEnum):
    """What the posts of a list are sorted by."""

    DATE = "date"
    UPDATED = "updated"
    TITLE = "title"
    READING_TIME = "reading-time"


class Order(StrEnum):
    """In which direction."""

    DESCENDING = "descending"
    ASCENDING = "ascending"


NATURAL: Final = {
    SortKey.DATE: Order.DESCENDING,
    SortKey.UPDATED: Order.DESCENDING,
    SortKey.TITLE: Order.ASCENDING,
    SortKey.READING_TIME: Order.ASCENDING,
}
"""The direction that readers expect of each key: the newest, A, the shortest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list asks for.

    Of the values of one filter a post needs one, and it has to pass every filter that
    is not empty. Words are compared without regard to case and outer blanks.
    """

    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    """Folders of the content, or of the output, with all that is below them."""
    featured: bool | None = None
    """Only featured posts, only others, or both."""
    sort: SortKey = SortKey.DATE
    order: Order | None = None
    """None for the natural one of the key."""
    pin_featured: bool = True
    """Whether featured posts stand before all others."""
    offset: int = 0
    limit: int | None = None


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """Return *posts* by date, newest first; on one day by title, then by address.

    Posts without a date come last. Source: Hugo's default order, hugo.md 6.7, without
    the weight.
    """
    by_title = sorted(posts, key=lambda post: (post.title.casefold(), post.key))
    return sorted(by_title, key=lambda post: post.instant, reverse=True)


def select(posts: Iterable[Post], query: Query) -> tuple[Post, ...]:
    """Return those of *posts* that *query* asks for, in its order.

    Posts that are equal by its key stand as :func:`newest_first` has them, so that the
    result depends on the set of posts only. What a post does not have (a date, a
    reading time) puts it last in both directions.
    """
    found = [post for post in newest_first(posts) if _passes(post, query)]
    found = _sorted(found, query)
    if query.pin_featured:
        found.sort(key=lambda post: not post.is_featured)
    end = None if query.limit is None else query.offset + query.limit
    return tuple(found[query.offset : end])


def _sorted(posts: list[Post], query: Query) -> list[Post]:
    key, missing = _KEYS[query.sort]
    order = query.order or NATURAL[query.sort]
    known = [post for post in posts if not missing(post)]
    # Sorting is stable in both directions: equals keep their order.
    known.sort(key=key, reverse=order is Order.DESCENDING)
    return [*known, *(post for post in posts if missing(post))]


_KEYS: Final[dict[SortKey, tuple[Callable[[Post], Any], Callable[[Post], bool]]]] = {
    SortKey.DATE: (lambda post: post.instant, lambda post: post.date is None),
    SortKey.UPDATED: (
        lambda post: max(post.instant, post.updated or post.instant),
        lambda post: post.date is None and post.updated is None,
    ),
    SortKey.TITLE: (lambda post: post.title.casefold(), lambda _post: False),
    SortKey.READING_TIME: (lambda post: post.minutes, lambda post: not post.minutes),
}


def _passes(post: Post, query: Query) -> bool:
    return (
        _shares(query.tags, post.tags)
        and _shares(query.categories, post.categories)
        and _shares(query.authors, (author.name for author in post.authors))
        and _shares(query.series, post.series)
        and _shares(query.languages, post.languages)
        and (not query.years or _year(post) in query.years)
        and (not query.sections or any(_is_in(post, s) for s in query.sections))
        and query.featured in (None, post.is_featured)
    )


def _shares(wanted: Sequence[str], words: Iterable[str]) -> bool:
    return not wanted or not _folded(wanted).isdisjoint(_folded(words))


def _folded(words: Iterable[str]) -> set[str]:
    return {word.strip().casefold() for word in words}


def _year(post: Post) -> int | None:
    """Return the year in which *post* was published, by the author's own clock."""
    return post.date.year if post.date else None


def _is_in(post: Post, section: str) -> bool:
    folder = section.strip("/").casefold()
    if not folder:
        return True
    places = (post.folder.casefold(), post.docname.casefold())
    return any(f"{place}/".startswith(f"{folder}/") for place in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf(Generic[T]):
    """One page of a list that is cut into pages."""

    number: int
    """From 1 on."""
    count: int
    """The number of pages, at least 1."""
    items: tuple[T, ...]


def paginate(items: Sequence[T], size: int) -> tuple[PageOf[T], ...]:
    """Return the pages of *items*, each with *size* of them but the last.

    There is one page at least, without items if need be; with a *size* of 0 it is the
    only one.
    """
    step = size if size > 0 else max(len(items), 1)
    starts = range(0, len(items), step) or range(1)
    return tuple(
        PageOf(
            number=number, count=len(starts), items=tuple(items[start : start + step])
        )
        for number, start in enumerate(starts, 1)
    )


def page_numbers(number: int, count: int, around: int = 1) -> tuple[int | None, ...]:
    """Return the pages to link to from page *number* of *count*; None stands for a gap.

    The first, the last and those *around* it are named. A gap hides two pages or more.
    """
    near = range(number - around, number + around + 1)
    named = sorted({1, count, *(n for n in near if 1 <= n <= count)})
    shown: list[int | None] = []
    before = 0
    for page in named:
        if page - before == 2:
            shown.append(page - 1)
        elif page - before > 2:
            shown.append(None)
        shown.append(page)
        before = page
    return tuple(shown)


def by_year(posts: Iterable[Post]) -> tuple[tuple[int | None, tuple[Post, ...]], ...]:
    """Return *posts* in groups of one year each, in the order in which years come.

    Posts without a date are in a group of their own, ``None``, which comes last.
    """
    groups: dict[int | None, list[Post]] = {}
    for post in posts:
        groups.setdefault(_year(post), []).append(post)
    undated = groups.pop(None, None)
    found: list[tuple[int | None, tuple[Post, ...]]] = [
        (year, tuple(members)) for year, members in groups.items()
    ]
    if undated:
        found.append((None, tuple(undated)))
    return tuple(found)
