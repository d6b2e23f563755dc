"""The content tree of one language: its pages, its bundles, and whose files are whose.

A bundle has the files of its own language, and those of the others that it has no
version of. Sources: hugo.md 6.1, 6.12; run on Hugo 0.168, tests/golden/sites.json.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sphinx_updates.hugo.site.listing import stem_of
from sphinx_updates.hugo.site.tree import innermost_section
from sphinx_updates.hugo.site.walk import ContentFile, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sphinx_updates.hugo.site.listing import ListedFile
    from sphinx_updates.hugo.site.tree import Folders


class OwnedFile(NamedTuple):
    """A plain file, and where it belongs."""

    owner: Folders
    """The folder of the bundle or section."""
    name: str
    """Its path below that folder, as it is written."""
    file: Path
    language: str
    """The language below whose pages it is published."""


@dataclass(slots=True)
class LanguageTree:
    """The files of one language."""

    pages: list[ContentFile] = field(default_factory=list)
    """By path."""
    files: list[OwnedFile] = field(default_factory=list)
    """By path."""

    def names(self) -> dict[Folders, list[str]]:
        """Return the names of the files of each bundle or section, sorted."""
        found: dict[Folders, list[str]] = {}
        for file in self.files:
            found.setdefault(file.owner, []).append(file.name)
        return {owner: sorted(names) for owner, names in found.items()}


def build_trees(
    listed: Iterable[ListedFile], languages: Sequence[str], *, is_multihost: bool
) -> dict[str, LanguageTree]:
    """Return the tree of each of *languages*, which come in the site's order.

    :param listed: In the order of precedence.
    :param is_multihost: Whether each language has a server of its own; then it has
        all files there.
    """
    files = [*listed]
    leaves = _leaf_folders(files)
    trees: dict[str, LanguageTree] = {}
    for language in languages:
        own = [file for file in files if language in file.languages]
        trees[language] = LanguageTree(pages=_pages(own, leaves))
    bundles = {
        language: {page.parts[:-1] for page in tree.pages if page.role == "leaf"}
        for language, tree in trees.items()
    }
    for language, tree in trees.items():
        order = (language, *(other for other in languages if other != language))
        branches = {page.folders for page in tree.pages if page.role == "branch"}
        # A top folder without pages is no section.
        tops = {page.folders[:1] for page in tree.pages}
        found: dict[Folders, OwnedFile] = {}
        for other in order:
            for file in files:
                if file.is_content or other not in file.languages:
                    continue
                leaf = _leaf_above(file.parts[:-1], leaves)
                if leaf is None:
                    owner = innermost_section(file.parts[:-1], branches)
                    if owner[:1] not in tops:
                        owner = ()
                elif leaf in bundles[language] and leaf in bundles[other]:
                    owner = leaf
                else:
                    continue
                name = "/".join((*file.parts[len(owner) : -1], file.name))
                where = language if is_multihost else other
                owned = OwnedFile(owner, name, file.file, where)
                found.setdefault(file.parts, owned)
        tree.files = [found[parts] for parts in sorted(found)]
    return trees


def _leaf_folders(files: Iterable[ListedFile]) -> set[Folders]:
    """Return the folders of all leaf bundles, those inside of others too."""
    return {
        file.parts[:-1]
        for file in files
        if file.is_content and stem_of(file.parts) == "index"
    }


def _leaf_above(folders: Folders, leaves: set[Folders]) -> Folders | None:
    """Return the outermost leaf bundle that *folders* is or lies in."""
    ends = range(len(folders) + 1) if leaves else ()
    return next((folders[:end] for end in ends if folders[:end] in leaves), None)


def _pages(own: Iterable[ListedFile], leaves: set[Folders]) -> list[ContentFile]:
    found: dict[Folders, tuple[bool, ContentFile]] = {}
    indexes: dict[Folders, Folders] = {}
    for file in own:
        if not file.is_content:
            continue
        folder, stem = file.parts[:-1], stem_of(file.parts)
        leaf = _leaf_above(folder, leaves)
        role: Role = "page"
        if leaf is not None:
            if leaf != folder or stem != "index":
                continue
            role = "leaf"
        elif stem == "_index":
            role = "branch"
        # Of several index files, in several formats, the first is the page.
        is_index = role != "page"
        if is_index and indexes.setdefault(folder, file.parts) != file.parts:
            continue
        known = found.get(file.parts)
        if known is not None and (known[0] or not file.is_explicit):
            continue
        page = ContentFile(file.parts, file.file, role, file.mtime_ns, file.size)
        found[file.parts] = (file.is_explicit, page)
    pages = [page for _explicit, page in found.values()]
    return sorted(pages, key=lambda page: "/".join(page.parts))
