"""Which posts a list has, in which order, and on which page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.listing import (
    Order,
    Query,
    SortKey,
    by_year,
    newest_first,
    page_numbers,
    paginate,
    select,
)
from sphinx_updates.blog.post import Post


def day(number: int, year: int = 2024) -> datetime:
    return datetime(year, 1, number, tzinfo=UTC)


ALPHA = Post(
    docname="blog/alpha/index",
    folder="blog/news",
    title="Alpha",
    date=day(3),
    updated=day(9),
    tags=("Fast", "two words"),
    categories=("News",),
    authors=(Author("Ann Bee"),),
    minutes=4,
)
BETA = Post(
    docname="blog/beta/index",
    title="beta",
    date=day(5),
    tags=("fast",),
    series=("Tour",),
    languages=("de",),
    is_featured=True,
    minutes=2,
)
GAMMA = Post(docname="notes/gamma/index", title="Gamma", date=day(1, 2023))
DELTA = Post(docname="blog/delta/index", title="Delta", minutes=9)
POSTS = (GAMMA, ALPHA, DELTA, BETA)
PLAIN = Query(pin_featured=False)


def names(posts: tuple[Post, ...]) -> str:
    return "".join(post.title[0].lower() for post in posts)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (PLAIN, "bagd"),
        (Query(), "bagd"),
        (replace(PLAIN, tags=("FAST ",)), "ba"),
        (replace(PLAIN, tags=("two words", "none")), "a"),
        (replace(PLAIN, tags=("fast",), categories=("news",)), "a"),
        (replace(PLAIN, categories=("other",)), ""),
        (replace(PLAIN, authors=("ann bee",)), "a"),
        (replace(PLAIN, series=("tour",)), "b"),
        (replace(PLAIN, languages=("de",)), "b"),
        (replace(PLAIN, years=(2023,)), "g"),
        (replace(PLAIN, years=(2023, 2024)), "bag"),
        (replace(PLAIN, sections=("blog",)), "bad"),
        (replace(PLAIN, sections=("blog/news/",)), "a"),
        (replace(PLAIN, sections=("blo",)), ""),
        (replace(PLAIN, sections=("/",)), "bagd"),
        (replace(PLAIN, featured=True), "b"),
        (replace(PLAIN, featured=False), "agd"),
        (replace(PLAIN, order=Order.ASCENDING), "gabd"),
        (replace(PLAIN, sort=SortKey.UPDATED), "abgd"),
        (replace(PLAIN, sort=SortKey.TITLE), "abdg"),
        (replace(PLAIN, sort=SortKey.TITLE, order=Order.DESCENDING), "gdba"),
        (replace(PLAIN, sort=SortKey.READING_TIME), "badg"),
        (
            replace(PLAIN, sort=SortKey.READING_TIME, order=Order.DESCENDING),
            "dabg",
        ),
        (Query(sort=SortKey.TITLE), "badg"),
        (replace(PLAIN, limit=2), "ba"),
        (replace(PLAIN, offset=1, limit=2), "ag"),
        (replace(PLAIN, offset=9), ""),
        (replace(PLAIN, limit=0), ""),
    ],
)
def test_a_query_selects_and_sorts(query: Query, found: str) -> None:
    assert names(select(POSTS, query)) == found


def test_the_year_is_that_of_the_author() -> None:
    eve = datetime(2023, 12, 31, 23, tzinfo=timezone(timedelta(hours=-8)))
    assert select([replace(ALPHA, date=eve)], Query(years=(2023,)))


WORDS = st.sampled_from(["a", "b", "c"])
DATES = st.none() | st.integers(1, 28).map(day)
A_POST = st.builds(
    Post,
    docname=st.integers(0, 99).map("blog/{}".format),
    title=st.sampled_from(["x", "X", "y", "ä"]),
    date=DATES,
    updated=DATES,
    tags=st.lists(WORDS, max_size=2).map(tuple),
    minutes=st.integers(0, 3),
    is_featured=st.booleans(),
)
SOME_POSTS = st.lists(A_POST, unique_by=lambda post: post.docname, max_size=12)
QUERIES = st.builds(
    Query,
    tags=st.lists(WORDS, max_size=2).map(tuple),
    featured=st.none() | st.booleans(),
    sort=st.sampled_from(SortKey),
    order=st.none() | st.sampled_from(Order),
    pin_featured=st.booleans(),
)


@given(SOME_POSTS, QUERIES, st.randoms())
def test_the_result_depends_on_the_set_of_posts(
    posts: list[Post], query: Query, random: object
) -> None:
    found = select(posts, query)
    assert select(reversed(posts), query) == found
    assert len(set(found)) == len(found)
    assert set(found) <= set(posts)
    # What was selected once is selected again, in the same order.
    assert select(found, query) == found


@given(SOME_POSTS, QUERIES, st.integers(0, 5), st.integers(0, 5))
def test_offset_and_limit_cut_a_piece_out(
    posts: list[Post], query: Query, offset: int, limit: int
) -> None:
    whole = select(posts, query)
    piece = select(posts, replace(query, offset=offset, limit=limit))
    assert piece == whole[offset : offset + limit]


@given(SOME_POSTS, QUERIES)
def test_featured_posts_are_pinned_in_their_order(
    posts: list[Post], query: Query
) -> None:
    plain = select(posts, replace(query, pin_featured=False))
    pinned = select(posts, replace(query, pin_featured=True))
    featured = tuple(post for post in plain if post.is_featured)
    assert pinned == (*featured, *(post for post in plain if not post.is_featured))


@given(st.lists(st.integers()), st.integers(-1, 9))
def test_pages_are_the_list_in_pieces(items: list[int], size: int) -> None:
    pages = paginate(items, size)
    assert [item for page in pages for item in page.items] == items
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.count for page in pages} == {len(pages)}
    if size > 0:
        assert all(len(page.items) == size for page in pages[:-1])
        assert len(pages[-1].items) <= size
        assert pages[-1].items or not items
    else:
        assert len(pages) == 1


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, "1"),
        (1, 2, "1 2"),
        (1, 3, "1 2 3"),
        (1, 4, "1 2 3 4"),
        (1, 5, "1 2 … 5"),
        (3, 5, "1 2 3 4 5"),
        (5, 9, "1 … 4 5 6 … 9"),
        (4, 9, "1 2 3 4 5 … 9"),
        (9, 9, "1 … 8 9"),
    ],
)
def test_some_pages_are_named(number: int, count: int, shown: str) -> None:
    found = page_numbers(number, count)
    assert " ".join(str(page or "…") for page in found) == shown


@given(st.integers(1, 50), st.integers(1, 50))
def test_every_gap_hides_two_pages_or_more(number: int, count: int) -> None:
    number = min(number, count)
    shown = page_numbers(number, count)
    assert {1, number, count} <= set(shown)
    known = [page for page in shown if page is not None]
    assert known == sorted(set(known))
    for before, page, after in zip(shown, shown[1:], shown[2:], strict=False):
        if page is None:
            assert before is not None
            assert after is not None
            assert after - before > 2


def test_years_come_in_the_order_of_the_posts() -> None:
    groups = by_year(newest_first([*POSTS, replace(GAMMA, docname="x", title="Eta")]))
    assert [(year, names(posts)) for year, posts in groups] == [
        (2024, "ba"),
        (2023, "eg"),
        (None, "d"),
    ]
    assert by_year([DELTA, GAMMA])[0][0] == 2023
    assert by_year([]) == ()
