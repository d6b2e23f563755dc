"""The support button: on the pages of docs and posts, where ``conf.py`` wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.base_url import public_url
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.text import without_tags
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

TEMPLATE: Final = "updates/support.html"


def check_support(app: Sphinx) -> None:
    """Say when the button cannot name the page."""
    button = project_of(app.env).options.support
    if button is None or not writes_lists(app.builder):
        return
    if button.names_page and not public_url(app, app.config.root_doc):
        fault = "'{url}' is empty without an absolute address; set html_baseurl"
        warn(ProblemKind.CONFIG, f"updates_support: {fault}")


def place_support(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Find out where the button of a page leads, and put it into its sidebar.

    A page whose theme gives it no sidebar has it below the text.
    """
    button = project_of(app.env).options.support
    if button is None or doctree is None or not writes_lists(app.builder):
        return
    if not button.is_on(pagename):
        return
    sidebars = context.get("sidebars") or []
    place = button.place if sidebars or button.place != "sidebar" else "footer"
    title = without_tags(str(context.get("title", "")))
    context["updates_support"] = {
        "url": button.address(url=public_url(app, pagename), title=title),
        "text": button.text or _("Get support"),
        "place": place,
    }
    if place == "sidebar":
        context["sidebars"] = [*sidebars, TEMPLATE]


def add_support_below(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Put the button below the text of a page, unless it is in the sidebar."""
    button = context.get("updates_support")
    if button is not None and button["place"] != "sidebar":
        context["body"] += app.builder.templates.render(TEMPLATE, context)
