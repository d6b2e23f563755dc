"""``slide`` and ``speaker_note``: slides of Reveal, shown as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.nodes import Details, HorizontalRule, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build_slide(request: Request) -> Sequence[nodes.Node]:
    """Build a rule: the call opens a slide, and what follows is its content."""
    rule = HorizontalRule()
    rule["classes"] += request.text("class").split()
    request.set_id(rule, request.text("id").strip())
    return [rule]


def _build_note(request: Request) -> Sequence[nodes.Node]:
    """Build a closed box: the audience does not see notes, a reader may."""
    note = Details("", Summary("", _("Notes")), *request.parse_inner())
    note["classes"].append("notes")
    note["open"] = False
    return [note]


SLIDE = Definition(
    name="slide",
    summary="The start of a slide, a rule across the page.",
    takes_more=True,
    build=_build_slide,
    parameters=(
        Parameter("id", "Name of the slide, for links to it."),
        Parameter("class", "CSS classes."),
    ),
    example='{{< slide background-color="#1e1e1e" >}}\n\nThe next slide.',
)

SPEAKER_NOTE = Definition(
    name="speaker_note",
    summary="A remark for the speaker; on a page it opens on a click.",
    inner=Inner.MARKDOWN,
    build=_build_note,
    example="{{% speaker_note %}}\nTell the *short* story here.\n{{% /speaker_note %}}",
)
