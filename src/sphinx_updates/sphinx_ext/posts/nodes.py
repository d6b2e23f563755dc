"""The node that makes a document a post, with typed values instead of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ablog.post import PostList, PostNode

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.blog.post import Post

_OURS = "updates"
UNDATED_TEXT = "0001-01-01"
"""What ABlog reads for a post without a date; our own date replaces it at once."""


def post_node(document: nodes.document, summary: Sequence[nodes.Node]) -> PostNode:
    """Return an empty post node around the *summary* that the author wrote, if any."""
    node = PostNode("", *summary, **{_OURS: True})
    node.document = document
    return node


def fill_post_node(node: PostNode, post: Post, excerpt: Sequence[nodes.Node]) -> None:
    """Enter *post* into *node* as ABlog's ``post`` directive would have done."""
    node.children = []
    node.extend(excerpt)
    node.attributes.update(
        date=post.date.replace(tzinfo=None).isoformat() if post.date else UNDATED_TEXT,
        tags=list(post.tags),
        author=[author.name for author in post.authors],
        category=list(post.categories),
        location=list(post.locations),
        language=list(post.languages),
        redirect=[],
        title=post.title,
        image=None,
        # Zero paragraphs: the excerpt is in the node, or there is none.
        excerpt=0,
        # The children are the excerpt and not a part of the page.
        exclude=True,
        nocomments=False,
        canonical_link=post.canonical_link or [],
        external_link=post.external_link or [],
    )


def take_post_node(doctree: nodes.document) -> PostNode | None:
    """Return the node that the parser has made; every other becomes its content.

    The front matter says what a mounted post is; a ``post`` directive in it would make
    a second one of it.
    """
    ours = None
    for node in list(doctree.findall(PostNode)):
        if node.get(_OURS):
            ours = node
            continue
        message = "the directive 'post' has no effect in a mounted post; remove it"
        warn(ProblemKind.FRONT_MATTER, message, node)
        node.replace_self(node.children)
    return ours


def has_post_list(doctree: nodes.document) -> bool:
    """Say whether *doctree* lists posts, so that it changes when they do."""
    return any(True for _ in doctree.findall(PostList))
