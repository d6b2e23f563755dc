"""The facts of a post as words, in the project's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.blog.post import Status
from sphinx_updates.sphinx_ext.i18n import _, ngettext, written_date

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_updates.blog.post import Post


def shown_date(post: Post, config: Config) -> str:
    """Return the date of *post* as readers see it; empty if there is none to show."""
    if post.date is None or "date" in post.hides:
        return ""
    return written_date(post.date, config)


def shown_update(post: Post, config: Config) -> str:
    """Return when *post* was changed, if that was on a later day than it appeared."""
    if post.updated is None:
        return ""
    if post.date is not None and post.updated.date() <= post.date.date():
        return ""
    return written_date(post.updated, config)


def reading_time(post: Post) -> str:
    """Return how long *post* takes to read; empty if that is not to be shown."""
    if not post.minutes:
        return ""
    return ngettext("%(count)s min read", "%(count)s min read", post.minutes)


def badge(post: Post) -> str:
    """Return what is special about a post that is not for readers yet."""
    if post.status is Status.PUBLISHED:
        return ""
    return {
        Status.DRAFT: _("Draft"),
        Status.SCHEDULED: _("Scheduled"),
        Status.EXPIRED: _("Expired"),
    }[post.status]
