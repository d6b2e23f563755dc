"""What all objects of a site have in common."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Final, NoReturn

from sphinx_updates.hugo.templates.errors import MissingError
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ZERO_DATE: Final = datetime(1, 1, 1, tzinfo=UTC)
"""Go's zero time: a page without a date has it."""


class SiteObject(Object):
    """An object whose methods are Hugo's; some of Hugo's are not there."""

    absent: ClassVar[Mapping[str, str]] = {}
    """Methods of Hugo's that do not work here, with the reason."""

    def method(self, name: str) -> Callable[..., object] | None:
        """Return the method *name*; one that is absent says so when it is called."""
        found = super().method(name)
        if found is not None or name not in self.absent:
            return found

        return refusal(self.go_type, name, self.absent[name])


@cache
def refusal(go_type: str, name: str, reason: str) -> Callable[..., NoReturn]:
    """Return a method that says why there is none."""

    def refuse(*_arguments: object) -> NoReturn:
        msg = f"{go_type}.{name} is not available here: {reason}"
        raise MissingError(msg, name)

    return refuse


class Watch:
    """Takes note of what a template looks at; this one does not care.

    What a page shows of others has to be read again when those change.
    """

    def page(self, path: str) -> None:
        """Take note of a single page, by its logical path as Hugo has it."""

    def lookup(self, ref: str, origin: str) -> None:
        """Take note of a search for a page by a path, from the page at *origin*."""

    def pages(self) -> None:
        """Take note of a list of pages: any page may come or go."""

    def file(self, file: Path) -> None:
        """Take note of a file whose text was read."""

    def data(self) -> None:
        """Take note of the site's data."""
