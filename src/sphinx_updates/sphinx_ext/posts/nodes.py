"""The node that makes a document a post, with typed values instead of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ablog.post import PostList, PostNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.blog.post import Post

UNDATED_TEXT = "0001-01-01"
"""What ABlog reads for a post without a date; our own date replaces it at once."""


def post_node(document: nodes.document, summary: Sequence[nodes.Node]) -> PostNode:
    """Return an empty post node around the *summary* that the author wrote, if any."""
    node = PostNode("", *summary)
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


def find_post_node(doctree: nodes.document) -> PostNode | None:
    """Return the post node of *doctree*, the first one."""
    return next(iter(doctree.findall(PostNode)), None)


def has_post_list(doctree: nodes.document) -> bool:
    """Say whether *doctree* lists posts, so that it changes when they do."""
    return any(True for _ in doctree.findall(PostList))
