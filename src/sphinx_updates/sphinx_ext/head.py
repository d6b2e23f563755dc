"""Templates and the stylesheet: ours before ABlog's, a site's own before both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import template_functions
from sphinx_updates.sphinx_ext.ownership import source_name
from sphinx_updates.sphinx_ext.project import mounted_page

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

_THEME = Path(__file__).parent.parent / "theme"
STYLESHEET = "sphinx-updates.css"


def add_static_files(_app: Sphinx, config: Config) -> None:
    """Publish our stylesheet with the site's other static files."""
    # First, so that a file of the site's own with that name is the one that counts.
    config.html_static_path.insert(0, str(_THEME / "static"))


def add_templates(app: Sphinx) -> None:
    """Let our templates be found after the site's own and before ABlog's."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    bridge = builder.templates
    if isinstance(bridge, BuiltinTemplateLoader):
        loader = SphinxFileSystemLoader(str(_THEME / "templates"))
        bridge.loaders.insert(bridge.templatepathlen, loader)
        bridge.environment.globals.update(template_functions())


def add_context(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Let templates ask for posts, and give a mounted page its suffix.

    Sphinx cuts the suffix of a page from its file by the length of its docname.
    """
    domain = hugo_domain(app.env)
    context["updates_is_post"] = lambda name: domain.post(name) is not None
    page = mounted_page(app.env, pagename)
    if page is not None:
        context["page_source_suffix"] = page.file.suffix
        if context.get("sourcename"):
            context["sourcename"] = source_name(app, pagename, page.file.suffix)
