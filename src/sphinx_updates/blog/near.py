"""The posts near a post: before and after it, in its series, about the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_updates.blog.post import Post
    from sphinx_updates.blog.related import RelatedPages

RELATED_COUNT = 5
"""How many related posts are shown: as many as Hugo's themes show."""


@dataclass(frozen=True, slots=True)
class Part:
    """A post in a series."""

    series: str
    """Its name, as the post spells it."""
    posts: tuple[Post, ...]
    """All posts of the series, the first part first."""
    position: int
    """Of the post among them, from 1."""


class Near:
    """What is near each of *posts*."""

    def __init__(
        self,
        posts: Sequence[Post],
        related: Callable[[], RelatedPages],
        weights: Mapping[str, int],
    ) -> None:
        """Take the posts that lists show.

        :param posts: The newest first.
        :param related: Makes the index of related pages when it is asked for.
        :param weights: Places in a series by the key of a post; 0 for none.
        """
        self._posts = {post.key: post for post in posts}
        self._row = [post.key for post in posts]
        self._place = {key: index for index, key in enumerate(self._row)}
        self._make_related = related
        self._weights = weights
        self._nearest: dict[str, tuple[Post, ...]] = {}
        """The related posts that were asked for."""

    def previous(self, key: str) -> Post | None:
        """Return the post before *key*: the next older one."""
        return self._at(key, 1)

    def next(self, key: str) -> Post | None:
        """Return the post after *key*: the next newer one."""
        return self._at(key, -1)

    def related(self, key: str) -> tuple[Post, ...]:
        """Return the posts that are about the same, the nearest first."""
        if key not in self._nearest:
            found = self._related.of(key, RELATED_COUNT)
            self._nearest[key] = tuple(self._posts[other] for other in found)
        return self._nearest[key]

    def series(self, post: Post) -> tuple[Part, ...]:
        """Return the places of *post* in its series; one alone is no series."""
        parts = []
        for name in post.series:
            posts = self._series.get(name.casefold(), ())
            keys = [other.key for other in posts]
            if len(keys) > 1 and post.key in keys:
                parts.append(Part(name, tuple(posts), keys.index(post.key) + 1))
        return tuple(parts)

    def _at(self, key: str, step: int) -> Post | None:
        if key not in self._place:
            return None
        index = self._place[key] + step
        return self._posts[self._row[index]] if 0 <= index < len(self._row) else None

    @cached_property
    def _related(self) -> RelatedPages:
        return self._make_related()

    @cached_property
    def _series(self) -> dict[str, list[Post]]:
        found: dict[str, list[Post]] = defaultdict(list)
        for post in self._posts.values():
            for name in {name.casefold() for name in post.series}:
                found[name].append(post)
        for posts in found.values():
            posts.sort(key=self._order_in_series)
        return found

    def _order_in_series(self, post: Post) -> tuple[object, ...]:
        """As Hugo orders a term: by weight, those without one last; then by date."""
        weight = self._weights.get(post.key, 0)
        return (weight == 0, weight, post.instant, post.title.casefold(), post.key)
