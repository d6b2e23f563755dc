"""What is near a post: by date, in its series, by its words."""

from __future__ import annotations

from datetime import UTC, datetime

from sphinx_updates.blog.near import Near
from sphinx_updates.blog.post import Post
from sphinx_updates.blog.related import RelatedPage, RelatedPages
from sphinx_updates.hugo.site.list_settings import RelatedSettings


def post(name: str, day: int, *series: str) -> Post:
    date = datetime(2024, 1, day, tzinfo=UTC)
    return Post(docname=name, title=name, date=date, series=series)


POSTS = (
    post("d", 4, "Rain"),
    post("c", 3, "rain", "Snow"),
    post("b", 2, "Rain"),
    post("a", 1),
)


def near(**weights: int) -> Near:
    pages = [
        RelatedPage(key=p.key, name=p.title, published=p.date, params={"tags": "t"})
        for p in POSTS
    ]
    return Near(POSTS, lambda: RelatedPages(pages, RelatedSettings()), weights)


def names(posts: tuple[Post, ...]) -> list[str]:
    return [post.docname for post in posts]


def test_neighbours_are_the_next_in_time() -> None:
    found = near()
    previous, following = found.previous("c"), found.next("c")
    assert previous is not None
    assert following is not None
    assert (previous.docname, following.docname) == ("b", "d")
    assert found.previous("a") is found.next("d") is found.next("nobody") is None


def test_a_series_starts_with_the_oldest_however_it_is_spelled() -> None:
    (part,) = near().series(POSTS[1])
    assert (part.series, part.position, names(part.posts)) == (
        "rain",
        2,
        ["b", "c", "d"],
    )
    assert near().series(POSTS[3]) == ()


def test_weights_order_a_series_and_those_without_come_last() -> None:
    (part,) = near(d=1, c=2).series(POSTS[1])
    assert names(part.posts) == ["d", "c", "b"]


def test_related_posts_are_older_ones_with_the_same_words() -> None:
    assert names(near().related("d")) == ["c", "b", "a"]
    assert names(near().related("a")) == []
