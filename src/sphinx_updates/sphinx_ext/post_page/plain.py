"""The facts of a post in books and plain text: lines above and below its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.nodes import PostFooter, PostHeader
from sphinx_updates.sphinx_ext.post_page.facts import badge, shown_date, shown_update

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_updates.blog.post import Post


def write_plain(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn header and footer into plain nodes for builders without templates."""
    if app.builder.format == "html":
        return
    post = hugo_domain(app.env).post(docname)
    for header in list(doctree.findall(PostHeader)):
        header.replace_self(_header(app.config, post, header) if post else [])
    for footer in list(doctree.findall(PostFooter)):
        footer.replace_self(_footer(post) if post else [])


def _header(config: Config, post: Post, header: PostHeader) -> list[nodes.Node]:
    lines: list[nodes.Node] = []
    if post.subtitle:
        lines.append(nodes.paragraph("", "", nodes.emphasis("", post.subtitle)))
    update = shown_update(post, config)
    facts = [
        shown_date(post, config),
        ", ".join(author.name for author in post.authors),
        f"{_('Updated on')} {update}" if update else "",
        badge(post),
    ]
    if text := " · ".join(filter(None, facts)):
        lines.append(nodes.paragraph("", text))
    lines.extend(header.findall(nodes.image))
    return lines


def _footer(post: Post) -> list[nodes.Node]:
    if not post.tags:
        return []
    return [nodes.paragraph("", f"{_('Tags')}: {', '.join(post.tags)}")]
