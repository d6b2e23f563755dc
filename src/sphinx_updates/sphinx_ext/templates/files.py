"""The files of a build as resources: those of bundles, and those of ``assets``."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_updates.hugo.site.globs import GlobError, matches
from sphinx_updates.hugo.site.page_resources import page_resources
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.resources import Resource, Source, make_resource
from sphinx_updates.sphinx_ext.inside import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_updates.hugo.site.page_resources import PageResource
    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.objects.base import Watch
    from sphinx_updates.hugo.templates.objects.page import PageObject

MAX_ASSETS = 20_000
"""Files of ``assets`` that are looked through for a glob."""


@dataclass(slots=True)
class Files:
    """Makes resources of files; the page that asks depends on them."""

    host: Host
    watch: Callable[[], Watch]
    asset_folders: Sequence[Path]
    root: Path | None
    _names: list[str] | None = field(default=None, init=False)

    def of_bundle(self, page: PageObject) -> Iterator[Resource]:
        """Yield the files of a bundle that are built, in the order of their paths."""
        source = page.source
        if source is None:
            return
        for meta in page_resources(source):
            file = page.world.facts.files.get("/".join((*source.folders, meta.path)))
            if file is not None:
                made = self._source(meta, file.source, file.url, page)
                yield make_resource(self.host, made)

    def _source(
        self, meta: PageResource, file: Path, url: str, page: PageObject
    ) -> Source:
        return Source(
            name=meta.name,
            path=url.lstrip("/"),
            read=lambda: self._read(file),
            address=page.world.base_path + quote(url),
            file=self._shown(file),
            title=meta.title,
            params=meta.params,
        )

    def _shown(self, file: Path) -> str:
        if self.root is None or not file.is_relative_to(self.root):
            return file.name
        return file.relative_to(self.root).as_posix()

    def _read(self, file: Path) -> bytes:
        self.watch().file(file)
        try:
            return file.read_bytes()
        except OSError as error:
            raise FunctionError(f"cannot read {file.name}: {error.strerror}") from error

    def find_asset(self, path: str) -> Path | None:
        """Return the file of ``assets`` at a path; None if there is none."""
        for folder in self.asset_folders:
            real = inside(folder, path)
            if real is not None and real.is_file():
                return Path(os.path.normpath(folder / path))
        return None

    def asset(self, path: str) -> Resource | None:
        """Return the resource at a path in ``assets``; None if there is none."""
        file = self.find_asset(path)
        if file is None:
            return None
        self.watch().file(file)
        return self._asset(path, file)

    def _asset(self, path: str, file: Path) -> Resource:
        source = Source(
            name=f"/{path}",
            path=path,
            read=lambda: self._read(file),
            file=self._shown(file),
        )
        return make_resource(self.host, source)

    def names_of_assets(self) -> list[str]:
        """Return the paths of all files in ``assets``, sorted."""
        if self._names is None:
            names: set[str] = set()
            for folder in self.asset_folders:
                for name in _files_below(folder):
                    names.add(name)
                    if len(names) >= MAX_ASSETS:
                        break
            self._names = sorted(names)
        return self._names

    def assets_matching(self, pattern: str) -> list[Resource]:
        """Return the resources of ``assets`` that a glob matches, by path."""
        try:
            names = [n for n in self.names_of_assets() if matches(pattern, n.lower())]
        except GlobError as error:
            raise FunctionError(str(error)) from error
        found = (self.asset(name) for name in names)
        return [one for one in found if one is not None]


def _files_below(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name).relative_to(folder).as_posix()
