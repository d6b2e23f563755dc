"""The same pages in other languages: by their place in the tree, or by a common key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_updates.hugo.site.kinds import path_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_updates.hugo.site.list_page import ListPage
    from sphinx_updates.hugo.site.page import Page


class Translation(NamedTuple):
    """The page in another language."""

    language: str
    url: str
    """Site path, decoded."""


class Published(NamedTuple):
    """What one language has."""

    pages: Iterable[Page]
    lists: Iterable[ListPage]


def find_translations(
    language: str, published: Mapping[str, Published]
) -> dict[str, tuple[Translation, ...]]:
    """Return the other languages' pages of each page of *language*, by its path.

    Lists without a page of their own go by the path of the list.

    :param published: By language, in the site's order.
    """
    groups: dict[str, dict[str, str]] = {}
    own: dict[str, str] = {}
    for other, found in published.items():
        names = {page.path: (_key_of_page(page), page.url) for page in found.pages}
        names |= {
            one.path: (f"/{_plain(one.path)}", one.url)
            for one in found.lists
            if one.page is None and one.url
        }
        for path, (key, url) in names.items():
            groups.setdefault(key, {}).setdefault(other, url)
            if other == language:
                own[path] = key
    others = {
        path: tuple(
            Translation(other, url)
            for other, url in groups[key].items()
            if other != language
        )
        for path, key in own.items()
    }
    return {path: found for path, found in others.items() if found}


def _key_of_page(page: Page) -> str:
    """Return what all translations of a page have in common."""
    named = page.front_matter.translation_key
    if named:
        return f"{page.kind} {named}"
    return "/" + _plain(
        page.directory if page.is_bundle else f"{page.directory}/{page.stem}"
    )


def _plain(path: str) -> str:
    return "/".join(path_parts(path))
