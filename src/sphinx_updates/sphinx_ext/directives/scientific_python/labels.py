"""``badge`` and ``button``: one word or two, in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.design import (
    COLOURS,
    make_badge,
    make_button,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_OUTLINE = "outline-"


def _build_badge(request: Request) -> Sequence[nodes.Node]:
    return [
        make_badge(
            [nodes.Text(request.inner_text().strip("\r\n"))],
            request.text("color"),
            outline=request.text("style") == "outline",
        )
    ]


def _build_button(request: Request) -> Sequence[nodes.Node]:
    style = request.text("style")
    label = nodes.Text(request.text("label"))
    return [
        make_button(
            request.make_link(request.text("link"), [label]),
            style.removeprefix(_OUTLINE),
            outline=style.startswith(_OUTLINE),
        )
    ]


BADGE = Definition(
    name="badge",
    summary="A small label in a line of text.",
    primary="color",
    inner=Inner.TEXT,
    build=_build_badge,
    parameters=(
        Parameter(
            "color",
            "The colour.",
            "primary",
            position=0,
            kind=Kind.CHOICE,
            choices=COLOURS,
        ),
        Parameter(
            "style",
            "`outline` for a coloured border instead of a coloured ground.",
            position=1,
            kind=Kind.CHOICE,
            choices=("outline",),
        ),
    ),
    example="A label: {{< badge success >}}new{{< /badge >}}, "
    "{{< badge danger outline >}}old{{< /badge >}}.",
)
BUTTON = Definition(
    name="button",
    summary="A link that looks like a button.",
    primary="link",
    build=_build_button,
    plain=("label",),
    parameters=(
        Parameter("link", "Where it leads.", is_required=True),
        Parameter("label", "What is on it, plain text.", is_required=True),
        Parameter(
            "style",
            "The colour, with `outline-` before it for a border instead of a ground.",
            "primary",
            kind=Kind.CHOICE,
            choices=(*COLOURS, *(f"{_OUTLINE}{colour}" for colour in COLOURS)),
        ),
    ),
    example='{{< button style="outline-info" label="Read on" '
    'link="https://example.org/" >}}',
)
