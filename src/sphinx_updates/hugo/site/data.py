"""The ``data`` folders of a site and its themes: one tree of maps, lists and values.

A folder is a map, and so is a file, unless it holds a list. Files are read when they
are asked for, and only once.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.data_format import DataFile, read_data_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAX_DEPTH: Final = 24
"""Folders in folders; no real site nests a third as many."""
MAX_FILES: Final = 20_000


@dataclass(slots=True)
class _Folder:
    """The folders of one path, of all roots together."""

    folders: dict[str, _Folder] = field(default_factory=dict)
    files: dict[str, list[Path]] = field(default_factory=dict)
    """By base name; the file that wins comes first."""


class SiteData:
    """The data of a site, merged as Hugo does.

    Of two files of one name the first root's wins, and what the other says besides at
    its top level is added; what a folder holds wins over a file of the folder's name.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        """Take the ``data`` folders, the site's own first; missing ones are empty."""
        self.roots = tuple(roots)
        self._read: dict[Path, DataFile] = {}
        self._clashes: dict[Path, Problem] = {}

    def get(self, *path: str) -> object:
        """Return the value at *path*, such as ``("authors", "me")``; None if none.

        Names are compared as they are written. Only the files that may have a part in
        the value are read.
        """
        folder = self._tree
        for depth, name in enumerate(path):
            if name in folder.files or name not in folder.folders:
                return _walk(self._value(folder, name), path[depth + 1 :])
            folder = folder.folders[name]
        return self._merge(folder)

    def tree(self) -> Mapping[str, object]:
        """Return all of it, as templates see it; reads every file."""
        return self._merge(self._tree)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that there is, sorted: what a build depends on."""
        return tuple(sorted(_files(self._tree)))

    @property
    def problems(self) -> tuple[tuple[Path, Problem], ...]:
        """What is wrong with the folders and with the files that were read so far."""
        found = [(file, p) for file, read in self._read.items() for p in read.problems]
        found += self._scan.problems
        found += self._clashes.items()
        return tuple(sorted(found, key=lambda item: (str(item[0]), item[1].message)))

    @cached_property
    def _scan(self) -> _Scan:
        return _Scan(self.roots)

    @property
    def _tree(self) -> _Folder:
        return self._scan.tree

    def _merge(self, folder: _Folder) -> dict[str, object]:
        names = sorted({*folder.folders, *folder.files})
        values = {name: self._value(folder, name) for name in names}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, folder: _Folder, name: str) -> object:
        inner = folder.folders.get(name)
        value: object = None if inner is None else self._merge(inner)
        for file in folder.files.get(name, ()):
            if file not in self._read:
                self._read[file] = read_data_file(file)
            found = self._read[file].value
            if value is None:
                value = found
            elif isinstance(value, dict) and isinstance(found, dict):
                value = {**found, **value}
            elif found is not None:
                fault = f"there is other data of the name {name!r}, which wins"
                self._clashes[file] = Problem(ProblemKind.FILE, fault)
        return value


class _Scan:
    """Which files there are; nothing is read but names."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.tree = _Folder()
        self.problems: list[tuple[Path, Problem]] = []
        self._left = MAX_FILES
        for root in roots:
            self._add(root, root, self.tree, 0)

    def _add(self, path: Path, root: Path, folder: _Folder, depth: int) -> None:
        try:
            with os.scandir(path) as entries:
                # Of one folder the last suffix wins: YAML before TOML before JSON.
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except FileNotFoundError:
            return
        except OSError as error:
            self._problem(path, f"cannot read the folder: {error.strerror}")
            return
        for entry in found:
            if not entry.name.startswith((".", "#")) and not entry.name.endswith("~"):
                self._add_entry(entry, root, folder, depth)

    def _add_entry(
        self, entry: os.DirEntry[str], root: Path, folder: _Folder, depth: int
    ) -> None:
        file = Path(entry.path)
        if entry.is_symlink() and not self._is_inside(file, root):
            self._problem(file, "the symbolic link leads out of the folder of data")
        elif file.is_dir():
            if entry.is_symlink() or depth >= MAX_DEPTH:
                self._problem(file, "the folder is a link or lies too deep; left out")
                return
            inner = folder.folders.setdefault(entry.name, _Folder())
            self._add(file, root, inner, depth + 1)
        elif file.is_file():
            self._left -= 1
            if self._left == 0:
                self._problem(file, f"only the first {MAX_FILES} files of data count")
            if self._left > 0:
                folder.files.setdefault(file.stem, []).append(file)

    @staticmethod
    def _is_inside(file: Path, root: Path) -> bool:
        real = Path(os.path.realpath(file))
        return real.is_relative_to(os.path.realpath(root)) and real.exists()

    def _problem(self, file: Path, message: str) -> None:
        self.problems.append((file, Problem(ProblemKind.FILE, message)))


def _walk(value: object, path: tuple[str, ...]) -> object:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _files(folder: _Folder) -> Iterator[Path]:
    for files in folder.files.values():
        yield from files
    for inner in folder.folders.values():
        yield from _files(inner)
