"""The record of a post that is ABlog's own, in the documentation.

ABlog keeps dates, people and terms. What lists and the header show besides is in the
front matter of the page, which MyST and Sphinx keep as text, and in its document.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.post import Picture, Post, Status
from sphinx_updates.hugo.summary import count_words, has_cjk, reading_minutes
from sphinx_updates.sphinx_ext.posts.records import text_of
from sphinx_updates.sphinx_ext.text import plain_lines

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_TRUE: Final = "true"
_FALSE: Final = "false"


def record_of(
    env: BuildEnvironment, doctree: nodes.document, info: dict[str, Any]
) -> Post:
    """Return the record of the post that ABlog describes in *info*."""
    date: datetime | None = info["date"]
    updated: datetime | None = info["update"] if info["update"] != date else None
    # Of several posts on one page, none has the front matter for itself.
    is_page = not info["section"]
    fields = env.metadata[info["docname"]] if is_page else {}
    has_time = is_page and _word(fields, "reading_time") != _FALSE
    return Post(
        docname=info["docname"],
        section=info["section"],
        folder=info["docname"].removesuffix("/index").rpartition("/")[0],
        title=info["title"],
        subtitle=str(fields.get("subtitle", "")),
        date=date.replace(tzinfo=UTC) if date else None,
        updated=updated.replace(tzinfo=UTC) if updated else None,
        # Without a date a post of ABlog is a draft.
        status=Status.PUBLISHED if date else Status.DRAFT,
        authors=tuple(Author(name) for name in info["author"] if name),
        tags=tuple(tag for tag in info["tags"] if tag),
        categories=tuple(name for name in info["category"] if name),
        locations=tuple(name for name in info["location"] if name),
        languages=tuple(name for name in info["language"] if name),
        excerpt=plain_lines(info["excerpt"]),
        picture=_picture(env, info),
        minutes=_minutes(doctree) if has_time else 0,
        external_link=info["external_link"] or "",
        canonical_link=info["canonical_link"] or "",
        is_featured=_word(fields, "featured") == _TRUE,
        hides=("comments",) if info.get("nocomments") else (),
    )


def _word(fields: dict[str, Any], name: str) -> str:
    return str(fields.get(name, "")).strip().lower()


def _minutes(doctree: nodes.document) -> int:
    text = text_of(doctree)
    cjk = has_cjk(text)
    return reading_minutes(count_words(text, cjk=cjk), cjk=cjk)


def _picture(env: BuildEnvironment, info: dict[str, Any]) -> Picture | None:
    """Return the picture that ``image`` or ``post_auto_image`` chose from the text.

    ABlog puts a copy of it at the end of the excerpt. It is not shown above the post,
    which has it already.
    """
    if not (info["image"] or env.config.post_auto_image) or not info["excerpt"]:
        return None
    image = info["excerpt"][-1]
    if not isinstance(image, nodes.image):
        return None
    uri = image["uri"]
    if uri not in env.images and not uri.startswith(("http://", "https://")):
        return None
    return Picture(file=uri, alt=image.get("alt", ""), is_header=False)
