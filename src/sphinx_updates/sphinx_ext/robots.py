"""Which pages search engines may show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.blog.post import Status
from sphinx_updates.hugo.front_matter import Visibility
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.project import mounted_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

_WORDS: Final = re.compile(r"[\w:-]+")
_NO: Final = "noindex"


def robots_of(app: Sphinx, docname: str) -> str:
    """Return what the page says to search engines; empty if they may show it.

    A post that is not for readers yet is never shown, whatever its front matter says.
    """
    post = hugo_domain(app.env).pages.get(docname)
    if post is not None and any(
        one.status is not Status.PUBLISHED for one in post.posts
    ):
        return _NO
    page = mounted_page(app.env, docname)
    if page is None:
        return ""
    if page.visibility is not Visibility.PUBLISHED:
        return _NO
    params = page.front_matter.params
    if words := _WORDS.findall(str(params.get("robots") or "").lower()):
        return ", ".join(words)
    is_no = any(params.get(name) is True for name in ("noindex", "no_index", "private"))
    return _NO if is_no else ""


def is_in_sitemap(app: Sphinx, docname: str) -> bool:
    """Say whether search engines shall be led to a page."""
    robots = robots_of(app, docname)
    if _NO in robots or "none" in robots.split(", "):
        return False
    page = mounted_page(app.env, docname)
    sitemap = page.front_matter.params.get("sitemap") if page else None
    return sitemap is not False and not _is_off(sitemap)


def _is_off(sitemap: object) -> bool:
    values: Mapping[object, object] = sitemap if isinstance(sitemap, dict) else {}
    return values.get("disable") is True
