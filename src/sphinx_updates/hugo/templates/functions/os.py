"""Files of the site. What is outside it does not exist; its environment is empty.

Source: hugo@0.168 tpl/os, every rule run; see the golden cases.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Object, reachable

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.registry import Runtime

_CONTENT = "content"


class FileInfo(Object):
    """What ``os.Stat`` and ``os.ReadDir`` give."""

    __slots__ = ("_host", "_is_folder", "_path")
    go_type = "*hugofs.dirEntryMeta"

    def __init__(self, host: Host, path: str, *, is_folder: bool) -> None:
        """Take a path from the root of the site."""
        self._host = host
        self._path = path
        self._is_folder = is_folder

    @reachable("Name")
    def name(self) -> str:
        """Return the name without the folder."""
        return posixpath.basename(self._path) or "."

    @reachable("IsDir")
    def is_folder(self) -> bool:
        """Say whether it is a folder."""
        return self._is_folder

    @reachable("Size")
    def size(self) -> int:
        """Return how many bytes a file has; 0 for a folder."""
        return 0 if self._is_folder else len(self._host.read_file(self._path) or b"")

    @reachable("Mode")
    def mode(self) -> str:
        """Return the rights that everybody has."""
        return "drwxr-xr-x" if self._is_folder else "-rw-r--r--"

    def go_string(self) -> str:
        """Return the name."""
        return self.name()


def _paths(path: str) -> list[str]:
    """Return the places where Hugo looks: from the site's root, then in the content.

    What leads out of the site is nowhere.
    """
    inside = path.lstrip("/")
    steps = posixpath.normpath(inside)
    if steps == ".." or steps.startswith("../"):
        return []
    plain = "" if steps == "." else steps
    return [plain, posixpath.join(_CONTENT, plain)] if plain else [plain]


def _info(host: Host, path: str) -> FileInfo | None:
    for place in _paths(path):
        if host.list_folder(place) is not None:
            return FileInfo(host, place, is_folder=True)
        if host.read_file(place) is not None:
            return FileInfo(host, place, is_folder=False)
    return None


@function("os.FileExists", "fileExists", runtime=True)
def file_exists(runtime: Runtime, path: object) -> bool:
    """Say whether the site has a file or folder."""
    name = to_string(path)
    return bool(name) and _info(runtime.host, name) is not None


@function("os.ReadFile", "readFile", runtime=True)
def read_file(runtime: Runtime, path: object) -> str:
    """Return the text of a file; empty if there is none."""
    name = to_string(path)
    if not name:
        raise FunctionError("invalid filename")
    for place in _paths(name):
        if runtime.host.list_folder(place) is not None:
            raise FunctionError(f"read {name}: is a directory")
        content = runtime.host.read_file(place)
        if content is not None:
            return content.decode("utf-8", "surrogateescape")
    return ""


@function("os.ReadDir", "readDir", runtime=True)
def read_dir(runtime: Runtime, path: object) -> list[object]:
    """Return what is in a folder; nothing if there is none."""
    name = to_string(path)
    host = runtime.host
    places = _paths(name)
    for place in places:
        names = host.list_folder(place)
        if names is not None:
            spend(len(names))
            return [
                FileInfo(
                    host,
                    posixpath.join(place, entry.rstrip("/")),
                    is_folder=entry.endswith("/"),
                )
                for entry in sorted(names)
            ]
    if any(host.read_file(place) is not None for place in places if place):
        reason = f"readdirent {name}: not a directory"
        raise FunctionError(f'failed to read directory "{name}": {reason}')
    return []


@function("os.Stat", runtime=True)
def stat(runtime: Runtime, path: object) -> FileInfo | None:
    """Return what is known of a file or folder; None if there is none."""
    name = to_string(path)
    return _info(runtime.host, name) if name else None


@function("os.Getenv", "getenv")
def getenv(_name: object) -> str:
    """Return nothing: the environment is not the site's."""
    return ""
