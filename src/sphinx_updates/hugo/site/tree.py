"""The sections of a mount: names, addresses, and who owns a loose file.

A section is a folder at the top, or one that has an ``_index.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.english_plurals import plural
from sphinx_updates.hugo.permalinks import path_segment
from sphinx_updates.hugo.site.kinds import list_kind
from sphinx_updates.hugo.site.urls import Place, folder_url

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from sphinx_updates.hugo.front_matter import FrontMatter
    from sphinx_updates.hugo.site.settings import HugoSettings

Folders = tuple[str, ...]
"""A logical folder: its names from the content root on."""


def innermost_section(folders: Folders, branches: Container[Folders]) -> Folders:
    """Return the section that a page in *folders* belongs to; ``()`` is the home page.

    :param branches: The folders with an ``_index.md``.
    """
    for end in range(len(folders), 1, -1):
        if folders[:end] in branches:
            return folders[:end]
    return folders[:1]


class Sections:
    """The folders of the content tree; answers are kept, as siblings ask the same."""

    def __init__(
        self, branches: Mapping[Folders, FrontMatter], settings: HugoSettings
    ) -> None:
        """Take the visible ``_index.md`` files, by their folder."""
        self.branches = branches
        self.settings = settings
        self._urls: dict[Folders, str] = {(): "/"}
        self._names: dict[Folders, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def url(self, folders: Folders) -> str:
        """Return the site path of a folder; slugs of sections count for all below."""
        start = len(folders)
        while folders[:start] not in self._urls:
            start -= 1
        for end in range(start + 1, len(folders) + 1):
            inner = folders[:end]
            branch = self.branches.get(inner)
            self._urls[inner] = folder_url(
                self._urls[inner[:-1]],
                inner[-1],
                branch.slug if branch else "",
                self.settings,
            )
        return self._urls[folders]

    def owner(self, folders: Folders) -> Folders:
        """Return the innermost section that *folders* is or lies in; ``()`` is home."""
        return innermost_section(folders, self.branches)

    def names(self, folders: Folders) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what ``:sections`` and ``:sectionslugs`` are for a page in *folders*.

        The first has every folder down to the section, the second the sections only.
        """
        section = self.owner(folders)
        if section not in self._names:
            ends = range(1, len(section) + 1)
            self._names[section] = (
                tuple(path_segment(name) for name in section),
                tuple(
                    self._slug(section[:end])
                    for end in ends
                    if end == 1 or section[:end] in self.branches
                ),
            )
        return self._names[section]

    def _slug(self, section: Folders) -> str:
        branch = self.branches.get(section)
        named = (branch.slug or branch.title) if branch else ""
        return named or plural(section[-1])

    def place(self, folders: Folders, base_name: str, *, is_leaf: bool) -> Place:
        """Return where a page in *folders* stands; without a base name, the section."""
        sections, slugs = self.names(folders)
        kind = None if base_name else list_kind(folders, self.settings)
        return Place(
            folders=folders,
            base_name=base_name,
            folder_url=self.url(folders),
            sections=sections,
            section_slugs=slugs,
            is_section=not base_name,
            list_kind=kind,
            is_leaf_bundle=is_leaf,
        )
