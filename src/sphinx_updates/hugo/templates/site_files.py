"""The files of a site as resources: its assets, and what lies in its bundles."""

from __future__ import annotations

import posixpath
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.globs import matches
from sphinx_updates.hugo.site.listing import mounted_files
from sphinx_updates.hugo.site.page_resources import PageResource, page_resources
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.resources import (
    MAX_BYTES,
    Resource,
    Source,
    make_resource,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sphinx_updates.hugo.problems import Problem
    from sphinx_updates.hugo.site.mount_point import MountPoint
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.objects.page import PageObject


class SiteFiles:
    """Where ``resources.Get`` and ``.Page.Resources`` find files."""

    def __init__(
        self,
        host: Host,
        assets: Sequence[MountPoint],
        language: str,
        note: Callable[[Path], None],
    ) -> None:
        """Take the mounts of ``assets``, that of the highest precedence first.

        :param note: Takes note of a file whose content is asked for.
        """
        self.problems: list[tuple[Path, Problem]] = []
        self._host = host
        self._mounts = assets
        self._language = language
        self._note = note
        self._of_page: dict[str, dict[str, PageResource]] = {}

    @cached_property
    def _assets(self) -> dict[str, Path]:
        """The files by their paths; of several at one path the first counts."""
        found: dict[str, Path] = {}
        for mount in self._mounts:
            if mount.is_for(self._language):
                for parts, file in mounted_files(mount, (), self.problems):
                    found.setdefault("/".join(parts), file)
        return found

    def asset(self, path: str) -> Resource | None:
        """Return the asset at *path*; None if there is none."""
        file = self._assets.get(path)
        if file is None:
            return None
        source = Source(
            name=f"/{path}",
            path=path,
            file=f"assets/{path}",
            read=partial(self._read, file),
        )
        return make_resource(self._host, source)

    def assets_matching(self, pattern: str) -> list[Resource]:
        """Return the assets that a glob matches, by path."""
        paths = (path for path in sorted(self._assets) if matches(pattern, path))
        return [one for path in paths if (one := self.asset(path)) is not None]

    def of_page(self, page: PageObject, path: str) -> Resource | None:
        """Return the file at *path* in the bundle of *page*; None if there is none."""
        source = page.source
        if source is None:
            return None
        world = page.world
        place = posixpath.join(source.directory, path)
        file = world.facts.files.get(place)
        said = self._said_of(source).get(path)
        if file is None or said is None:
            return None
        return make_resource(
            self._host,
            Source(
                name=said.name,
                path=file.url.lstrip("/"),
                file=posixpath.join(world.content_root, place),
                address=world.base_path + world.encoded(file.url),
                title=said.title,
                params=said.params,
                read=partial(self._read, file.source),
            ),
        )

    def _said_of(self, page: Page) -> dict[str, PageResource]:
        """Return names, titles and parameters of the files of *page* by path."""
        if page.path not in self._of_page:
            self._of_page[page.path] = {one.path: one for one in page_resources(page)}
        return self._of_page[page.path]

    def _read(self, file: Path) -> bytes:
        self._note(file)
        try:
            if file.stat().st_size > MAX_BYTES:
                raise FunctionError(f"{file.name} is larger than {MAX_BYTES} bytes")
            return file.read_bytes()
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            raise FunctionError(f"{file.name}: {reason}") from error
