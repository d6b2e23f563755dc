"""Posts from documents that were just read: one record each, and an excerpt.

Runs around ABlog's own handler of ``doctree-read``: before it, our typed values go
into the post node; after it, what ABlog keeps is made small and exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ablog.post import UpdateNode
from dateutil.parser import parse
from docutils import nodes

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.i18n import _, written_date
from sphinx_updates.sphinx_ext.listings.nodes import note_listings
from sphinx_updates.sphinx_ext.nodes import ExcerptEnd, PostFooter, PostHeader
from sphinx_updates.sphinx_ext.posts.dates import UNDATED
from sphinx_updates.sphinx_ext.posts.docs_records import record_of
from sphinx_updates.sphinx_ext.posts.nodes import (
    fill_post_node,
    has_post_list,
    take_post_node,
)
from sphinx_updates.sphinx_ext.posts.records import make_post
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post


_NOT_TEXT = (nodes.Invisible, nodes.Titular, PostHeader, PostFooter)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Before ABlog: make the record of a mounted post and fill its post node."""
    env, domain = app.env, hugo_domain(app.env)
    docname = env.docname
    data = domain.page(docname)
    domain.note_anchors(docname, doctree)
    domain.note_links(docname, doctree)
    domain.note_references(docname, doctree)
    data.has_list = has_post_list(doctree)
    note_listings(app, doctree)
    page = mounted_page(env)
    if page is None:
        return
    # A post is found by its lists; the theme draws every entry of a toctree everywhere.
    env.metadata[docname]["orphan"] = True
    node = take_post_node(doctree)
    if node is None or page.kind != "page":
        _take_marks(doctree)
        return
    summary = [child.deepcopy() for child in node.children]
    domain.note_summary(docname, summary)
    settings = project_of(env).settings
    excerpt = _excerpt(doctree, summary, settings.summary_length)
    post = make_post(env, page, doctree, excerpt)
    data.posts = (post,)
    # Below everything, also below the footnotes that were collected at the end.
    for footer in list(doctree.findall(PostFooter)):
        footer.parent.remove(footer)
        doctree.append(footer)
    if page.front_matter.list_ == "never" or not project_of(env).is_post(page):
        # Built, with a record for the lists of the site, and in none of the blog's.
        node.parent.remove(node)
        return
    fill_post_node(node, post, excerpt)


def finish(app: Sphinx, doctree: nodes.document) -> None:
    """After ABlog: keep the exact date, and no way back to the document.

    What ABlog copies out of a document still knows that document, and through it the
    whole environment: with parallel reading the pickle would be quadratic.
    """
    data = hugo_domain(app.env).page(app.env.docname)
    infos = getattr(app.env, "ablog_posts", {}).get(app.env.docname, ())
    is_mounted = mounted_page(app.env) is not None
    if not is_mounted:
        data.posts = tuple(record_of(app.env, doctree, info) for info in infos)
        _frame(doctree, data.posts)
    _word_updates(app, doctree)
    for info, post in zip(infos, data.posts, strict=bool(infos)):
        if is_mounted:
            _set_dates(info, post)
        for node in info["excerpt"]:
            _cut_loose(node)
        if is_mounted or not app.config.blog_feed_fulltext:
            # Feeds take the whole text of a mounted post from its page.
            info["doctree"] = None
        else:
            _cut_loose(info["doctree"])


def _word_updates(app: Sphinx, doctree: nodes.document) -> None:
    """Let ABlog's ``update`` notes say their date as everything else does."""
    for note in doctree.findall(UpdateNode):
        title = next(iter(note.findall(nodes.title)), None)
        try:
            day = parse(note["date"], ignoretz=True)
        except (ValueError, OverflowError):
            continue  # ABlog has warned, or reads another form of dates
        if title is not None:
            words = f"{_('Updated on')} {written_date(day, app.config)}"
            title.children = [nodes.Text(words)]


def _frame(doctree: nodes.document, posts: tuple[Post, ...]) -> None:
    """Give a page of the docs that is one post what posts have around their text."""
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is None or [post.section for post in posts] != [""]:
        return
    section.insert(1, PostHeader())
    doctree.append(PostFooter())


def _set_dates(info: dict[str, Any], post: Post) -> None:
    info["date"] = post.date.replace(tzinfo=None) if post.date else UNDATED
    known = [info["update"], info["date"]]
    if post.updated:
        known.append(post.updated.replace(tzinfo=None))
    info["update"] = max(known)


def _cut_loose(root: nodes.Node | None) -> None:
    if root is None:
        return
    for node in root.findall():
        node.document = None  # type: ignore[assignment]
        if isinstance(node, nodes.document):
            node.settings = node.reporter = None  # type: ignore[assignment]


def _excerpt(
    doctree: nodes.document, summary: list[nodes.Node], length: int
) -> list[nodes.Node]:
    """Return the excerpt by Hugo's order: the divider, the summary, the beginning.

    The automatic one takes whole paragraphs until *length* words are there. Differs
    from Hugo: headings, code and pictures between them are left out of it.
    """
    if any(True for _ in doctree.findall(ExcerptEnd)):
        return [_plain(node) for node in _before_mark(doctree)]
    if summary:
        return [_plain(node) for node in summary]
    excerpt: list[nodes.Node] = []
    words = 0
    for paragraph in doctree.findall(nodes.paragraph):
        if not isinstance(paragraph.parent, nodes.section) or not paragraph.astext():
            continue
        excerpt.append(_plain(paragraph.deepcopy()))
        words += len(paragraph.astext().split())
        if words >= length:
            break
    return excerpt


def _before_mark(doctree: nodes.document) -> list[nodes.Node]:
    """Return copies of the blocks before the author's divider, and drop every mark."""
    mark = next(iter(doctree.findall(ExcerptEnd)))
    before: list[nodes.Node] = []
    for node in _blocks(doctree):
        if node is mark:
            break
        if isinstance(node, nodes.Element) and any(
            child is mark for child in node.findall(ExcerptEnd)
        ):
            copy = node.copy()
            for child in node.children:
                if child is mark:
                    break
                copy.append(child.deepcopy())
            if copy.children:
                before.append(copy)
            break
        before.append(node.deepcopy())
    _take_marks(doctree)
    return before


def _blocks(root: nodes.Element) -> Iterator[nodes.Node]:
    """Yield the blocks of the page in order, those of sections without their titles."""
    for child in root.children:
        if isinstance(child, nodes.section):
            yield from _blocks(child)
        elif isinstance(child, ExcerptEnd) or (
            isinstance(child, nodes.Body) and not isinstance(child, _NOT_TEXT)
        ):
            yield child


def _take_marks(doctree: nodes.document) -> None:
    for mark in list(doctree.findall(ExcerptEnd)):
        mark.parent.remove(mark)


def _plain(node: nodes.Node) -> nodes.Node:
    """Take out of a copy what has meaning only on its own page."""
    for reference in list(node.findall(nodes.footnote_reference)):
        reference.parent.remove(reference)
    for element in node.findall(nodes.Element):
        element["ids"], element["names"] = [], []
        element["backrefs"] = []
    return node
