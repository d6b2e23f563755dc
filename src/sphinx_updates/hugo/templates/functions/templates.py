"""The templates themselves: whether there is one, and which one runs.

Source: hugo@0.168 tpl/templates, every rule run; see the golden cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import ListObject, Object, reachable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.templates.registry import Runtime


class CurrentTemplate(Object):
    """A template that runs, and those that called it."""

    __slots__ = ("_names",)
    go_type = "*tpl.CurrentTemplateInfo"

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of those that run, the innermost last."""
        self._names = tuple(names)

    @reachable("Name", "Filename")
    def go_string(self) -> str:
        """Return the path below ``layouts``; nothing above it is anybody's."""
        return self._names[-1]

    @reachable("Parent")
    def parent(self) -> CurrentTemplate | None:
        """Return the one that called it; None if a page did."""
        above = self._names[:-1]
        return CurrentTemplate(above) if above else None

    @reachable("Base")
    def base(self) -> None:
        """Return nothing: shortcodes and partials fill no base template."""
        return

    @reachable("Ancestors")
    def ancestors(self) -> Ancestors:
        """Return those that called it, the nearest first."""
        ends = range(len(self._names) - 1, 0, -1)
        return Ancestors(CurrentTemplate(self._names[:end]) for end in ends)


class Ancestors(ListObject):
    """Templates that called each other."""

    __slots__ = ()
    go_type = "tpl.CurrentTemplateInfos"

    @reachable("Reverse")
    def turned(self) -> Ancestors:
        """Return them in reverse order."""
        return Ancestors(reversed(self))


@function("templates.Exists", runtime=True)
def exists(runtime: Runtime, name: str) -> bool:
    """Say whether there is a template, by its path below ``layouts``."""
    return runtime.has_template(name)


@function("templates.Current", runtime=True)
def current(runtime: Runtime) -> CurrentTemplate | None:
    """Return the template that runs."""
    return CurrentTemplate(runtime.running) if runtime.running else None
