"""``spoiler``: content that opens on a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.emojis import parse_line
from sphinx_updates.sphinx_ext.nodes import Details, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build(request: Request) -> Sequence[nodes.Node]:
    summary = parse_line(request, request.text("text"))
    details = Details("", Summary("", "", *summary), *request.markdownify_inner())
    details["classes"] += ["spoiler", *request.text("class").split()]
    details["open"] = False
    if request.text("style"):
        details["html_style"] = request.text("style")
    request.set_id(details, f"spoiler-{request.ordinal}")
    return [details]


SPOILER = Definition(
    name="spoiler",
    summary="Content that opens on a click.",
    primary="text",
    inner=Inner.MARKDOWN,
    build=_build,
    plain=("text",),
    parameters=(
        Parameter(
            "text", "The line that is always shown, in Markdown.", is_required=True
        ),
        Parameter("class", "CSS classes."),
        Parameter("style", "CSS declarations for the box, in HTML only."),
    ),
    example=(
        '{{< spoiler text="Show the answer" >}}\nIt is *forty-two*.\n{{< /spoiler >}}'
    ),
)
