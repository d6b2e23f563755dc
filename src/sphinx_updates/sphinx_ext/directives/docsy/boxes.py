"""``alert``, ``pageinfo``, ``comment``: text in a box, and text that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.admonitions import (
    KINDS,
    make_admonition,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import css_class, inline_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_COLOUR = "primary"


def _build_alert(request: Request) -> Sequence[nodes.Node]:
    """Build an admonition; its title is HTML, Markdown is not read in it."""
    colour = request.text("color").strip() or _COLOUR
    return [
        make_admonition(
            colour,
            request.parse_inner(),
            inline_html(request.text("title").strip()),
            classes=[css_class("alert-", colour)],
        )
    ]


def _build_pageinfo(request: Request) -> Sequence[nodes.Node]:
    """Build a box that looks like an admonition: it has no title, nor has Docsy's."""
    colour = request.text("color").strip() or _COLOUR
    kind = KINDS.get(colour.lower(), "note")
    classes = [
        "pageinfo",
        css_class("pageinfo-", colour),
        "admonition",
        kind,
        "sd-pt-3",
    ]
    box = nodes.container("", *request.parse_inner(), classes=classes, is_div=True)
    return [box]


ALERT = Definition(
    name="alert",
    summary="A note that stands out.",
    primary="title",
    inner=Inner.NOTATION,
    build=_build_alert,
    plain=("title",),
    parameters=(
        Parameter("title", "The title, plain text or HTML; Markdown is not read."),
        Parameter(
            "color",
            "What it looks like: a colour of the theme, such as `warning`, `danger`, "
            "`success` or `info`.",
            _COLOUR,
        ),
    ),
    example=(
        '{{% alert title="Before you start" color="warning" %}}\n'
        "Back up the **whole** folder first.\n"
        "{{% /alert %}}"
    ),
)

PAGEINFO = Definition(
    name="pageinfo",
    summary="A box for what holds for the whole page.",
    primary="color",
    inner=Inner.NOTATION,
    build=_build_pageinfo,
    parameters=(Parameter("color", "What it looks like, as for `alert`.", _COLOUR),),
    example=(
        '{{% pageinfo color="info" %}}\n'
        "These pages describe a version that is still *changing*.\n"
        "{{% /pageinfo %}}"
    ),
)

COMMENT = Definition(
    name="comment",
    summary="A remark for authors; nobody sees it.",
    inner=Inner.TEXT,
    build=lambda _request: [],
    text=lambda _arguments: "",
    is_substitution=True,
    example="Shown.{{% comment %}} Not shown. {{% /comment %}}",
)
