"""The stylesheet and the script of sphinx-design, only on pages that need them.

They stop a page from being shown until they are there. A project that loads
sphinx-design by itself has them on every page, as it is used to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

EXTENSION: Final = "sphinx_design"
_PREFIX: Final = "sd-"
"""What the names of its classes start with."""
_FILES: Final = ("sphinx-design.min.css", "design-tabs.js")


def setup_design_assets(app: Sphinx) -> None:
    """Set up sphinx-design, and leave its files out where no page asks for them."""
    if EXTENSION in app.config.extensions:
        return
    app.setup_extension(EXTENSION)
    pages = _Pages()
    app.connect("write-started", pages.look_at_titles)
    # When the text of the page is complete, that of a page of a list too, at 950.
    app.connect("html-page-context", pages.leave_out, priority=960)


class _Pages:
    """What is known of the pages of one build."""

    def __init__(self) -> None:
        self.is_wanted_everywhere = False

    def look_at_titles(self, app: Sphinx, _builder: Builder) -> None:
        """Find out whether a title uses it: other pages show titles in their menus."""
        self.is_wanted_everywhere = any(
            _PREFIX in str(child)
            for title in app.env.titles.values()
            for child in title.children
            if not isinstance(child, nodes.Text)
        )

    def leave_out(
        self,
        _app: Sphinx,
        _pagename: str,
        _template: str,
        context: dict[str, Any],
        _doctree: nodes.document | None,
    ) -> None:
        """Take the files off a page without a class of sphinx-design.

        The lists in the context are the builder's, which Sphinx restores after each
        page.
        """
        if self.is_wanted_everywhere or _PREFIX in context.get("body", ""):
            return
        for name in ("css_files", "script_files"):
            files = context.get(name, [])
            files[:] = [
                file
                for file in files
                if not str(getattr(file, "filename", file)).endswith(_FILES)
            ]
