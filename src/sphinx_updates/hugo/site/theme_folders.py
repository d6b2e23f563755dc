"""Finding the themes and modules of a Hugo site on disk, and what they configure."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.config_file import (
    Faults,
    files_of,
    find_config_file,
    is_folder,
    read_config_folder,
    read_table,
)
from sphinx_updates.hugo.site.config_merge import (
    Table,
    as_table,
    overlay,
    rename_old_keys,
)
from sphinx_updates.hugo.site.setting_values import BadValueError, read_texts, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_THEMES: Final = 100
"""Themes import themes; this many no site has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFiles:
    """What the configuration files in one folder say together."""

    config: Table = field(default_factory=dict, hash=False)
    files: tuple[Path, ...] = ()
    faults: Faults = ()


def read_config_of(folder: Path, environment: str) -> ConfigFiles:
    """Return the configuration of the site or theme in *folder*.

    Its file ``hugo.*`` or ``config.*`` comes first, ``config/_default`` above it and
    ``config/<environment>`` above both.
    """
    config: Table = {}
    faults: Faults = ()
    files: tuple[Path, ...] = ()
    file = find_config_file(folder)
    if file is not None:
        config, problems = read_table(file)
        faults = tuple((file, problem) for problem in problems)
        files = (file,)
    names = ["_default"]
    if Path(environment).name == environment != "":
        names.append(environment)
    for name in dict.fromkeys(names):
        if is_folder(place := folder / "config" / name):
            values, found = read_config_folder(place)
            overlay(config, values)
            faults += found
            files += files_of(place)
    rename_old_keys(config)
    return ConfigFiles(config=config, files=files, faults=faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFolder:
    """A theme or module that is on disk."""

    name: str
    """As it is imported."""
    folder: Path
    """Absolute."""
    read: ConfigFiles = field(default_factory=ConfigFiles, hash=False)
    ignores_config: bool = False
    """Whether its configuration is not merged into that of the site."""
    has_mounts: bool = True
    mounts: object = field(default=None, hash=False)
    """The list of its mounts as written, that of its import before its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """All themes that a site imports, directly and through others."""

    found: tuple[ThemeFolder, ...] = ()
    """In the order of precedence."""
    missing: tuple[str, ...] = ()
    """Those that are not on disk."""
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, whether on disk or not."""
        return (*(theme.name for theme in self.found), *self.missing)


def find_themes_on_disk(root: Path, config: Table, environment: str) -> Themes:
    """Return the themes of the site in *root*; each is there once."""
    finder = _Finder(root, config, environment)
    # A stack of our own, in the order in which Hugo visits them: a theme, then all
    # that it imports, then the next.
    waiting = list(reversed(list(finder.imports_of(config))))
    while waiting:
        name, entry, is_own = waiting.pop()
        if name in finder.seen:
            continue
        if len(finder.seen) >= MAX_THEMES:
            finder.report(f"more than {MAX_THEMES} themes and modules; cut off")
            break
        finder.seen.add(name)
        theme = finder.find(name, entry, is_own=is_own)
        if theme is None:
            finder.missing.append(name)
            continue
        finder.found.append(theme)
        if entry.get("ignoreimports") is not True:
            nested = finder.imports_of(theme.read.config, is_own=False)
            waiting += reversed(list(nested))
    return Themes(
        found=tuple(finder.found),
        missing=tuple(finder.missing),
        problems=tuple(dict.fromkeys(finder.problems)),
    )


class _Finder:
    def __init__(self, root: Path, config: Table, environment: str) -> None:
        self.root = root
        self.environment = environment
        self.seen: set[str] = set()
        self.found: list[ThemeFolder] = []
        self.missing: list[str] = []
        self.problems: list[Problem] = []
        folder = config.get("themesdir", "themes")
        if not isinstance(folder, str):
            self.report(f"'themesdir' must be text, got {shorten(folder)}")
            folder = "themes"
        self.themes = _join(root, folder)
        self.replacements = dict(self._replacements(config))

    def report(self, message: str) -> None:
        self.problems.append(
            Problem(ProblemKind.CONFIG, f"hugo configuration: {message}")
        )

    def imports_of(
        self, config: Table, *, is_own: bool = True
    ) -> Iterator[tuple[str, Table, bool]]:
        """Yield the name and entry of what a configuration imports."""
        listed = as_table(config.get("module")).get("imports") or []
        if not isinstance(listed, list):
            self.report(f"'module.imports' must be a list, got {shorten(listed)}")
            listed = []
        for item in listed:
            entry = as_table(item)
            name = entry.get("path")
            if not isinstance(name, str) or not name:
                self.report("each of 'module.imports' must have 'path'")
            elif entry.get("disable") is not True:
                yield name, entry, is_own
        try:
            for name in read_texts(config.get("theme") or []):
                if name:
                    yield name, {}, is_own
        except BadValueError as error:
            self.report(f"'theme' must be {error}, got {shorten(config['theme'])}")

    def find(self, name: str, entry: Table, *, is_own: bool) -> ThemeFolder | None:
        """Return the theme with *name*, None if it is not on disk."""
        target = self.replacements.get(name, name)
        places = [_join(self.themes, target)]
        if target == name:
            places.insert(0, _join(self.root / "_vendor", name))
        for place in places:
            if not is_folder(place):
                continue
            # The site may name any folder, a theme only what lies in the site.
            is_named = is_own or target != name
            if is_named or place.is_relative_to(self.root):
                return self._theme(name, place, entry)
        return None

    def _theme(self, name: str, folder: Path, entry: Table) -> ThemeFolder:
        read = read_config_of(folder, self.environment)
        own = as_table(read.config.get("module")).get("mounts")
        return ThemeFolder(
            name=name,
            folder=folder,
            read=read,
            ignores_config=entry.get("ignoreconfig") is True,
            has_mounts=entry.get("nomounts") is not True,
            mounts=entry.get("mounts") or own,
        )

    def _replacements(self, config: Table) -> Iterator[tuple[str, str]]:
        """Yield the modules that other folders stand for: ``path -> folder``."""
        value = as_table(config.get("module")).get("replacements") or []
        try:
            texts = read_texts(value)
        except BadValueError as error:
            self.report(f"'module.replacements' must be {error}; left out")
            return
        for text in texts:
            for pair in text.split(","):
                name, arrow, folder = pair.partition("->")
                if arrow and name.strip() and folder.strip():
                    yield name.strip(), folder.strip()


def _join(folder: Path, name: str) -> Path:
    return Path(os.path.normpath(os.path.join(folder, name)))  # noqa: PTH118
