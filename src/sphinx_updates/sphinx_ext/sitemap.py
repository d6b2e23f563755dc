"""``sitemap.xml`` and ``robots.txt``, written when everything else is.

Not by ``sphinx-sitemap``: that lists the pages which one build wrote, so a build that
writes two pages leaves a sitemap of two, and it knows neither drafts nor redirects.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sphinx_updates.blog.sitemap import SitemapEntry, robots_txt, sitemap
from sphinx_updates.sphinx_ext.base_url import base_url, public_url
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.ownership import own, write_if_changed
from sphinx_updates.sphinx_ext.posts.bridge import OF_SPHINX
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.publish import writes_lists
from sphinx_updates.sphinx_ext.robots import is_in_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post

SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
_ANOTHERS: Final = "sphinx_sitemap"


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Write the sitemap, and a ``robots.txt`` that names it, where both are wanted."""
    if exception is not None or not sitemap_paths(app):
        return
    for name in sitemap_paths(app):
        data = (
            sitemap(_entries(app))
            if name == SITEMAP
            else robots_txt(base_url(app) + SITEMAP)
        )
        target = Path(app.outdir, name)
        write_if_changed(target, data)
        own(app, target)


def sitemap_paths(app: Sphinx) -> list[str]:
    """Return which of the two files this build writes.

    A ``robots.txt`` has a meaning at the root of a host only, and Read the Docs has one
    of its own that knows which versions are hidden.
    """
    base, options = base_url(app), project_of(app.env).options
    if not (base and options.sitemap and options.has_mounts):
        return []
    if not writes_lists(app.builder):
        return []
    has_own = _ANOTHERS in app.extensions or is_published(app, SITEMAP)
    paths = [] if has_own else [SITEMAP]
    is_root = urlsplit(base).path == "/" and not os.environ.get("READTHEDOCS")
    if is_root and not is_published(app, ROBOTS):
        paths.append(ROBOTS)
    return paths


def is_published(app: Sphinx, name: str) -> bool:
    """Say whether the project publishes a file of its own with that name."""
    project = project_of(app.env)
    if any(file.url == f"/{name}" for mount in project.mounts for file in mount.files):
        return True
    extra = (Path(app.confdir, entry) for entry in app.config.html_extra_path)
    return any(
        entry.name == name if entry.is_file() else (entry / name).is_file()
        for entry in extra
    )


def _entries(app: Sphinx) -> Iterable[SitemapEntry]:
    domain, project = hugo_domain(app.env), project_of(app.env)
    lists = project.site.lists if project.site else {}
    newest = {one.pagename: last_change(one.posts) for one in domain.feeds.lists}
    for docname in sorted(app.env.found_docs | (domain.generated - OF_SPHINX)):
        if not is_in_sitemap(app, docname) or _is_elsewhere(app, docname):
            continue
        changed = _last_change(app, docname) or newest.get(docname)
        if changed is None and docname in lists:
            changed = lists[docname].date
        yield SitemapEntry(public_url(app, docname), changed)


def _is_elsewhere(app: Sphinx, docname: str) -> bool:
    """Say whether another page is the one to find: the post was published there."""
    posts = hugo_domain(app.env).pages.get(docname)
    page = mounted_page(app.env, docname)
    links = [post.canonical_link for post in posts.posts] if posts else []
    return any(links) or bool(page and page.front_matter.canonical_url)


def _last_change(app: Sphinx, docname: str) -> datetime | None:
    data = hugo_domain(app.env).pages.get(docname)
    if data is not None and data.posts:
        return last_change(data.posts)
    page = mounted_page(app.env, docname)
    return page.front_matter.lastmod or page.front_matter.date if page else None


def last_change(posts: Iterable[Post]) -> datetime | None:
    """Return when the last of *posts* was published or changed; None without a date."""
    dates = (post.updated or post.date for post in posts)
    return max((date for date in dates if date is not None), default=None)
