"""The shortcodes of the Docsy theme.

Which notation a call is written in says what its inner content is: Markdown in
``{{% %}}`` and in directives, HTML in ``{{< >}}``. Source: hugo.md 4b.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.docsy.blocks import (
    COVER,
    FEATURE,
    LEAD,
    LINK_DOWN,
    SECTION,
)
from sphinx_updates.sphinx_ext.directives.docsy.boxes import ALERT, COMMENT, PAGEINFO
from sphinx_updates.sphinx_ext.directives.docsy.cards import CARD, CARD_CODE, CARDPANE
from sphinx_updates.sphinx_ext.directives.docsy.frames import (
    IFRAME,
    NETLIFY,
    REDOC,
    SWAGGERUI,
)
from sphinx_updates.sphinx_ext.directives.docsy.images import IMGPROC
from sphinx_updates.sphinx_ext.directives.docsy.tabs import TAB, TABPANE
from sphinx_updates.sphinx_ext.directives.docsy.texts import (
    CONDITIONAL_TEXT,
    PARAM,
    READFILE,
)

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = (
    ALERT,
    CARD,
    CARDPANE,
    CARD_CODE,
    COMMENT,
    CONDITIONAL_TEXT,
    COVER,
    FEATURE,
    IFRAME,
    IMGPROC,
    LEAD,
    LINK_DOWN,
    NETLIFY,
    PAGEINFO,
    PARAM,
    READFILE,
    REDOC,
    SECTION,
    SWAGGERUI,
    TAB,
    TABPANE,
)
