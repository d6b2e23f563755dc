"""Paragraphs hold phrases and nothing else: both directions of making it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_updates.sphinx_ext.nodes import MissingImage

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_paragraphs(made: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *made* with every run of inline nodes in a paragraph: blocks only."""
    blocks: list[nodes.Node] = []
    paragraph: nodes.paragraph | None = None
    for node in made:
        if paragraph is None and _is_phrase(node):
            paragraph = nodes.paragraph("", "")
            blocks.append(paragraph)
        elif _is_block(node):
            paragraph = None
        (blocks if paragraph is None else paragraph).append(node)
    return blocks


def out_of_paragraph(made: list[nodes.Node]) -> list[nodes.Node]:
    """Return the parts of a paragraph that is all of *made*; else *made*."""
    if len(made) == 1 and isinstance(made[0], nodes.paragraph):
        return list(made[0].children)
    return made


def _is_phrase(node: nodes.Node) -> bool:
    """Say whether *node* is text, which has to stand in a paragraph."""
    return isinstance(node, nodes.Text | nodes.Inline) and not isinstance(
        node, nodes.image | nodes.raw | nodes.Invisible | MissingImage
    )


def lift_blocks(root: nodes.Element) -> None:
    """Split every paragraph that holds block nodes, as browsers close a ``<p>``.

    A call in the middle of a paragraph may make a figure; the text before it and the
    text behind it become paragraphs of their own.
    """
    for paragraph in list(root.findall(nodes.paragraph)):
        if not any(_is_block(child) for child in paragraph.children):
            continue
        parts: list[nodes.Node] = []
        part: nodes.Element | None = None
        for child in list(paragraph.children):
            if _is_block(child):
                parts.append(child)
                part = None
                continue
            if part is None:
                part = type(paragraph)("", "")
                part.source, part.line = paragraph.source, paragraph.line
                parts.append(part)
            starts = isinstance(child, nodes.Text) and not part.children
            part.append(nodes.Text(child.astext().lstrip()) if starts else child)
        paragraph.parent.replace(
            paragraph,
            [part for part in parts if not _is_blank(part)],
        )


def _is_blank(part: nodes.Node) -> bool:
    return isinstance(part, nodes.paragraph) and all(
        isinstance(child, nodes.Text) and not child.strip() for child in part.children
    )


def _is_block(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Body | nodes.rubric) and not isinstance(
        node, nodes.Inline | nodes.image | nodes.raw | addnodes.only
    )
