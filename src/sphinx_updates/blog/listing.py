"""The order of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_updates.blog.post import Post


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """Return *posts* by date, newest first; on one day by title, then by address.

    Posts without a date come last. Source: Hugo's default order, hugo.md 6.7, without
    the weight.
    """
    by_title = sorted(posts, key=lambda post: (post.title.casefold(), post.key))
    return sorted(by_title, key=lambda post: post.instant, reverse=True)
