"""The files of a bundle as a list that can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.site.globs import GlobError, matches
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.values import ListObject, reachable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_updates.hugo.templates.values import Object


class Resources(ListObject):
    """Hugo's ``resource.Resources``; names are compared without case."""

    __slots__ = ()
    go_type = "resource.Resources"

    @reachable("Get")
    def get(self, name: object) -> object:
        """Return the file of that name; None if there is none."""
        wanted = _plain(name)
        return next((one for one in self if _plain(_name(one)) == wanted), None)

    @reachable("Match")
    def match(self, pattern: object) -> Resources:
        """Return the files that a glob matches."""
        return Resources(self._matching(str(pattern)))

    @reachable("GetMatch")
    def get_match(self, pattern: object) -> object:
        """Return the first file that a glob matches; None if there is none."""
        return next(self._matching(str(pattern)), None)

    def _matching(self, pattern: str) -> Iterator[object]:
        pattern = pattern.removeprefix("/")
        try:
            yield from (one for one in self if matches(pattern, _plain(_name(one))))
        except GlobError as error:
            raise FunctionError(str(error)) from error

    @reachable("ByType")
    def by_type(self, kind: object) -> Resources:
        """Return the files of a main type, such as ``image``."""
        return Resources(one for one in self if _call(one, "ResourceType") == str(kind))

    @reachable("Mount")
    def mount(self, base: str, target: str) -> Resources:
        """Return the files below the folder *base*, to be found below *target*."""
        del target
        start = _plain(base).rstrip("/") + "/"
        return Resources(one for one in self if _plain(_name(one)).startswith(start))


def _name(resource: Object) -> str:
    return str(_call(resource, "Name"))


def _call(resource: Object, name: str) -> object:
    method = resource.method(name)
    return method() if method else ""


def _plain(name: object) -> str:
    return str(name).removeprefix("/").lower()
