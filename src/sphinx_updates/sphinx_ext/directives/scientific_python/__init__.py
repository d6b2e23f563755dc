"""The shortcodes of the Scientific Python theme, and a few of its sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.scientific_python.boxes import (
    ADMONITION,
    DETAILS,
    SIDEBAR,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.figures import (
    FIGURE,
    IMAGE,
    SMALLIMG,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.folds import DROPDOWN, TABS
from sphinx_updates.sphinx_ext.directives.scientific_python.grids import CARD, GRID
from sphinx_updates.sphinx_ext.directives.scientific_python.includes import (
    INCLUDE,
    INCLUDE_CODE,
    INCLUDE_HTML,
    INCLUDE_MD,
    INCLUDE_RAW,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.labels import BADGE, BUTTON
from sphinx_updates.sphinx_ext.directives.scientific_python.tables import (
    FIELD_LIST,
    YAML_TO_TABLE,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.verbatim import (
    BLOCKQUOTE,
    RAW,
)

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = (
    ADMONITION,
    BADGE,
    BLOCKQUOTE,
    BUTTON,
    CARD,
    DETAILS,
    DROPDOWN,
    FIELD_LIST,
    FIGURE,
    GRID,
    IMAGE,
    INCLUDE,
    INCLUDE_CODE,
    INCLUDE_HTML,
    INCLUDE_MD,
    INCLUDE_RAW,
    RAW,
    SIDEBAR,
    SMALLIMG,
    TABS,
    YAML_TO_TABLE,
)
