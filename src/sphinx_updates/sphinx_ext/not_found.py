"""``404.html``, which servers show for an address that leads nowhere.

It is shown at any depth, so its links start at the root of the host. Not by
``sphinx-notfound-page``: its merge of what several processes read overwrites what the
others found, and scripts of themes still look for files beside the page.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from sphinx_updates.blog.absolute import with_absolute_links
from sphinx_updates.sphinx_ext.base_url import base_url
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.ownership import own, page_file, write_if_changed
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.sitemap import is_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

PAGE: Final = "404"
TEMPLATE: Final = "updates/not-found.html"
FILE: Final = "404.html"
_ANOTHERS: Final = "notfound.extension"


def not_found_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page, unless the project has one or wants none."""
    if _is_wanted(app):
        # It is at no address: it has none to be known by.
        context = {
            "title": _("Page not found"),
            "pageurl": None,
            "metatags": '<meta name="robots" content="noindex" />\n',
        }
        yield PAGE, context, TEMPLATE


def finish_not_found(app: Sphinx, exception: Exception | None) -> None:
    """Let the links of the page start at the root, and put it where servers look."""
    if exception is not None or not _is_wanted(app):
        return
    written = page_file(app, PAGE)
    try:
        page = written.read_text("utf-8")
    except OSError:
        return
    target = Path(app.outdir, FILE)
    here = _root(app) + app.builder.get_target_uri(PAGE)
    write_if_changed(target, with_absolute_links(page, here).encode())
    own(app, target)
    if target != written:  # dirhtml puts it into a folder
        written.unlink()
        written.parent.rmdir()


def _root(app: Sphinx) -> str:
    """Return the path of the site; a preview on Read the Docs has its own."""
    hosted = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
    path = urlsplit(hosted or base_url(app)).path
    return path.rstrip("/") + "/"


def _is_wanted(app: Sphinx) -> bool:
    options = project_of(app.env).options
    return (
        options.not_found
        and options.has_mounts
        and writes_lists(app.builder)
        and _ANOTHERS not in app.extensions
        and PAGE not in app.env.found_docs
        and not is_published(app, FILE)
    )
