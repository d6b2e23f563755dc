"""How the web sees the site: feeds, heads of pages, what search engines are told.

Beside it the support button, which leads away from the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.base_url import complete_base_urls
from sphinx_updates.sphinx_ext.metadata import add_metadata, feed_opengraph
from sphinx_updates.sphinx_ext.not_found import finish_not_found, not_found_page
from sphinx_updates.sphinx_ext.posts.feed_content import keep_content
from sphinx_updates.sphinx_ext.posts.feed_links import add_feed_links
from sphinx_updates.sphinx_ext.posts.feed_plan import plan_feeds
from sphinx_updates.sphinx_ext.posts.feeds import write_feeds
from sphinx_updates.sphinx_ext.sitemap import write_sitemap
from sphinx_updates.sphinx_ext.social_cards import setup_social_cards
from sphinx_updates.sphinx_ext.support import (
    add_support_below,
    check_support,
    place_support,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_web(app: Sphinx) -> None:
    """Connect everything; after the posts are registered, before files are swept."""
    setup_social_cards(app)
    app.connect("config-inited", complete_base_urls)
    # After the mounts are known, at 200.
    app.connect("builder-inited", check_support, priority=300)
    # After the blog knows its posts and their lists.
    app.connect("env-updated", plan_feeds, priority=900)
    app.connect("html-collect-pages", not_found_page)
    # Before other extensions look at what their page has.
    app.connect("html-page-context", feed_opengraph, priority=300)
    app.connect("html-page-context", add_feed_links, priority=420)
    # Before anything is added to the text of a page, and before themes sort sidebars.
    app.connect("html-page-context", keep_content, priority=450)
    app.connect("html-page-context", place_support, priority=450)
    app.connect("html-page-context", add_support_below, priority=900)
    # Last: themes and other extensions have their tags and canonical addresses by now.
    app.connect("html-page-context", add_metadata, priority=940)
    app.connect("build-finished", write_feeds)
    app.connect("build-finished", write_sitemap)
    app.connect("build-finished", finish_not_found)
