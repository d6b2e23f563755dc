"""sphinx-updates: Hugo's posts, as they stand, beside Sphinx documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0.dev0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; the wiring is imported only when Sphinx asks for it."""
    from sphinx_updates.sphinx_ext.extension import setup_extension  # noqa: PLC0415

    return setup_extension(app)
