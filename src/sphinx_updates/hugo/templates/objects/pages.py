"""Lists of pages: sorted, grouped, cut, and asked for neighbours."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx_updates.hugo.go_time import format_date
from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.base import SiteObject, refusal
from sphinx_updates.hugo.templates.values import ListObject, reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from sphinx_updates.hugo.templates.objects.page import PageObject


class Pages(ListObject):
    """Hugo's ``page.Pages``: each method gives a new list."""

    __slots__ = ()
    go_type = "page.Pages"
    absent: ClassVar[Mapping[str, str]] = {
        "Related": "posts like a post are found by this extension",
        "MergeByLanguage": "one build has one language",
        "ToResources": "pages are no files here",
    }

    def method(self, name: str) -> Callable[..., object] | None:
        """Return the method *name*; one that is absent says so when it is called."""
        found = super().method(name)
        if found is None and name in self.absent:
            return refusal(self.go_type, name, self.absent[name])
        return found

    def go_string(self) -> str:
        """Return what Hugo prints: the number of pages."""
        return f"Pages({len(self)})"

    def grouped(self, key: object) -> PageGroup:
        """Return them as a group with a *key*."""
        return PageGroup(key, self)

    def _sorted(self, key: Callable[[Any], Any]) -> Pages:
        return Pages(sorted(self, key=key))

    @reachable("Len")
    def size(self) -> int:
        """Return how many there are."""
        return len(self)

    @reachable("MergeByLanguage")
    def merge_by_language(self, others: object) -> Pages:
        """Return them, and of *others* what they have no translation of."""
        if not isinstance(others, Pages):
            raise FunctionError(f"{type_name(others)} cannot be merged by language")
        known = {page.translation_key() for page in self}
        more = (page for page in others if page.translation_key() not in known)
        return Pages([*self, *more]).by_weight()

    @reachable("ByWeight")
    def by_weight(self) -> Pages:
        """Return them in Hugo's default order."""
        return self._sorted(lambda page: page.order)

    @reachable("ByTitle")
    def by_title(self) -> Pages:
        """Return them by their titles, as people sort words."""
        return self._sorted(lambda page: collate(page.title()))

    @reachable("ByLinkTitle")
    def by_link_title(self) -> Pages:
        """Return them by the short titles."""
        return self._sorted(lambda page: collate(page.link_title()))

    @reachable("ByDate")
    def by_date(self) -> Pages:
        """Return them by date, the oldest first."""
        return self._sorted(lambda page: page.date())

    @reachable("ByPublishDate")
    def by_publish_date(self) -> Pages:
        """Return them by the date of publication."""
        return self._sorted(lambda page: page.publish_date())

    @reachable("ByExpiryDate")
    def by_expiry_date(self) -> Pages:
        """Return them by the date on which they expire."""
        return self._sorted(lambda page: page.expiry_date())

    @reachable("ByLastmod")
    def by_lastmod(self) -> Pages:
        """Return them by the date of the last change."""
        return self._sorted(lambda page: page.lastmod())

    @reachable("ByLength")
    def by_length(self) -> Pages:
        """Return them by the length of their content as HTML, the shortest first."""
        return self._sorted(lambda page: page.length())

    @reachable("ByLanguage")
    def by_language(self) -> Pages:
        """Return them as they are: one build has one language."""
        return Pages(self)

    @reachable("ByParam")
    def by_param(self, name: object) -> Pages:
        """Return them by a parameter; those without it come last."""

        def key(page: PageObject) -> tuple[object, ...]:
            value = page.param(name)
            match value:
                case None:
                    return (2, 0)
                case bool():
                    return (1, str(value))
                case int() | float():
                    return (0, value)
            return (1, collate(str(value)))

        return self._sorted(key)

    @reachable("Reverse")
    def reverse_(self) -> Pages:
        """Return them in the opposite order."""
        return Pages(reversed(self))

    @reachable("Limit")
    def limit(self, count: int) -> Pages:
        """Return the first *count* of them."""
        return Pages(self[:count])

    @reachable("Next")
    def next_(self, page: PageObject) -> PageObject | None:
        """Return the page before *page* in the list, which is Hugo's next one."""
        place = self._place(page)
        return self[place - 1] if place > 0 else None

    @reachable("Prev")
    def prev(self, page: PageObject) -> PageObject | None:
        """Return the page behind *page* in the list."""
        place = self._place(page)
        is_there = 0 <= place < len(self) - 1
        return self[place + 1] if is_there else None

    def _place(self, page: PageObject) -> int:
        return next((n for n, one in enumerate(self) if one is page), -1)

    @reachable("GroupBy")
    def group_by(self, name: str, order: str = "asc") -> PagesGroups:
        """Return them grouped by what a method of pages or a parameter gives."""
        if self and self[0].method(name) is None:
            msg = (
                f"{name} is not a valid field name or method name of page.Page "
                "for GroupBy"
            )
            raise FunctionError(msg)

        def key(page: PageObject) -> object:
            method = page.method(name)
            return method() if method else None

        return _grouped(self, key, order)

    @reachable("GroupByParam")
    def group_by_param(self, name: str, order: str = "asc") -> PagesGroups:
        """Return those that have a parameter, grouped by it."""
        having = Pages(p for p in self if p.param(name) is not None)
        if not having and self:
            raise FunctionError(f"no such a param name: {name}")
        return _grouped(having, lambda page: page.param(name), order)

    @reachable("GroupByDate")
    def group_by_date(self, layout: str, order: str = "desc") -> PagesGroups:
        """Return them grouped by the date, written with *layout*."""
        return self._by_moment(lambda page: page.date(), layout, order)

    @reachable("GroupByPublishDate")
    def group_by_publish_date(self, layout: str, order: str = "desc") -> PagesGroups:
        """Return them grouped by the date of publication."""
        return self._by_moment(lambda page: page.publish_date(), layout, order)

    @reachable("GroupByExpiryDate")
    def group_by_expiry_date(self, layout: str, order: str = "desc") -> PagesGroups:
        """Return them grouped by the date on which they expire."""
        return self._by_moment(lambda page: page.expiry_date(), layout, order)

    @reachable("GroupByLastmod")
    def group_by_lastmod(self, layout: str, order: str = "desc") -> PagesGroups:
        """Return them grouped by the date of the last change."""
        return self._by_moment(lambda page: page.lastmod(), layout, order)

    @reachable("GroupByParamDate")
    def group_by_param_date(
        self, name: str, layout: str, order: str = "desc"
    ) -> PagesGroups:
        """Return them grouped by a parameter that is a date."""
        return self._by_moment(lambda page: page.param_date(name), layout, order)

    def _by_moment(
        self, moment: Callable[[PageObject], datetime], layout: str, order: str
    ) -> PagesGroups:
        is_descending = order.lower() not in ("asc", "ascending")
        ordered: list[Any] = sorted(self, key=moment, reverse=is_descending)
        groups = groupby(ordered, lambda page: format_date(moment(page), layout))
        return PagesGroups(PageGroup(key, Pages(found)) for key, found in groups)


