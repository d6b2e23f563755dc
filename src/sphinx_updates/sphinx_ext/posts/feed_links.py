"""Every page names its feeds in its head, so that readers find them by its address."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from sphinx_updates.blog.feeds import MEDIA_TYPES
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.publish import writes_lists

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def add_feed_links(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Name the feeds of a list on its pages, and those of the blog on all others."""
    if not writes_lists(app.builder):
        return
    found = hugo_domain(app.env).feeds.of_page(pagename, generated=doctree is None)
    if found is None:
        return
    up = "../" * app.builder.get_target_uri(pagename).count("/")
    named = {file.format: file for file in reversed(found.files)}
    shown = named.get("atom") or found.files[0]
    # For the link that readers see in lists.
    context["updates_feed"] = shown.path
    links = [
        f'<link rel="alternate" type="{MEDIA_TYPES[name]}" '
        f'href="{up}{escape(quote(named[name].path))}" '
        f'title="{escape(found.title)}" />\n'
        for name in MEDIA_TYPES
        if name in named
    ]
    context["metatags"] = cast("str", context.get("metatags", "")) + "".join(links)
