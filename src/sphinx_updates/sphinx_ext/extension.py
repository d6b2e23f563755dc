"""The wiring, from top to bottom: what is registered, and what runs when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_updates import __version__
from sphinx_updates.sphinx_ext.config import read_config, setup_config
from sphinx_updates.sphinx_ext.design_assets import setup_design_assets
from sphinx_updates.sphinx_ext.dialect_nodes import setup_dialect_nodes
from sphinx_updates.sphinx_ext.directives.parts.contents import setup_contents
from sphinx_updates.sphinx_ext.domain import HugoDomain, count_dead_links, hugo_domain
from sphinx_updates.sphinx_ext.footnotes import setup_footnotes
from sphinx_updates.sphinx_ext.head import (
    STYLESHEET,
    add_context,
    add_static_files,
    add_templates,
)
from sphinx_updates.sphinx_ext.headers import setup_headers
from sphinx_updates.sphinx_ext.i18n import setup_i18n
from sphinx_updates.sphinx_ext.images import place_images
from sphinx_updates.sphinx_ext.listings.nodes import (
    setup_listings,
    write_plain_listings,
)
from sphinx_updates.sphinx_ext.listings.pages import add_list_head
from sphinx_updates.sphinx_ext.listings.pictures import resize_pictures
from sphinx_updates.sphinx_ext.lookups import has_new_answers
from sphinx_updates.sphinx_ext.math import setup_formulas
from sphinx_updates.sphinx_ext.media import place_media
from sphinx_updates.sphinx_ext.nodes import setup_nodes
from sphinx_updates.sphinx_ext.ownership import note_output
from sphinx_updates.sphinx_ext.parser import fingerprint, use_parser
from sphinx_updates.sphinx_ext.post_page.plain import write_plain
from sphinx_updates.sphinx_ext.posts import bridge
from sphinx_updates.sphinx_ext.posts.archives import (
    add_list_below,
    add_parent,
    blog_pages,
    note_old_pages,
)
from sphinx_updates.sphinx_ext.posts.collect import collect, finish
from sphinx_updates.sphinx_ext.posts.page_template import setup_page_template
from sphinx_updates.sphinx_ext.posts.sanitise import (
    SanitiseFrontMatter,
    sanitise_nodes,
)
from sphinx_updates.sphinx_ext.posts.stale import pages_to_write
from sphinx_updates.sphinx_ext.project import project_of, replace_project
from sphinx_updates.sphinx_ext.publish import publish
from sphinx_updates.sphinx_ext.raw_html import setup_raw_html
from sphinx_updates.sphinx_ext.raw_html_plain import setup_plain_raw_html
from sphinx_updates.sphinx_ext.registration import registered
from sphinx_updates.sphinx_ext.settings import (
    chosen_language,
    read_settings,
    read_site,
)
from sphinx_updates.sphinx_ext.shortcodes import ShortcodeTable, load_templates
from sphinx_updates.sphinx_ext.sitemap import sitemap_paths
from sphinx_updates.sphinx_ext.suffixes import setup_suffixes
from sphinx_updates.sphinx_ext.templates.build import layouts_of
from sphinx_updates.sphinx_ext.templates.hooks import name_replaced_hooks
from sphinx_updates.sphinx_ext.templates.watch import report_words
from sphinx_updates.sphinx_ext.terms import resolve_terms
from sphinx_updates.sphinx_ext.translations import add_translations
from sphinx_updates.sphinx_ext.web import setup_web

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

FEED_LENGTH = 20
"""Entries of a feed when ``blog_feed_length`` says nothing: what readers ask for."""

ENV_VERSION = 4
"""Goes up when what we keep in the environment changes its shape."""


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
    _setup_what_we_build_on(app)
    setup_config(app)
    setup_i18n(app)
    setup_nodes(app)
    setup_dialect_nodes(app)
    setup_raw_html(app)
    setup_plain_raw_html(app)
    setup_headers(app)
    setup_page_template(app)
    setup_listings(app)
    setup_contents(app)
    setup_footnotes(app)
    setup_formulas(app)
    setup_web(app)
    app.add_domain(HugoDomain)
    app.add_css_file(STYLESHEET)

    app.connect("config-inited", add_static_files)
    app.connect("config-inited", _complete_config)
    # After Sphinx has merged the suffixes of all extensions, at 800.
    app.connect("config-inited", use_parser, priority=900)
    setup_suffixes(app)

    app.connect("builder-inited", bridge.forget_last_blog, priority=100)
    app.connect("builder-inited", _mount, priority=200)
    # After ABlog has put its templates before the theme's.
    app.connect("builder-inited", add_templates, priority=900)

    # Reading: before and after ABlog's own handler at 500.
    app.connect("env-get-outdated", _outdated)
    app.add_transform(SanitiseFrontMatter)
    app.connect("doctree-read", sanitise_nodes, priority=300)
    app.connect("doctree-read", collect, priority=400)
    app.connect("doctree-read", finish, priority=900)
    app.connect("env-purge-doc", bridge.purge_posts)
    app.connect("env-merge-info", bridge.merge_posts)
    app.connect("env-updated", report_words)
    app.connect("env-updated", bridge.register_posts)
    app.connect("env-updated", note_old_pages, priority=600)
    app.connect("env-updated", resize_pictures, priority=600)
    app.connect("env-get-updated", pages_to_write)

    # Writing.
    app.connect("doctree-resolved", place_images, priority=600)
    app.connect("doctree-resolved", place_media, priority=600)
    app.connect("doctree-resolved", write_plain, priority=600)
    app.connect("doctree-resolved", write_plain_listings, priority=600)
    app.connect("doctree-resolved", resolve_terms, priority=600)
    app.connect("html-collect-pages", blog_pages)
    app.connect("html-page-context", add_context, priority=400)
    app.connect("html-page-context", note_output)
    app.connect("html-page-context", add_list_below, priority=600)
    app.connect("html-page-context", add_parent, priority=600)
    app.connect("html-page-context", add_list_head, priority=650)
    app.connect("html-page-context", add_translations, priority=700)
    app.connect("build-finished", count_dead_links, priority=100)
    # Last: it also removes what this build did not write again.
    app.connect("build-finished", publish, priority=900)
    return {
        "version": __version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _setup_what_we_build_on(app: Sphinx) -> None:
    """Set up MyST, ABlog and sphinx-design, unless the project does so itself.

    MyST-NB brings MyST-Parser along and does not bear it beside itself.
    """
    wanted = app.config.extensions
    if "myst_nb" not in wanted:
        app.setup_extension("myst_parser")
    setup_design_assets(app)
    app.setup_extension("ablog")
    bridge.replace_handlers(app)
    # With the handlers of .posts.bridge it is.
    app.extensions["ablog"].parallel_read_safe = True


def _complete_config(_app: Sphinx, config: Config) -> None:
    """Give options of others the values that follow from what the project says."""
    if config.blog_archive_titles is None:
        # ABlog would render every excerpt seven times; our lists use the records.
        config.blog_archive_titles = True
    if config.blog_feed_length is None and (
        config.updates_posts or config.updates_site
    ):
        # Every entry is rendered on every build; without mounts ABlog's way stays.
        config.blog_feed_length = FEED_LENGTH


def _mount(app: Sphinx) -> None:
    """Put the mounted posts into the project, and the templates into the domain."""
    config = read_config(app.config)
    site = read_site(config, Path(app.confdir), chosen_language(app.config))
    settings = site.settings if site else read_settings(config, Path(app.confdir))
    project = replace_project(app, config, settings, site)
    domain = hugo_domain(app.env)
    layouts = layouts_of(app.env)
    if site is not None:
        name_replaced_hooks(layouts, config.render_hooks, site.root)
    own, of_themes = load_templates(project.shortcode_folders, layouts)
    domain.table = ShortcodeTable(
        {name.lower(): directive for name, directive in domain.directives.items()},
        registered(app),
        own,
        of_themes,
        config.shortcode_packs or settings.packs,
    )
    domain.forget_templates()
    domain.generated_files = lambda: domain.feeds.paths | {*sitemap_paths(app)}


def _outdated(
    _app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Return the pages to read again though their file has not changed.

    Another file or bundle stands for the page, or another shortcode answers.
    """
    del added, changed, removed
    domain, project = hugo_domain(env), project_of(env)
    if domain.has_new_settings(project.settings):
        # A Hugo configuration that conf.py only names may change by itself.
        return list(project.pages)
    outdated = []
    for docname, data in list(domain.pages.items()):
        page = project.pages.get(docname)
        moved = page is not None and data.fingerprint != fingerprint(
            page, is_post=project.is_post(page)
        )
        identity = domain.table.identity
        answered = any(identity(name) != known for name, known in data.calls.items())
        if moved or answered or has_new_answers(env, docname, data.answers):
            outdated.append(docname)
    return outdated
