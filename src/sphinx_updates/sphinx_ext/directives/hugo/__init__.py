"""Hugo's own shortcodes: one module each, or one for those that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.hugo.comment import COMMENT
from sphinx_updates.sphinx_ext.directives.hugo.details import DETAILS
from sphinx_updates.sphinx_ext.directives.hugo.figure import FIGURE
from sphinx_updates.sphinx_ext.directives.hugo.highlight import HIGHLIGHT
from sphinx_updates.sphinx_ext.directives.hugo.instagram import (
    INSTAGRAM,
    INSTAGRAM_SIMPLE,
)
from sphinx_updates.sphinx_ext.directives.hugo.param import PARAM
from sphinx_updates.sphinx_ext.directives.hugo.posts import (
    GIST,
    TWEET,
    TWITTER,
    TWITTER_SIMPLE,
    X_SIMPLE,
    X,
)
from sphinx_updates.sphinx_ext.directives.hugo.qr import QR
from sphinx_updates.sphinx_ext.directives.hugo.references import REF, RELREF
from sphinx_updates.sphinx_ext.directives.hugo.vimeo import VIMEO, VIMEO_SIMPLE
from sphinx_updates.sphinx_ext.directives.hugo.youtube import YOUTUBE

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.definition import Definition

SHORTCODES: Final[tuple[Definition, ...]] = (
    COMMENT,
    DETAILS,
    FIGURE,
    GIST,
    HIGHLIGHT,
    INSTAGRAM,
    INSTAGRAM_SIMPLE,
    PARAM,
    QR,
    REF,
    RELREF,
    TWEET,
    TWITTER,
    TWITTER_SIMPLE,
    VIMEO,
    VIMEO_SIMPLE,
    X,
    X_SIMPLE,
    YOUTUBE,
)
