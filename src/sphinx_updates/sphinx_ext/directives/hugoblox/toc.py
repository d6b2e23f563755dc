"""``toc``: the headings of the page as a list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.contents import PageContents
from sphinx_updates.sphinx_ext.i18n import _
from sphinx_updates.sphinx_ext.nodes import Details, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_SCREENS: Final = ("sm", "md", "lg", "xl")


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a box that opens on a click; other formats show its list."""
    box = Details("", Summary("", _("Table of Contents")), PageContents())
    box["classes"].append("toc-inpage")
    box["open"] = request.flag("is_open")
    if request.flag("mobile_only"):
        box["classes"].append("sd-d-lg-none")
    if screen := request.text("hide_on"):
        box["classes"].append(f"sd-d-{screen}-none")
    if screen := request.text("show_on"):
        box["classes"] += ["sd-d-none", f"sd-d-{screen}-block"]
    return [box]


TOC = Definition(
    name="toc",
    summary="The headings of the page, two levels of them, as a list of links.",
    build=_build,
    parameters=(
        Parameter("is_open", "Whether the list is open.", "true", kind=Kind.FLAG),
        Parameter(
            "mobile_only", "Show it on small screens only.", "false", kind=Kind.FLAG
        ),
        Parameter(
            "hide_on",
            "Hide it on screens of this size and larger.",
            kind=Kind.CHOICE,
            choices=_SCREENS,
        ),
        Parameter(
            "show_on",
            "Show it on screens of this size and larger only.",
            kind=Kind.CHOICE,
            choices=_SCREENS,
        ),
    ),
    example="{{< toc is_open=true >}}",
)
