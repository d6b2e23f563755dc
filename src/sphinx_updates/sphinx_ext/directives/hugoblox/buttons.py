"""``button`` and ``cta``: links that look like buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.emojis import parse_line
from sphinx_updates.sphinx_ext.directives.parts.design import make_button
from sphinx_updates.sphinx_ext.directives.parts.figures import plain_text
from sphinx_updates.sphinx_ext.directives.parts.icons import icon_classes, make_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_STYLES: Final = {
    "primary": ("primary", False),
    "secondary": ("secondary", False),
    "outline": ("primary", True),
    "ghost": ("light", False),
}
_SIZES: Final = {
    "sm": ["sd-fs-6"],
    "md": [],
    "lg": ["sd-fs-5", "sd-px-4"],
    "xl": ["sd-fs-4", "sd-px-5", "sd-py-3"],
}
_CORNERS: Final = {
    "sm": ["sd-rounded-1"],
    "md": [],
    "lg": ["sd-rounded-2"],
    "xl": ["sd-rounded-3"],
    "full": ["sd-rounded-pill"],
}


def _build_button(request: Request) -> Sequence[nodes.Node]:
    words = request.text("text") or plain_text(
        request.parse_inline(request.inner_source().strip())
    )
    children: list[nodes.Node] = [nodes.Text(words)]
    if icon := icon_classes(request.text("icon")) if request.text("icon") else []:
        is_first = request.text("icon_position") != "right"
        children.insert(0 if is_first else 1, make_icon(icon))
        children.insert(1, nodes.Text(" "))
    colour, is_outline = _STYLES[request.text("style") or "primary"]
    if request.flag("disabled"):
        # A link that leads nowhere is text; it still looks like the others.
        button: nodes.Element = nodes.inline("", "", *children)
        button["classes"].append("disabled")
    else:
        button = request.make_link(request.text("url") or "#", children)
        if request.flag("new_tab"):
            button["target"], button["rel"] = "_blank", "noopener"
    make_button(button, colour, outline=is_outline)
    button["classes"] += _SIZES[request.text("size") or "md"]
    button["classes"] += _CORNERS[request.text("rounded") or "md"]
    if request.is_inline:
        return [button]
    align = request.text("align") or "left"
    return [nodes.paragraph("", "", button, classes=[f"sd-text-{align}"])]


BUTTON = Definition(
    name="button",
    summary="A link that looks like a button.",
    primary="url",
    inner=Inner.MARKDOWN,
    build=_build_button,
    plain=("text",),
    parameters=(
        Parameter("url", "Where it leads.", "#"),
        Parameter("text", "Its label; the inner content without markup if left out."),
        Parameter("new_tab", "Open it in a new tab.", "false", kind=Kind.FLAG),
        Parameter(
            "style", "Its look.", "primary", kind=Kind.CHOICE, choices=tuple(_STYLES)
        ),
        Parameter("size", "Its size.", "md", kind=Kind.CHOICE, choices=tuple(_SIZES)),
        Parameter(
            "align",
            "Where it stands, if it is alone in its paragraph.",
            "left",
            kind=Kind.CHOICE,
            choices=("left", "center", "right"),
        ),
        Parameter("icon", "An icon of Font Awesome beside the label."),
        Parameter(
            "icon_position",
            "On which side of the label the icon stands.",
            "left",
            kind=Kind.CHOICE,
            choices=("left", "right"),
        ),
        Parameter(
            "rounded",
            "How round its corners are.",
            "md",
            kind=Kind.CHOICE,
            choices=tuple(_CORNERS),
        ),
        Parameter("disabled", "Show it without the link.", "false", kind=Kind.FLAG),
    ),
    example=(
        '{{< button url="https://example.org/" style="outline" align="center" >}}\n'
        "Read more\n"
        "{{< /button >}}"
    ),
)


def _build_cta(request: Request) -> Sequence[nodes.Node]:
    """Build a paragraph with one or two links; the first one is a button."""
    group = nodes.paragraph("", "", classes=["cta-group"])
    for prefix in ("cta", "cta_alt"):
        words = request.text(f"{prefix}_text")
        if not words:
            continue
        children = parse_line(request, words)
        link = request.make_link(request.text(f"{prefix}_link") or "#", children)
        if request.flag(f"{prefix}_new_tab"):
            link["target"], link["rel"] = "_blank", "noopener"
        if prefix == "cta":
            make_button(link)
        if group.children:
            group += nodes.Text(" ")
        group += link
    if not group.children:
        request.warn("it has no 'cta_text', so there is nothing to show; add it")
        return []
    return [group]


CTA = Definition(
    name="cta",
    summary="A call to action: a large button, and another link beside it.",
    primary="cta_text",
    build=_build_cta,
    plain=("cta_text",),
    parameters=(
        Parameter("cta_text", "Label of the button, in Markdown."),
        Parameter("cta_link", "Where the button leads.", "#"),
        Parameter("cta_new_tab", "Open it in a new tab.", "false", kind=Kind.FLAG),
        Parameter("cta_alt_text", "Label of the other link, in Markdown."),
        Parameter("cta_alt_link", "Where the other link leads.", "#"),
        Parameter(
            "cta_alt_new_tab",
            "Open the other link in a new tab.",
            "false",
            kind=Kind.FLAG,
        ),
    ),
    example=(
        '{{< cta cta_text="Get started" cta_link="https://example.org/start/"\n'
        '    cta_alt_text="See the plans" cta_alt_link="https://example.org/plans/" >}}'
    ),
)
