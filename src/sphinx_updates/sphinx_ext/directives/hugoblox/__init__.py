"""The shortcodes of Hugo Blox, Wowchemy and Academic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = ()
