"""Pages without ABlog's ``page.html``, which not every theme can bear.

ABlog puts a template of its own before every theme's. It extends ``layout.html``, which
furo does not have, and adds what we add to the text of the page instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ablog import get_html_templates_path
from ablog.blog import Blog
from jinja2 import TemplateNotFound
from markupsafe import escape
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from jinja2 import Environment
    from sphinx.application import Sphinx

_HIDDEN = "page.html"
REDIRECT = "ablog/redirect.html"
"""The template of a page that leads to another one."""
_FRAGMENTS = (REDIRECT, "updates/list-page.html", "updates/not-found.html")
"""Templates of pages without a document: what stands in the theme's own page."""


class _WithoutPage(SphinxFileSystemLoader):
    """ABlog's templates but the one for whole pages."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if template == _HIDDEN:
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def setup_page_template(app: Sphinx) -> None:
    """Register what makes pages the theme's own."""
    # After ABlog has put its templates before the theme's.
    app.connect("builder-inited", _hide_page_template, priority=900)
    # After ABlog's own handler, and after what makes its values safe to print.
    app.connect("html-page-context", _add_what_ablog_adds, priority=650)
    # When all that a template may ask for is there.
    app.connect("html-page-context", _fill_page, priority=950)


def _hide_page_template(app: Sphinx) -> None:
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    bridge = app.builder.templates
    if not isinstance(bridge, BuiltinTemplateLoader):
        return
    theirs = str(get_html_templates_path())
    for index, loader in enumerate(bridge.loaders):
        if theirs in getattr(loader, "searchpath", ()):
            bridge.loaders[index] = _WithoutPage(theirs)


def _add_what_ablog_adds(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add icons to the head, neighbours and Disqus below the text, as ABlog does."""
    blog = Blog(app)
    for address, is_ours in (
        (blog.fontawesome_link_cdn, False),
        (blog.fontawesome_css_file, True),
    ):
        if address:
            url = context["pathto"](f"_static/{address}", 1) if is_ours else address
            link = f'<link rel="stylesheet" href="{escape(url)}" />\n'
            context["metatags"] = context.get("metatags", "") + link
            break
    if doctree is not None:
        templates = app.builder.templates
        context["body"] += templates.render("updates/below-text.html", context)


def _fill_page(
    app: Sphinx,
    _pagename: str,
    template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> str | None:
    """Put what a template of ours makes into the page of the theme.

    Themes have no block in common that a template could fill. One that a site has put
    in place of ours may be a whole page, as they were once; it is left alone.
    """
    if template not in _FRAGMENTS:
        return None
    body = app.builder.templates.render(template, context)
    if "<html" in body:
        return None
    context["body"] = body
    if template == REDIRECT:
        url = escape(context["pathto"](context["redirect"]))
        # With an absolute address the theme prints it itself.
        link = (
            "" if context.get("pageurl") else f'<link rel="canonical" href="{url}" />\n'
        )
        context["metatags"] = context.get("metatags", "") + (
            f"{link}"
            '<meta name="robots" content="noindex" />\n'
            f'<meta http-equiv="refresh" content="0; url={url}" />\n'
        )
    return _HIDDEN
