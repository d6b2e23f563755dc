"""The menus of a site, from its configuration and from the front matter of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.site.config_merge import as_table
from sphinx_updates.hugo.site.ordering import collate
from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.values import (
    HTML,
    ListObject,
    MapObject,
    Params,
    reachable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx_updates.hugo.templates.objects.page import PageObject


class MenuEntry(SiteObject):
    """An entry of a menu."""

    go_type = "*navigation.MenuEntry"

    def __init__(
        self,
        menu: str,
        values: Mapping[str, Any],
        page: PageObject | None,
        address: Callable[[str], str],
    ) -> None:
        """Take what is said of the entry, with keys in lower case."""
        self._menu = menu
        self._values = values
        self._page = page
        self._address = address
        self._below: list[MenuEntry] = []

    def _text(self, key: str) -> str:
        value = self._values.get(key)
        return "" if value is None else str(value)

    @reachable("Name")
    def name(self) -> str:
        """Return what readers see."""
        return self._text("name") or (self._page.link_title() if self._page else "")

    @reachable("Title")
    def title(self) -> str:
        """Return the title, by default the page's."""
        return self._text("title") or (self._page.title() if self._page else "")

    @reachable("URL")
    def url(self) -> str:
        """Return where the entry leads."""
        if self._page is not None:
            return self._page.rel_permalink()
        return self._address(self._text("url"))

    @reachable("PageRef")
    def page_ref(self) -> str:
        """Return the path of the page as it is written."""
        return self._text("pageref")

    @reachable("Page")
    def page(self) -> PageObject | None:
        """Return the page that is meant; None for another address."""
        return self._page

    @reachable("Identifier")
    def identifier(self) -> str:
        """Return the id as it is written."""
        return self._text("identifier")

    @reachable("KeyName")
    def key_name(self) -> str:
        """Return the id, by default the name."""
        return self.identifier() or self.name()

    @reachable("Menu")
    def menu(self) -> str:
        """Return the name of the menu."""
        return self._menu

    @reachable("Parent")
    def parent(self) -> str:
        """Return the id of the entry above."""
        return self._text("parent")

    @reachable("Weight")
    def weight(self) -> int:
        """Return the weight, by default the page's."""
        value = self._values.get("weight")
        if isinstance(value, int | float):
            return int(value)
        return self._page.weight() if self._page else 0

    @reachable("Params")
    def params(self) -> Params:
        """Return the parameters of the entry."""
        return Params.of(as_table(self._values.get("params")))

    @reachable("Pre")
    def pre(self) -> HTML:
        """Return what stands before the name."""
        return HTML(self._text("pre"))

    @reachable("Post")
    def post(self) -> HTML:
        """Return what stands behind the name."""
        return HTML(self._text("post"))

    @reachable("Children")
    def children(self) -> Menu:
        """Return the entries below."""
        return Menu(self._below).by_weight()

    @reachable("HasChildren")
    def has_children(self) -> bool:
        """Say whether there are entries below."""
        return bool(self._below)

    def add_below(self, entry: MenuEntry) -> None:
        """Put *entry* below this one."""
        self._below.append(entry)


class Menu(ListObject):
    """A menu, or the entries below one."""

    __slots__ = ()
    go_type = "navigation.Menu"

    @reachable("ByWeight")
    def by_weight(self) -> Menu:
        """Return the entries by weight, those without one last, then by name."""

        def key(entry: MenuEntry) -> tuple[object, ...]:
            weight = entry.weight()
            return (weight == 0, weight, collate(entry.name()), entry.identifier())

        return Menu(sorted(self, key=key))

    @reachable("ByName")
    def by_name(self) -> Menu:
        """Return the entries by name."""
        return Menu(sorted(self, key=lambda entry: collate(entry.name())))

    @reachable("Limit")
    def limit(self, count: int) -> Menu:
        """Return the first *count* entries."""
        return Menu(self[:count])

    @reachable("Reverse")
    def reverse_(self) -> Menu:
        """Return the entries in the opposite order."""
        return Menu(reversed(self))


class Menus(MapObject):
    """The menus of a site by name."""

    __slots__ = ()
    go_type = "navigation.Menus"


def read_menus(
    config: object,
    pages: list[PageObject],
    find: Callable[[str], PageObject | None],
    address: Callable[[str], str],
) -> Menus:
    """Return the menus of a site.

    :param config: What the configuration has under ``menus``.
    :param pages: Those whose front matter may say ``menus``.
    :param address: Makes an address of what is written as one.
    """
    found: dict[str, list[MenuEntry]] = {}
    for menu, entries in as_table(config).items():
        for values in map(as_table, entries if isinstance(entries, list) else ()):
            ref = str(values.get("pageref") or "")
            page = find(ref) if ref else None
            found.setdefault(menu, []).append(MenuEntry(menu, values, page, address))
    for page in pages:
        for menu, own in _named_by(page):
            found.setdefault(menu, []).append(MenuEntry(menu, own, page, address))
    return Menus({menu: _as_tree(entries) for menu, entries in found.items()})


def _named_by(page: PageObject) -> Iterator[tuple[str, Mapping[str, Any]]]:
    params = page.params()
    value = params.get("menus", params.get("menu"))
    if isinstance(value, str):
        yield value, {}
    elif isinstance(value, list):
        for name in value:
            yield str(name), {}
    else:
        for name, own in as_table(value).items():
            yield name, as_table(own)


def _as_tree(entries: list[MenuEntry]) -> Menu:
    by_key = {entry.key_name(): entry for entry in reversed(entries)}
    top: list[MenuEntry] = []
    for entry in entries:
        above = by_key.get(entry.parent()) if entry.parent() else None
        if above is not None and above is not entry:
            above.add_below(entry)
        elif not entry.parent():
            top.append(entry)
    return Menu(top).by_weight()
