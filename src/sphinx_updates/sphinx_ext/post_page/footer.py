"""What stands below the text of a post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.blog.post import Status
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _, number, written_date
from sphinx_updates.sphinx_ext.post_page.edit import edit_url
from sphinx_updates.sphinx_ext.post_page.giscus import SCRIPT, Comments, comments_of
from sphinx_updates.sphinx_ext.post_page.people import AuthorView, author_views
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import publishes_in_place, writes_lists

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_updates.blog.near import Part
    from sphinx_updates.blog.post import Post

MARK: Final = 'class="updates-comments"'
"""What the body of a page with comments has in it."""
IN_BOOKS: Final = ("tags", "authors")
"""The parts that a book has too: the others lead to other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Another post, as a line of a list."""

    title: str
    url: str
    date: str = ""
    date_iso: str = ""
    is_current: bool = False
    """Whether it is the post itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A series, seen from one of its posts."""

    name: str
    url: str
    """Of the page of the series; empty if it has none."""
    position: str
    """Such as "Part 2 of 4"."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterView:
    """What the template of the footer prints."""

    parts: tuple[str, ...] = ()
    """The parts that have something to show, in the order of the option."""
    authors: tuple[AuthorView, ...] = ()
    """Those of whom there is more to say than a name."""
    series: tuple[SeriesView, ...] = ()
    related: tuple[Entry, ...] = ()
    previous: Entry | None = None
    """The next older post."""
    next: Entry | None = None
    edit_url: str = ""
    comments: Comments | None = None


def footer_view(builder: Builder, post: Post, here: str) -> FooterView:
    """Return what stands below the text of *post*, on the page *here*."""
    config, env = builder.config, builder.env
    options, near = project_of(env).options, hugo_domain(env).near

    def entry(other: Post | None) -> Entry | None:
        return None if other is None else _entry(builder, other, here)

    def is_on(part: str) -> bool:
        is_possible = part in IN_BOOKS or publishes_in_place(builder)
        return part in options.post_parts and part not in post.hides and is_possible

    boxes = author_views(builder, post, here, full=True) if is_on("authors") else ()
    related = near.related(post.key) if is_on("related") else ()
    has_row = is_on("neighbours") and config.post_show_prev_next
    has_comments = is_on("comments") and post.status is Status.PUBLISHED
    language = config.language or "en"
    view = FooterView(
        authors=tuple(author for author in boxes if author.has_box),
        series=_series(builder, post, here) if is_on("series") else (),
        related=tuple(_entry(builder, other, here) for other in related),
        previous=entry(near.previous(post.key)) if has_row else None,
        next=entry(near.next(post.key)) if has_row else None,
        edit_url=edit_url(env, config, post.docname) if is_on("edit") else "",
        comments=comments_of(options.giscus, post, language)
        if options.giscus and has_comments
        else None,
    )
    has = {
        "tags": is_on("tags") and bool(post.tags),
        "authors": bool(view.authors),
        "series": bool(view.series),
        "related": bool(view.related),
        "edit": bool(view.edit_url),
        "neighbours": bool(view.previous or view.next),
        "comments": view.comments is not None,
    }
    return replace(view, parts=tuple(part for part in options.post_parts if has[part]))


def _entry(builder: Builder, post: Post, here: str, *, current: bool = False) -> Entry:
    anchor = f"#{post.section}" if post.section else ""
    return Entry(
        title=post.title,
        url=builder.get_relative_uri(here, post.docname) + anchor,
        date=written_date(post.date, builder.config) if post.date else "",
        date_iso=post.date.isoformat() if post.date else "",
        is_current=current,
    )


def _series(builder: Builder, post: Post, here: str) -> tuple[SeriesView, ...]:
    return tuple(
        _series_view(builder, post, part, here)
        for part in hugo_domain(builder.env).near.series(post)
    )


def _series_view(builder: Builder, post: Post, part: Part, here: str) -> SeriesView:
    term = hugo_domain(builder.env).term("series", part.series)
    has_page = bool(term.docname) and writes_lists(builder)
    position = _("Part %(number)s of %(count)s") % {
        "number": number(part.position),
        "count": number(len(part.posts)),
    }
    return SeriesView(
        name=term.name,
        url=builder.get_relative_uri(here, term.docname) if has_page else "",
        position=position,
        entries=tuple(
            _entry(builder, other, here, current=other.key == post.key)
            for other in part.posts
        ),
    )


def add_comments(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the script of comments on pages that have some, and on no others."""
    if doctree is not None and MARK in context.get("body", ""):
        app.add_js_file(SCRIPT, loading_method="defer")
