"""The dots of render hooks: a block of code, a quote, a table, a link, a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from sphinx_updates.hugo.templates.objects.base import SiteObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OPTIONS: Final = frozenset(
    (
        "anchorlinenos", "guesssyntax", "hl_inline", "hl_lines", "lineanchors",
        "linenos", "linenostart", "noclasses", "nohl", "style", "tabwidth",
        "wrapperclass",
    )
)  # fmt: skip


class _Value:
    """A value that a method gives: all such methods are one to the executor."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def get(self) -> object:
        """Return the value."""
        return self.value


class HookObject(SiteObject):
    """What a render hook gets: values by the names that Hugo gives them."""

    go_type: ClassVar[str] = "hooks.Context"

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def method(self, name: str) -> Callable[..., object] | None:
        """Return what gives the value *name*; None if there is none."""
        if name not in self._values:
            return None
        return _Value(self._values[name]).get


def split_attributes(
    attributes: Mapping[str, object],
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the attributes of a fence, and the options of its highlighting."""
    options = {k: v for k, v in attributes.items() if k.lower() in _OPTIONS}
    return {k: v for k, v in attributes.items() if k not in options}, options
