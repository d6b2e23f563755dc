"""Admonitions with any title, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.locale import admonitionlabels

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS: Final = {
    "abstract": "note",
    "alert": "warning",
    "attention": "attention",
    "bug": "danger",
    "caution": "caution",
    "danger": "danger",
    "dark": "note",
    "error": "error",
    "example": "note",
    "failure": "error",
    "hint": "hint",
    "important": "important",
    "info": "note",
    "light": "note",
    "note": "note",
    "primary": "note",
    "question": "note",
    "quote": "note",
    "secondary": "note",
    "seealso": "seealso",
    "success": "tip",
    "summary": "note",
    "tip": "tip",
    "todo": "note",
    "warning": "warning",
}
"""What a theme's kind of alert looks like, as one of docutils' admonitions."""

GENERIC_TITLE: Final = "updates-admonition-title"
"""Class of a title that nobody wrote: Hugo's page shows a colour or an icon instead,
and writers without colours need a word."""


def make_admonition(
    kind: str,
    body: Sequence[nodes.Node],
    title: Sequence[nodes.Node] = (),
    *,
    classes: Sequence[str] = (),
) -> nodes.admonition:
    """Return an admonition that looks like its *kind*; any word will do.

    :param title: Inline nodes; without them the kind's name in the language of the
        site.
    """
    known = KINDS.get(kind.lower(), "note")
    admonition = nodes.admonition("", classes=[known, *classes])
    if title:
        admonition += nodes.title("", "", *title)
    else:
        label = str(admonitionlabels.get(known, known.capitalize()))
        admonition += nodes.title(label, label, classes=[GENERIC_TITLE])
    admonition.extend(body)
    return admonition
