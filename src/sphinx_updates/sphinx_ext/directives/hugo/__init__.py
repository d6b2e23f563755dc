"""Hugo's own shortcodes, one module each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.hugo.details import DETAILS
from sphinx_updates.sphinx_ext.directives.hugo.figure import FIGURE
from sphinx_updates.sphinx_ext.directives.hugo.youtube import YOUTUBE

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = (DETAILS, FIGURE, YOUTUBE)
