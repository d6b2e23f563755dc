"""The plain files of a mount: whose they are and where they are published.

The files of a leaf bundle go where its page goes. A file beside pages belongs to the
innermost section, and goes where that section goes, its folders below it kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.page import SiteFile
from sphinx_updates.hugo.site.tree import innermost_section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.site.tree import Folders, Sections
    from sphinx_updates.hugo.site.walk import LooseFile, Tree

FilesByFolder = dict[tuple[str, ...], list[tuple[str, "LooseFile"]]]
"""Path below the folder and file, by the logical folder of a bundle or section."""


def group_files(tree: Tree, prefix: Folders) -> FilesByFolder:
    """Return the files by the bundle or section that they belong to; drafts too."""
    branches = {
        (*prefix, *page.folders) for page in tree.pages if page.role == "branch"
    }
    groups: FilesByFolder = {}
    for folder, files in tree.bundled.items():
        groups[(*prefix, *folder)] = [
            ("/".join(file.parts[len(folder) :]), file) for file in files
        ]
    for file in tree.files:
        path = (*prefix, *file.parts)
        owner = innermost_section(path[:-1], branches)
        groups.setdefault(owner, []).append(("/".join(path[len(owner) :]), file))
    return groups


def publish_files(
    groups: FilesByFolder,
    bundles: Mapping[Folders, Page],
    sections: Sections,
    is_due: Callable[[Page], bool],
) -> tuple[SiteFile, ...]:
    """Return the files that are in the site, by path; the first of an address wins.

    :param bundles: Every page with a folder of its own, by that folder.
    :param is_due: Whether a page is in the site at this time. That a page is never
        rendered does not keep its files away, in Hugo neither.
    """
    found: dict[str, SiteFile] = {}
    for folder in sorted(groups):
        page = bundles.get(folder)
        if page is None:
            base = sections.url(folder)
        elif is_due(page) and page.front_matter.publish_resources:
            base = page.bundle_url
        else:
            continue
        for name, file in groups[folder]:
            path = "/".join((*folder, name))
            url = base + name
            found.setdefault(url, SiteFile(source=file.file, path=path, url=url))
    return tuple(sorted(found.values(), key=lambda file: file.path))
