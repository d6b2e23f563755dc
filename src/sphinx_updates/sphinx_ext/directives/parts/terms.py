"""Links to the pages of tags and categories, which exist when all pages are read."""

from __future__ import annotations

from docutils import nodes


class TermReference(nodes.Inline, nodes.TextElement):
    """A tag or a category, by its ``kind`` and its ``label``; see ``terms``."""


def term_reference(kind: str, label: str) -> TermReference:
    """Return *label* as a link to its page, where a builder writes one.

    :param kind: ``tags`` or ``category``.
    """
    return TermReference(label, label, kind=kind, label=label)
