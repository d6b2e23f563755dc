"""The embedded shortcodes, one module each, and the literal table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.details import DETAILS
from sphinx_updates.sphinx_ext.directives.figure import FIGURE
from sphinx_updates.sphinx_ext.directives.youtube import YOUTUBE

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

EMBEDDED: dict[str, Definition] = {
    definition.name: definition for definition in (DETAILS, FIGURE, YOUTUBE)
}
"""Every shortcode that we ship, by its Hugo name."""
