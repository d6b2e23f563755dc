"""The ``path`` namespace: names of files, parted by slashes, read from no disk."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.casts import to_string, type_name
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Object, reachable

if TYPE_CHECKING:
    from collections.abc import Iterator


_TEXTS: Final = ("[]string", "[]interface {}")


class DirFile(Object):
    """A path in two parts."""

    __slots__ = ("_folder", "_name")
    go_type = "paths.DirFile"

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._name = name

    @reachable("Dir")
    def folder(self) -> str:
        """Return all up to the last slash."""
        return self._folder

    @reachable("File")
    def name(self) -> str:
        """Return what stands after the last slash."""
        return self._name

    def go_string(self) -> str:
        """Return both parts."""
        return f"{self._folder}|{self._name}"


def clean_path(path: str) -> str:
    """Return *path* without empty parts, ``.``, and parts that ``..`` takes back."""
    if not path:
        return "."
    clean = posixpath.normpath(path)
    # Python keeps two slashes at the start, which some systems read in a special way.
    return clean[1:] if clean.startswith("//") else clean


def join_path(*parts: str) -> str:
    """Return the parts that are not empty with slashes between, clean."""
    joined = "/".join(part for part in parts if part)
    return clean_path(joined) if joined else ""


def extension(path: str) -> str:
    """Return what stands from the last dot on in the last part."""
    name = path.rpartition("/")[2]
    return name[name.rindex(".") :] if "." in name else ""


def _base(path: str) -> str:
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


@function("path.Base")
def base(path: object) -> str:
    """Return the last part."""
    return _base(to_string(path))


@function("path.BaseName")
def base_name(path: object) -> str:
    """Return the last part without its extension."""
    text = to_string(path)
    name = _base(text)
    return name.removesuffix(extension(text)) if extension(text) else name


@function("path.Clean")
def clean(path: object) -> str:
    """Return the shortest path that means the same."""
    return clean_path(to_string(path))


@function("path.Dir")
def folder(path: object) -> str:
    """Return all but the last part."""
    text = to_string(path)
    return clean_path(text[: text.rindex("/") + 1] if "/" in text else "")


@function("path.Ext")
def ext(path: object) -> str:
    """Return the extension with its dot."""
    return extension(to_string(path))


@function("path.Join")
def join(*parts: object) -> str:
    """Return the parts as one path; lists give their items."""
    return join_path(*map(to_string, flat(parts)))


def flat(parts: tuple[object, ...]) -> Iterator[object]:
    """Yield *parts*, and the items of those that are lists of texts or of anything."""
    for part in parts:
        if isinstance(part, list | tuple) and type_name(part) in _TEXTS:
            yield from part
        else:
            yield part


@function("path.Split")
def split(path: object) -> DirFile:
    """Return the path in two parts, ``.Dir`` and ``.File``."""
    head, slash, name = to_string(path).rpartition("/")
    return DirFile(head + slash, name)
