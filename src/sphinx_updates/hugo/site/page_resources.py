"""The files of a bundle as templates know them: their names, titles and parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.globs import GlobError, matches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.page import Page

_COUNTER: Final = ":counter"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageResource:
    """A file of a bundle, and what the page's ``resources`` say of it."""

    path: str
    """Below the bundle's folder, as in :attr:`.Page.resources`."""
    name: str
    """What templates ask for; the path, if the page says nothing else."""
    title: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    """Keys in lower case; of several entries the first counts."""


def page_resources(page: Page) -> tuple[PageResource, ...]:
    """Return the files of *page* in the order of their paths."""
    counters: dict[tuple[str, str], int] = {}
    return tuple(
        _resource(path, page, counters)
        for path in sorted(page.resources, key=str.lower)
    )


def _resource(
    path: str, page: Page, counters: dict[tuple[str, str], int]
) -> PageResource:
    name = title = ""
    params: dict[str, object] = {}
    for meta in page.front_matter.resources:
        try:
            if not meta.src or not matches(meta.src, path):
                continue
        except GlobError:
            continue
        if not name and meta.name:
            name = _counted(meta.name, ("name", meta.src.lower()), counters)
        if not title and meta.title:
            title = _counted(meta.title, ("title", meta.src.lower()), counters)
        params = {**meta.params, **params}
    return PageResource(
        path=path, name=name or path, title=title or name or path, params=params
    )


def _counted(
    text: str, key: tuple[str, str], counters: dict[tuple[str, str], int]
) -> str:
    if _COUNTER not in text:
        return text
    counters[key] = counters.get(key, 0) + 1
    return text.replace(_COUNTER, str(counters[key]))
