"""Which folders make up a Hugo site: its own and those of its themes."""

from __future__ import annotations

import os
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.config_merge import Table, as_table, for_language
from sphinx_updates.hugo.site.mount_point import (
    COMPONENTS,
    Component,
    MountPoint,
    by_precedence,
    find_source,
    read_files,
    read_languages_of,
)
from sphinx_updates.hugo.site.setting_values import BadValueError, read_texts, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_updates.hugo.site.globs import GlobList
    from sphinx_updates.hugo.site.languages import Languages

_FOLDER_KEYS: Final[dict[Component, str]] = {
    "content": "contentdir",
    "data": "datadir",
    "layouts": "layoutdir",
    "i18n": "i18ndir",
    "assets": "assetdir",
}
_STATIC_KEYS: Final = ("staticdir", *(f"staticdir{number}" for number in range(11)))
_TARGETS: Final = (*COMPONENTS, "archetypes")
MAX_MOUNTS: Final = 500


class Mounts:
    """The mount points of a site and its themes, while they are collected."""

    def __init__(self, root: Path, languages: Languages) -> None:
        self.root = root
        self.languages = languages
        self.problems: list[Problem] = []
        self._found: list[MountPoint] = []

    def of(self, component: Component) -> tuple[MountPoint, ...]:
        """Return the mount points of *component*; the first one has precedence."""
        return by_precedence(m for m in self._found if m.component == component)

    def add_site(self, config: Table, listed: object) -> None:
        """Add the folders of the site itself.

        :param listed: Its own mounts. A component that has one has no other folder.
        """
        self._add_listed(listed, self.root, "")
        named = {mount.component for mount in self._found}
        for component in COMPONENTS:
            if component not in named:
                for name, languages in filter(
                    itemgetter(0), self._folders(config, component)
                ):
                    self._add(
                        component, {"source": name}, self.root, languages=languages
                    )

    def add_theme(self, name: str, folder: Path, listed: object) -> None:
        """Add the folders of the theme in *folder*.

        :param listed: Its mounts, or those of its import; if there are none, it has the
            folders with the usual names.
        """
        if listed:
            self._add_listed(listed, folder, name)
            return
        for component in COMPONENTS:
            self._add(component, {"source": component}, folder, theme=name)

    def _folders(
        self, config: Table, component: Component
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the folders of a component and the languages that each is for."""
        own = as_table(config.get("languages"))
        tables = {
            one.key: for_language(config, as_table(own.get(one.key)))
            for one in self.languages.built
        }
        if component == "static":
            for key, table in tables.items():
                for name in self._static_folders(table):
                    yield name, (key,) if self.languages.is_multihost else ()
        elif component == "content":
            base = self._folder(config, component)
            for key, table in tables.items():
                name = self._folder(table, component)
                yield name, (key,) if name != base else ()
        else:
            yield self._folder(config, component), ()

    def _folder(self, table: Table, component: Component) -> str:
        key = _FOLDER_KEYS[component]
        value = table.get(key, component)
        if isinstance(value, str):
            return value
        self._report(f"{key!r} must be text, got {shorten(value)}; using {component!r}")
        return component

    def _static_folders(self, table: Table) -> Iterator[str]:
        for key in _STATIC_KEYS:
            value = table.get(key, "static" if key == "staticdir" else [])
            try:
                yield from read_texts(value)
            except BadValueError as error:
                self._report(f"{key!r} must be {error}, got {shorten(value)}; left out")

    def _add_listed(self, listed: object, folder: Path, theme: str) -> None:
        if listed is None:
            return
        if not isinstance(listed, list):
            self._report(f"'module.mounts' must be a list, got {shorten(listed)}")
            return
        if len(listed) > MAX_MOUNTS:
            self._report(f"'module.mounts' has more than {MAX_MOUNTS} items; cut off")
        for item in listed[:MAX_MOUNTS]:
            entry = as_table(item)
            source, target = entry.get("source"), entry.get("target")
            if not (isinstance(source, str) and isinstance(target, str) and source):
                self._report("each of 'module.mounts' must have 'source' and 'target'")
                continue
            component, _slash, prefix = os.path.normpath(target).partition("/")
            if component not in _TARGETS:
                self._report(
                    f"the mount target {shorten(target)} must begin with one of "
                    f"{', '.join(_TARGETS)}; left out"
                )
            elif component in COMPONENTS:
                self._add(component, entry, folder, prefix=prefix, theme=theme)

    def _add(  # noqa: PLR0913 - options by keyword
        self,
        component: Component,
        entry: Table,
        folder: Path,
        *,
        prefix: str = "",
        languages: tuple[str, ...] = (),
        theme: str = "",
    ) -> None:
        """Add a mount if its source is there and may be read."""
        name = str(entry["source"])
        try:
            source = find_source(folder, name, self.root, is_theme=bool(theme))
            files = read_files(entry)
            globs = read_languages_of(entry)
        except ValueError as error:
            self._report(f"the mount of {shorten(name)}: {error}; left out")
            return
        if globs.patterns:
            languages = self._chosen(globs)
        if source is None or (globs.patterns and not languages):
            return
        self._found.append(
            MountPoint(
                component=component,
                source=source,
                prefix=prefix,
                languages=languages,
                files=files,
                theme=theme,
            )
        )

    def _chosen(self, globs: GlobList) -> tuple[str, ...]:
        keys = (one.key for one in self.languages.built)
        return tuple(key for key in keys if globs.wants(key))

    def _report(self, message: str) -> None:
        problem = Problem(ProblemKind.CONFIG, f"hugo configuration: {message}")
        if problem not in self.problems:
            self.problems.append(problem)
