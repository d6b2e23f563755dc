"""What feeds show of a post: taken when its page is written, kept beside the doctrees.

A page is written again whenever anything that it shows has changed, in whichever
process. So nothing is rendered for a feed that its page does not render anyway, and a
build without changes only reads these small files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ablog.blog import Blog
from sphinx.util import logging

from sphinx_updates.blog.feeds.html import for_feeds
from sphinx_updates.sphinx_ext.base_url import feed_base_url
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.publish import writes_lists

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Content:
    """HTML for feeds, with absolute addresses."""

    html: str = ""
    is_whole: bool = False


def keep_content(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Keep what feeds show of the posts of a page that is being written."""
    domain = hugo_domain(app.env)
    if doctree is None or not writes_lists(app.builder) or pagename not in domain.pages:
        return
    posts = [p for p in domain.page(pagename).posts if p.key in domain.feeds.keys]
    mode = feed_mode(app)
    if not posts or mode == "titles":
        return
    kept = {}
    for post in posts:
        html = _whole(app, post, context["body"]) if mode == "full" else ""
        kept[post.section] = (html or _excerpt(app, post), bool(html))
    _write(_file(app, pagename), json.dumps(kept, ensure_ascii=True))


def content_of(app: Sphinx, post: Post) -> Content:
    """Return what was kept of *post*; its plain excerpt if that is nothing."""
    if feed_mode(app) == "titles":
        return Content()
    try:
        kept = json.loads(_file(app, post.docname).read_text("utf-8"))
        html, is_whole = kept[post.section]
    except (OSError, ValueError, KeyError, TypeError):
        return Content(_paragraphs(post))
    return Content(html, is_whole)


def feed_mode(app: Sphinx) -> str:
    """Return what entries have: ``excerpt``, ``full`` or ``titles``.

    ABlog's options for it count where they are set.
    """
    if app.config.blog_feed_titles:
        return "titles"
    if app.config.blog_feed_fulltext:
        return "full"
    return project_of(app.env).options.feed_content


def _file(app: Sphinx, docname: str) -> Path:
    return Path(app.doctreedir, f"{docname}.{app.builder.name}.feed.json")


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        _logger.debug("feeds show an excerpt: %s", error)


def _whole(app: Sphinx, post: Post, body: str) -> str:
    if mounted_page(app.env, post.docname) is not None:
        return for_feeds(body, _page_url(app, post))
    return _rendered(app, post, fulltext=True)


def _excerpt(app: Sphinx, post: Post) -> str:
    return _rendered(app, post, fulltext=False) or _paragraphs(post)


def _rendered(app: Sphinx, post: Post, *, fulltext: bool) -> str:
    """Return the part of a post that ABlog holds as nodes."""
    item = Blog(app)[post.key]
    if item is None or (fulltext and item.doctree is None):
        return ""
    # Whatever is wrong in it, the page itself has just reported.
    with logging.suppress_logging():
        html = item.to_html(post.docname, fulltext=fulltext)
    return for_feeds(html, _page_url(app, post))


def _paragraphs(post: Post) -> str:
    lines = post.excerpt.splitlines()
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def _page_url(app: Sphinx, post: Post) -> str:
    return feed_base_url(app) + app.builder.get_target_uri(post.docname)
