"""Which kind of list a folder of content is: a section, a taxonomy or a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_updates.hugo.permalinks import path_segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.site.settings import HugoSettings

ListKind = Literal["home", "section", "taxonomy", "term"]
"""Hugo's names for the kinds of pages that list others."""


class TermPath(NamedTuple):
    """A folder of a taxonomy, taken apart."""

    plural: str
    """The name of the taxonomy, as the settings write it."""
    parts: tuple[str, ...]
    """The folders below that of the taxonomy, as they are written."""


def path_parts(path: str) -> tuple[str, ...]:
    """Return the parts of a path as Hugo compares them: ``News/My Tags``."""
    return tuple(key for part in path.split("/") if (key := path_segment(part)))


def term_path(folders: Sequence[str], settings: HugoSettings) -> TermPath | None:
    """Return the taxonomy that *folders* is or lies in; None if it is in none."""
    names = tuple(path_segment(name) for name in folders)
    for plural in settings.taxonomies.values():
        top = path_parts(plural)
        if top and names[: len(top)] == top:
            return TermPath(plural, tuple(folders[len(top) :]))
    return None


def list_kind(folders: Sequence[str], settings: HugoSettings) -> ListKind:
    """Return the kind of the list that the folder *folders* is."""
    if not folders:
        return "home"
    path = term_path(folders, settings)
    if path is None:
        return "section"
    return "term" if path.parts else "taxonomy"
