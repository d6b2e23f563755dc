"""Reading the mounts of a project: its folders of posts and its Hugo site."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.content import scan_mount
from sphinx_updates.hugo.site.site import read_site
from sphinx_updates.sphinx_ext.cache import load_cache, save_cache
from sphinx_updates.sphinx_ext.clock import build_time
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_updates.hugo.site.content import Mount
    from sphinx_updates.hugo.site.site import Site
    from sphinx_updates.hugo.site.site_config import SiteConfig
    from sphinx_updates.sphinx_ext.project import UpdatesProject


class MountScan:
    """One reading of the mounts, which spares the files that have not changed."""

    def __init__(self, project: UpdatesProject) -> None:
        self._project = project
        self._now = build_time()
        self._cache = load_cache(project.doctreedir)
        self._known = dict(self._cache)

    def folders(self) -> Iterator[Mount]:
        """Yield the folders of posts; one that cannot be used is a warning."""
        project = self._project
        for prefix, folder in project.options.posts.items():
            root = project.resolve(folder)
            if fault := _fault_of(root, project.srcdir):
                warn(
                    ProblemKind.CONFIG, f"updates_posts[{prefix!r}]: {fault}; left out"
                )
                continue
            yield scan_mount(
                prefix,
                root,
                project.settings,
                permalinks=project.options.permalinks,
                now=self._now,
                drafts=project.options.drafts,
                cache=self._cache,
            )

    def site(self, config: SiteConfig) -> Site:
        """Return the pages and lists of the site."""
        drafts = self._project.options.drafts
        return read_site(config, now=self._now, drafts=drafts, cache=self._cache)

    def keep(self) -> None:
        """Keep what was read for the next build, if it is not what was there."""
        if self._cache.keys() != self._known.keys() or any(
            self._cache[name] is not source for name, source in self._known.items()
        ):
            save_cache(self._project.doctreedir, self._cache)


def _fault_of(root: Path, srcdir: str | os.PathLike[str]) -> str:
    """Return why *root* cannot be a folder of posts; empty if it can."""
    if not root.is_dir():
        found = "a file" if root.exists() else "nothing"
        return f"there is {found} at {str(root)!r}, expected a folder of posts"
    if Path(os.path.normpath(srcdir)).is_relative_to(root):
        return f"{str(root)!r} contains the source directory itself"
    return ""


def patterns_inside(folder: Path, srcdir: str | os.PathLike[str]) -> list[str]:
    """Return what excludes a folder inside of *srcdir* from the docs' own files."""
    normal = Path(os.path.normpath(srcdir))
    if folder == normal or not folder.is_relative_to(normal):
        return []
    name = folder.relative_to(normal).as_posix()
    escaped = "".join(f"[{c}]" if c in "*?[" else c for c in name)
    return [escaped, f"{escaped}/**"]
