"""Pictures for pages without one, drawn by ``sphinxext-opengraph`` if they are wanted.

That extension is no part of what we install: it draws with matplotlib.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.metadata import OPENGRAPH
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_NEEDED = ("sphinxext", OPENGRAPH, "matplotlib")


def setup_social_cards(app: Sphinx) -> None:
    """Set up ``sphinxext-opengraph`` if ``updates_social_cards`` asks for it."""
    if app.config.updates_social_cards is not True:
        return
    if any(find_spec(name) is None for name in _NEEDED):
        fault = "install sphinx-updates[social-cards]; no pictures are drawn"
        warn(ProblemKind.CONFIG, f"updates_social_cards: {fault}")
        return
    app.setup_extension(OPENGRAPH)
    # Once Read the Docs has been asked for the address.
    app.connect("config-inited", _name_the_site, priority=600)


def _name_the_site(_app: Sphinx, config: Config) -> None:
    if not config.ogp_site_url:
        config.ogp_site_url = config.html_baseurl
