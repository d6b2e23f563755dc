"""``icon``: a small sign in a line of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.icons import icon_classes, make_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)?")


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build the icon; one that stands alone has its name as well.

    Beside words an icon is decoration, so formats without icons and readers who
    listen miss nothing. Alone it is all there is.
    """
    name = request.text("name").strip()
    if not name.isascii():
        return [nodes.Text(name)]  # an emoji is its own picture
    if not _NAME.fullmatch(name):
        request.warn(f"{name!r} is no name of an icon, such as 'envelope'")
        return []
    classes = icon_classes(name, request.text("pack"))
    if classes:
        for side, short in (("padding_left", "pl"), ("padding_right", "pr")):
            if number := request.number(side):
                classes.append(f"{short}-{number}")
        if request.flag("fixed_width"):
            classes.append("fa-fw")
    made: list[nodes.Node] = [make_icon(classes)] if classes else []
    if not request.is_inline:
        words = name.rpartition("/")[2].replace("-", " ").replace("_", " ")
        hidden = nodes.inline("", words, classes=["sd-visually-hidden"])
        made.append(hidden if classes else nodes.Text(words))
    return made


ICON = Definition(
    name="icon",
    summary=(
        "An icon in a line of text, where the theme brings the font that has it. One "
        "that stands alone shows its name in other formats."
    ),
    primary="name",
    build=_build,
    parameters=(
        Parameter(
            "name",
            "Name of the icon, such as `envelope` or `brands/github`.",
            is_required=True,
        ),
        Parameter(
            "pack",
            "Pack of icons: `fas`, `far` or `fab` of Font Awesome, `ai` of "
            "Academicons. Icons of other packs are left out.",
            "fas",
        ),
        Parameter("padding_left", "Space before it, 1 to 5.", kind=Kind.NUMBER),
        Parameter("padding_right", "Space behind it, 1 to 5.", "1", kind=Kind.NUMBER),
        Parameter("fixed_width", "Give all icons one width.", "true", kind=Kind.FLAG),
    ),
    example='{{< icon name="envelope" pack="fas" >}} Write to us.',
)
