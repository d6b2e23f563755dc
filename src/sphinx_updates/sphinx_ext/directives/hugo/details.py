"""``details``: content that opens on a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.nodes import Details, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_DEFAULT_SUMMARY = "Details"


def _build(request: Request) -> Sequence[nodes.Node]:
    summary = request.parse_inline(request.text("summary") or _DEFAULT_SUMMARY)
    details = Details("", Summary("", "", *summary), *request.parse_inner())
    details["classes"].extend(request.text("class").split())
    details["open"] = request.flag("open")
    for name in ("name", "title"):
        if request.text(name):
            details[f"html_{name}"] = request.text(name)
    return [details]


DETAILS = Definition(
    name="details",
    summary="Content that opens on a click.",
    primary="summary",
    inner=Inner.MARKDOWN,
    build=_build,
    plain=("summary",),
    example=(
        '{{< details summary="How was this measured?" >}}\n'
        "Three runs of the *whole* pipeline, the slowest one counts.\n"
        "{{< /details >}}"
    ),
    parameters=(
        Parameter(
            "summary", "The line that is always shown, in Markdown.", _DEFAULT_SUMMARY
        ),
        Parameter("open", "Whether it is open at first.", "false", kind=Kind.FLAG),
        Parameter("name", "Of several with one name, only one is open at a time."),
        Parameter("title", "Tooltip."),
        Parameter("class", "CSS classes."),
    ),
)
