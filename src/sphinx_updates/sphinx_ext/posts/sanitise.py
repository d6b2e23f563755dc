"""Values of ABlog's own posts that would end the build, found before ABlog sees them.

A post in the docs says ``blogpost: true`` or uses the ``post`` directive. ABlog raises
on a date it cannot read, compares dates with and without a zone, and calls ``int`` on
``image: photo.png``. Each of these becomes a located warning here.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from ablog.post import PostNode, UpdateNode
from dateutil.parser import ParserError
from dateutil.parser import parse as parse_any_date
from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.project import mounted_page
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_NUMBERS = ("image", "excerpt")
_FLAGS = ("exclude", "nocomments")
_OFF = ("false", "no", "off", "0")
_LISTS = ("author", "category", "tags", "location", "language")


class SanitiseFrontMatter(SphinxTransform):
    """Mends the front matter that MyST has put into the docinfo of an ABlog post."""

    default_priority: ClassVar[int] = 790
    """Before ABlog's own transform at 800."""

    def apply(self) -> None:
        """Take out what ABlog cannot read, and say so."""
        docinfo = next(iter(self.document.findall(nodes.docinfo)), None)
        if docinfo is None or not self._is_post(docinfo):
            return
        for node in list(docinfo.findall(nodes.date)):
            date = _read_date(node.astext(), self.config.post_date_format)
            if date is None:
                _report_date(node.astext(), self._location())
                node.parent.remove(node)
            else:
                node.children = [nodes.Text(date)]
        for author in docinfo.findall(nodes.author):
            author.children = [nodes.Text(_flat(author.astext()))]
        for field in list(docinfo.findall(nodes.field)):
            self._mend(field)

    def _is_post(self, docinfo: nodes.docinfo) -> bool:
        names = {field[0].astext() for field in docinfo.findall(nodes.field)}
        return "blogpost" in names or (
            self.env.docname in self.config.matched_blog_posts
        )

    def _location(self) -> tuple[str, int]:
        # MyST makes the docinfo from data: its nodes know no line.
        return (self.env.docname, 1)

    def _mend(self, field: nodes.field) -> None:
        name, value = field[0].astext(), field[1].astext()
        if name in _NUMBERS and not value.strip().lstrip("-").isdecimal():
            warn(
                ProblemKind.FRONT_MATTER_KEY,
                f"{name!r} of a post in the documentation must be a whole number, "
                f"got {value!r}; it is left out",
                self._location(),
            )
            field.parent.remove(field)
        elif name in _FLAGS:
            # ABlog wants the name alone; YAML always has a value.
            if value.strip().lower() in _OFF:
                field.parent.remove(field)
            else:
                field[1].children = []
        elif name in _LISTS and value.startswith("["):
            field[1].children = [nodes.paragraph("", _flat(value))]


def _flat(value: str) -> str:
    """Return a list as ABlog wants it, with commas; anything else as it is."""
    if not value.startswith("["):
        return value
    try:
        items = json.loads(value)
    except ValueError:
        return value
    return ", ".join(str(item) for item in items)


def _read_date(text: str, form: str) -> str | None:
    """Return a date that ABlog reads, without a zone; None if nobody can read it."""
    try:
        return datetime.strptime(text, form).isoformat()  # noqa: DTZ007 - ABlog's dates
    except ValueError:
        pass
    try:
        return parse_any_date(text).replace(tzinfo=None).isoformat()
    except (ParserError, OverflowError, ValueError):
        return None


def _report_date(text: str, location: nodes.Node | tuple[str, int]) -> None:
    message = f"date {text!r} cannot be read, expected a date such as 2020-01-31"
    warn(ProblemKind.POST_DATE, f"{message}; it is left out", location)


def sanitise_nodes(app: Sphinx, doctree: nodes.document) -> None:
    """Mend the ``post`` and ``update`` directives of a document of the docs."""
    if mounted_page(app.env) is not None:
        return
    form = app.config.post_date_format
    posts = list(doctree.findall(PostNode))
    for post in posts:
        text = post["date"]
        if text:
            post["date"] = _read_date(text, form)
            if post["date"] is None:
                _report_date(text, post)
        if len(posts) > 1 and not isinstance(post.parent, nodes.section):
            # ABlog looks for the section of each of several posts, without an end.
            message = "of several posts on a page each must stand directly in a section"
            warn(ProblemKind.FRONT_MATTER, f"{message}; this one is not a post", post)
            post.replace_self(post.children)
    _mend_updates(doctree, form, has_date=all(post["date"] for post in posts))


def _mend_updates(doctree: nodes.document, form: str, *, has_date: bool) -> None:
    for update in list(doctree.findall(UpdateNode)):
        date = _read_date(update["date"], form)
        if date is None:
            _report_date(update["date"], update)
        if date is None or not has_date:
            # ABlog compares the dates of a post's updates with its own.
            note = nodes.note("", *update.children)
            note.source, note.line = update.source, update.line
            update.replace_self(note)
        else:
            update["date"] = date
