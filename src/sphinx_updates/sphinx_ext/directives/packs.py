"""The packs of shortcodes that we ship, as tables by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives import (
    docsy,
    hugo,
    hugoblox,
    scientific_python,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_updates.sphinx_ext.directives.definition import Definition


def _by_name(definitions: Iterable[Definition]) -> dict[str, Definition]:
    return {definition.name.lower(): definition for definition in definitions}


_HUGOBLOX = _by_name(hugoblox.SHORTCODES)

SHIPPED: Final[dict[str, dict[str, Definition]]] = {
    "hugo": _by_name(hugo.SHORTCODES),
    "hugoblox": _HUGOBLOX,
    # The current theme has no figure of its own any more: Hugo's answers.
    "hugoblox-current": {k: v for k, v in _HUGOBLOX.items() if k != "figure"},
    "scientific-python": _by_name(scientific_python.SHORTCODES),
    "docsy": _by_name(docsy.SHORTCODES),
}
"""By pack, then by lower-case name."""
