"""The shortcodes of Hugo Blox, Wowchemy and Academic; facts: hugo.md 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.hugoblox.alerts import ALERT, CALLOUT
from sphinx_updates.sphinx_ext.directives.hugoblox.buttons import BUTTON, CTA
from sphinx_updates.sphinx_ext.directives.hugoblox.cards import CARD, CARDS, STEPS
from sphinx_updates.sphinx_ext.directives.hugoblox.chart import CHART
from sphinx_updates.sphinx_ext.directives.hugoblox.embed import EMBED
from sphinx_updates.sphinx_ext.directives.hugoblox.figure import FIGURE
from sphinx_updates.sphinx_ext.directives.hugoblox.formulas import (
    DIAGRAM,
    MATH,
    MERMAID,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.frames import BILIBILI, GDOCS
from sphinx_updates.sphinx_ext.directives.hugoblox.gallery import GALLERY
from sphinx_updates.sphinx_ext.directives.hugoblox.icons import ICON
from sphinx_updates.sphinx_ext.directives.hugoblox.lists import (
    LIST_CATEGORIES,
    LIST_CHILDREN,
    LIST_TAGS,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.notebook import NOTEBOOK
from sphinx_updates.sphinx_ext.directives.hugoblox.phrases import (
    EMOJI_LIST,
    FRAGMENT,
    HL,
    STATICREF,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.players import AUDIO, VIDEO
from sphinx_updates.sphinx_ext.directives.hugoblox.references import (
    CITE,
    INCLUDE,
    MENTION,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.slides import SLIDE, SPEAKER_NOTE
from sphinx_updates.sphinx_ext.directives.hugoblox.spoiler import SPOILER
from sphinx_updates.sphinx_ext.directives.hugoblox.table import TABLE
from sphinx_updates.sphinx_ext.directives.hugoblox.toc import TOC

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = (
    ALERT,
    AUDIO,
    BILIBILI,
    BUTTON,
    CALLOUT,
    CARD,
    CARDS,
    CHART,
    CITE,
    CTA,
    DIAGRAM,
    EMBED,
    EMOJI_LIST,
    FIGURE,
    FRAGMENT,
    GALLERY,
    GDOCS,
    HL,
    ICON,
    INCLUDE,
    LIST_CATEGORIES,
    LIST_CHILDREN,
    LIST_TAGS,
    MATH,
    MENTION,
    MERMAID,
    NOTEBOOK,
    SLIDE,
    SPEAKER_NOTE,
    SPOILER,
    STATICREF,
    STEPS,
    TABLE,
    TOC,
    VIDEO,
)