def _grouped(
    pages: Iterable[Any], key: Callable[[PageObject], object], order: str
) -> PagesGroups:
    groups: dict[object, tuple[object, list[Any]]] = {}
    for page in pages:
        value = key(page)
        mark = repr(value) if isinstance(value, list | dict) else value
        groups.setdefault(mark, (value, []))[1].append(page)
    ordered = sorted(
        groups.values(),
        key=lambda entry: _group_order(entry[0]),
        reverse=order.lower() in ("desc", "rev", "reverse"),
    )
    return PagesGroups(PageGroup(value, Pages(found)) for value, found in ordered)


def _group_order(value: object) -> tuple[object, ...]:
    match value:
        case bool():
            return (1, collate(str(value)))
        case int() | float():
            return (0, value)
        case None:
            return (2, 0)
    return (1, collate(str(value)))


class PageGroup(SiteObject):
    """Pages that have something in common, and what that is."""

    go_type = "page.PageGroup"

    def __init__(self, key: object, pages: Pages) -> None:
        self._key = key
        self._pages = pages

    @reachable("Key")
    def key(self) -> object:
        """Return what they have in common."""
        return self._key

    @reachable("Pages")
    def pages(self) -> Pages:
        """Return the pages."""
        return self._pages


class PagesGroups(ListObject):
    """Hugo's ``page.PagesGroup``."""

    __slots__ = ()
    go_type = "page.PagesGroup"

    @reachable("Reverse")
    def reverse_(self) -> PagesGroups:
        """Return the groups in the opposite order."""
        return PagesGroups(reversed(self))

    @reachable("Len")
    def size(self) -> int:
        """Return how many pages all groups have."""
        return sum(len(group.pages()) for group in self)


PageGroup.list_kind = PagesGroups
