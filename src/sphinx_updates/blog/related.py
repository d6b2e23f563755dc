"""Which pages are about the same, by Hugo's rule.

Every index is a field of the front matter with a weight. A page that shares a keyword
with another one gains the weight of its index. Source: real Hugo, see
``tests/golden/regenerate_related.py``.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil, floor
from typing import TYPE_CHECKING

from sphinx_updates.hugo.go_time import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


@dataclass(slots=True)
class _Rank:
    page: RelatedPage
    weight: int = 0
    matches: int = 0


class RelatedPages:
    """An index of pages by their keywords."""

    def __init__(self, pages: Iterable[RelatedPage], settings: RelatedSettings) -> None:
        self._settings = settings
        self._pages = {page.key: page for page in pages}
        self._top = max((index.weight for index in settings.indices), default=0)
        self._found: dict[str, dict[str, list[RelatedPage]]] = {
            index.name: self._entries(index) for index in settings.indices
        }

    def of(self, key: str, count: int) -> tuple[str, ...]:
        """Return the keys of the *count* pages nearest to page *key*, best first."""
        page = self._pages.get(key)
        if page is None:
            return ()
        ranks: dict[str, _Rank] = {}
        for index in self._settings.indices:
            for other in self._near(page, index):
                rank = ranks.setdefault(other.key, _Rank(other))
                rank.weight += index.weight
                rank.matches += 1
        good = (rank for rank in ranks.values() if self._is_enough(rank))
        best = heapq.nsmallest(count, good, key=_order)
        return tuple(rank.page.key for rank in best)

    def _near(self, page: RelatedPage, index: RelatedIndex) -> list[RelatedPage]:
        """Return the pages that share a keyword of *index*, once for each keyword."""
        newest = None if self._settings.include_newer else page.published
        entries = self._found[index.name]
        return [
            other
            for word in self._words(page, index)
            for other in entries.get(word, ())
            if other.key != page.key and (newest is None or other.instant <= newest)
        ]

    def _is_enough(self, rank: _Rank) -> bool:
        """Say whether the mean weight, in per cent of the highest one, is enough."""
        if not self._top:
            return False
        mean = rank.weight // rank.matches
        share = floor(mean / self._top * 100 + 0.5)
        return share >= self._settings.threshold // rank.matches

    def _entries(self, index: RelatedIndex) -> dict[str, list[RelatedPage]]:
        entries: dict[str, list[RelatedPage]] = defaultdict(list)
        total = 0
        for page in self._pages.values():
            words = self._words(page, index)
            total += bool(words)
            for word in words:
                entries[word].append(page)
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


def _order(rank: _Rank) -> tuple[object, ...]:
    page = rank.page
    return (-rank.weight, -page.instant.timestamp(), page.name, page.key)
