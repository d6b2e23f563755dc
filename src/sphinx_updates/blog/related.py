"""Which pages are about the same, by Hugo's rule.

Every index is a field of the front matter with a weight. A page that shares a keyword
with another one gains the weight of its index. Source: real Hugo, see
``tests/golden/regenerate_related.py``.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil, floor
from typing import TYPE_CHECKING

from sphinx_updates.hugo.go_time import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_updates.hugo.site.list_settings import RelatedIndex, RelatedSettings

_YEAR = "2006"
"""The part of a date that counts if its index names none."""
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPage:
    """What is compared of a page."""

    key: str
    """What tells it from the others."""
    name: str = ""
    """Its title, which decides between pages of one rank and one date."""
    published: datetime | None = None
    """Aware; None counts as the oldest of all."""
    params: Mapping[str, object] = field(default_factory=dict)
    """Its front matter, keys in lower case."""
    fragments: tuple[str, ...] = ()
    """The ids of its headings."""

    @property
    def instant(self) -> datetime:
        """The moment to sort by."""
        return self.published.astimezone(UTC) if self.published else _NEVER


class RelatedPages:
    """An index of pages by their keywords.

    Every page of a blog is asked for, and may share a word with every other one: pages
    are numbers in here, in the order of their dates.
    """

    def __init__(self, pages: Iterable[RelatedPage], settings: RelatedSettings) -> None:
        self._settings = settings
        by_key = {page.key: page for page in pages}
        self._pages = sorted(by_key.values(), key=lambda page: page.instant)
        self._instants = [page.instant for page in self._pages]
        self._number = {page.key: number for number, page in enumerate(self._pages)}
        best_first = sorted(range(len(self._pages)), key=self._order)
        self._place = {number: place for place, number in enumerate(best_first)}
        self._top = max((index.weight for index in settings.indices), default=0)
        self._found: dict[str, dict[str, list[int]]] = {
            index.name: self._entries(index) for index in settings.indices
        }

    def of(self, key: str, count: int) -> tuple[str, ...]:
        """Return the keys of the *count* pages nearest to page *key*, best first."""
        own = self._number.get(key)
        if own is None:
            return ()
        weights: dict[int, int] = defaultdict(int)
        matches: dict[int, int] = defaultdict(int)
        for index in self._settings.indices:
            for other in self._near(own, index):
                weights[other] += index.weight
                matches[other] += 1
        weights.pop(own, None)
        # Many pages share as much: each case is looked at once.
        cases = {(weight, matches[other]) for other, weight in weights.items()}
        enough = {case for case in cases if self._is_enough(*case)}
        good = (
            (-weight, self._place[other], other)
            for other, weight in weights.items()
            if (weight, matches[other]) in enough
        )
        best = heapq.nsmallest(count, good)
        return tuple(self._pages[other].key for _weight, _place, other in best)

    def _near(self, own: int, index: RelatedIndex) -> Iterator[int]:
        """Yield the pages that share a keyword of *index*, once for each keyword."""
        page, entries = self._pages[own], self._found[index.name]
        end = len(self._pages)
        if page.published is not None and not self._settings.include_newer:
            end = bisect_right(self._instants, page.published)
        for word in self._words(page, index):
            numbers = entries.get(word, [])
            yield from numbers[: bisect_left(numbers, end)]

    def _order(self, number: int) -> tuple[object, ...]:
        page = self._pages[number]
        return (-page.instant.timestamp(), page.name, page.key)

    def _is_enough(self, weight: int, matches: int) -> bool:
        """Say whether the mean weight, in per cent of the highest one, is enough."""
        if not self._top:
            return False
        share = floor(weight // matches / self._top * 100 + 0.5)
        return share >= self._settings.threshold // matches

    def _entries(self, index: RelatedIndex) -> dict[str, list[int]]:
        entries: dict[str, list[int]] = defaultdict(list)
        total = 0
        for number, page in enumerate(self._pages):
            words = self._words(page, index)
            total += bool(words)
            for word in words:
                entries[word].append(number)
        limit = index.cardinality_threshold
        if not limit:
            return entries
        # A word that many of the pages with such words have says little.
        return {
            word: found
            for word, found in entries.items()
            if ceil(len(found) / total * 100) <= limit
        }

    def _words(self, page: RelatedPage, index: RelatedIndex) -> list[str]:
        value = page.params.get(index.name)
        if isinstance(value, datetime):
            return [format_date(value, index.pattern or _YEAR)]
        values = value if isinstance(value, list | tuple) else [value]
        words = [str(item) for item in values if item not in (None, "")]
        if index.type == "fragments":
            words.extend(page.fragments)
        return [word.lower() for word in words] if index.to_lower else words
