"""Where the site will be: its absolute address, and those of its pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinx_updates.hugo.own_addresses import is_web_address
from sphinx_updates.sphinx_ext.posts.bridge import landing_page
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import publishes_in_place

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def complete_base_urls(_app: Sphinx, config: Config) -> None:
    """Take the address from Read the Docs, where ``conf.py`` gives none."""
    hosted = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
    if not config.html_baseurl and is_web_address(hosted):
        config.html_baseurl = hosted
    if not config.blog_baseurl:
        config.blog_baseurl = config.html_baseurl


def base_url(app: Sphinx) -> str:
    """Return the address of the output folder, with a slash at its end.

    What ``conf.py`` says comes first: ``html_baseurl``, then ABlog's ``blog_baseurl``;
    then Read the Docs, then the ``baseURL`` of Hugo's configuration. Empty if nobody
    knows an absolute address.
    """
    return _first(app, app.config.html_baseurl, app.config.blog_baseurl)


def feed_base_url(app: Sphinx) -> str:
    """Return the same for feeds, whose own option ``blog_baseurl`` comes first."""
    return _first(app, app.config.blog_baseurl, app.config.html_baseurl)


def _first(app: Sphinx, *configured: str) -> str:
    addresses = (*configured, project_of(app.env).settings.base_url)
    found = next((one for one in addresses if is_web_address(one or "")), "")
    return found.rstrip("/") + "/" if found else ""


def public_path(app: Sphinx, pagename: str) -> str:
    """Return the address of a page as others shall know it, relative to the base.

    Pages of a mount and of the blog have Hugo's address, ``blog/x/``, with every
    builder; those of the docs have Sphinx's.
    """
    uri = app.builder.get_target_uri(pagename)
    project = project_of(app.env)
    is_ours = (
        pagename in project.pages
        or pagename not in app.env.found_docs
        or pagename in (project.generated_root, landing_page(app))
    )
    if is_ours and publishes_in_place(app.builder):
        folder, slash, name = uri.rpartition("/")
        if name == "index.html":
            return folder + slash
    return uri


def public_url(app: Sphinx, pagename: str) -> str:
    """Return the absolute address of a page; empty if the base is not known."""
    base = base_url(app)
    return base + public_path(app, pagename) if base else ""
