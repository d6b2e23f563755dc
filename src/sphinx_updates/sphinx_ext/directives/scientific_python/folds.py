"""``tabs`` and ``dropdown``: content of which a part is hidden at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx_design.icons import list_octicons

from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner
from sphinx_updates.sphinx_ext.directives.parts.design import (
    COLOURS,
    make_dropdown,
    make_tabs,
)
from sphinx_updates.sphinx_ext.directives.parts.icons import make_icon
from sphinx_updates.sphinx_ext.directives.scientific_python.bodies import (
    Body,
    from_body,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_FONT_AWESOME: Final = "fa-"
_OCTICONS: Final = frozenset(list_octicons())


@from_body
def _build_tabs(body: Body) -> Sequence[nodes.Node]:
    tabs = body.maps("tab")
    if not tabs:
        return []
    labels = [tab.text("name") for tab in tabs]
    contents = [tab.blocks("content") for tab in tabs]
    return [
        make_tabs(
            [
                ([nodes.Text(label)], content)
                for label, content in zip(labels, contents, strict=True)
            ]
        )
    ]


@from_body
def _build_dropdown(body: Body) -> Sequence[nodes.Node]:
    title: list[nodes.Node] = []
    if text := body.text("title"):
        title.append(nodes.Text(text))
    icon = body.text("icon").strip()
    is_font = icon.startswith(_FONT_AWESOME)
    if is_font:
        title.insert(0, make_icon([*body.classes("icon"), "sd-summary-icon"]))
    elif icon and icon not in _OCTICONS:
        body.request.warn(f"icon {icon!r} is not known; write an octicon or 'fa-…'")
        icon = ""
    colour = body.choice("color", COLOURS)
    animate = body.choice("animate", ("fade-in", "fade-in-slide-down"))
    return [
        make_dropdown(
            title,
            body.blocks("body"),
            is_open=body.is_on("open"),
            classes=[f"sd-{animate}"] if animate else [],
            title_classes=[f"sd-bg-{colour}", f"sd-bg-text-{colour}"] if colour else [],
            icon="" if is_font else icon,
            chevron=body.choice("chevron", ("right-down", "down-up")),
        )
    ]


TABS = Definition(
    name="tabs",
    summary="Tabs, the first one open: a list `tab`, each with `name` (plain text) and "
    "`content` (Markdown).",
    inner=Inner.DATA,
    build=_build_tabs,
    example="""{{< tabs >}}
[[tab]]
name = 'Linux'
content = 'Press the **left** button.'

[[tab]]
name = 'Windows'
content = 'Press the **right** button.'
{{< /tabs >}}""",
)
DROPDOWN = Definition(
    name="dropdown",
    summary="A card that opens on a click, with the keys `title` (plain text), "
    "`body` (Markdown), `open` (`true` or `false`), `color`, `icon` (an "
    "octicon such as `unlock`, or the classes of Font Awesome such as `fa-solid "
    "fa-eye`), `animate` (`fade-in` or `fade-in-slide-down`) and `chevron` "
    "(`right-down` or `down-up`).",
    inner=Inner.DATA,
    build=_build_dropdown,
    example="""{{< dropdown >}}
title = 'The answer'
icon = 'unlock'
color = 'info'
body = 'It is *forty-two*.'
{{< /dropdown >}}""",
)
