"""``figure`` of Wowchemy and Hugo Blox (bootstrap), which replaces Hugo's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _

from sphinx_updates.hugo.anchors import make_id
from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.emojis import parse_line
from sphinx_updates.sphinx_ext.directives.parts.figures import (
    dress_image,
    make_figure,
    plain_text,
)
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_LENGTH = re.compile(r"\d+(?:\.\d+)?\s*(%|[a-zA-Z]{2,4})?")
_COUNT = "sphinx_updates_numbered_figures"


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a figure: ``title`` is an older name of ``caption``."""
    caption = parse_line(request, request.text("caption") or request.text("title"))
    words = plain_text(caption)
    image = request.make_image(request.text("src"))
    dress_image(image, request, request.text("alt") or words)
    if request.text("theme").lower() in ("light", "dark"):
        image["classes"].append(f"img-{request.text('theme').lower()}")
    number = _number(request) if caption and request.flag("numbered") else []
    figure = make_figure(
        _linked(image, request), [*number, *caption], classes=request.text("class")
    )
    if match := _LENGTH.fullmatch(request.text("max_width").strip()):
        # A picture is never wider than its figure, and not made larger for it.
        unit = "" if match[1] else "px"
        figure["width"] = f"{match[0].replace(' ', '')}{unit}"
    style = project_of(request.env).settings.heading_id_style
    if name := make_id(request.text("id") or words, style):
        request.set_id(figure, f"figure-{name}")
    return [figure]


def _linked(image: nodes.Element, request: Request) -> nodes.Element:
    url = request.text("link")
    if not url or not isinstance(image, nodes.image):
        return image
    link = request.make_link(url, [image])
    link["classes"].append("image-reference")
    if is_external(url):
        link["target"], link["rel"] = "_blank", "noopener"
    return link


def _number(request: Request) -> list[nodes.Node]:
    """Return the number before the caption; LaTeX numbers every figure itself."""
    count = (request.env.temp_data.get(_COUNT) or 0) + 1
    request.env.temp_data[_COUNT] = count
    text = f"{_('Fig. %s') % count}: "
    number = nodes.inline(text, text, classes=["caption-number"])
    return [addnodes.only("", number, expr="not latex")]


FIGURE = Definition(
    name="figure",
    summary="An image with a caption; the one of Wowchemy, not Hugo's own.",
    primary="src",
    build=_build,
    plain=("caption", "title", "alt", "src"),
    parameters=(
        Parameter(
            "src",
            "The image: a file of the page bundle or of `assets/media`, or a URL.",
            is_required=True,
        ),
        Parameter("caption", "Caption, in Markdown."),
        Parameter("title", "An older name of `caption`."),
        Parameter("alt", "Alternative text; the caption as plain text if left out."),
        Parameter("link", "Where a click on the image leads."),
        Parameter(
            "id",
            "Name of the figure: a link to `#figure-ID` leads to it. The caption if "
            "left out.",
        ),
        Parameter("width", "Width, such as `500` or `80%`.", kind=Kind.LENGTH),
        Parameter("height", "Height.", kind=Kind.LENGTH),
        Parameter("max_width", "Width that the image does not go beyond."),
        Parameter("class", "CSS classes of the figure."),
        Parameter(
            "theme",
            "For which pages it is made: on others its colours are turned round.",
            kind=Kind.CHOICE,
            choices=("light", "dark"),
        ),
        Parameter(
            "numbered",
            "Number the figures of the page that have this.",
            "false",
            kind=Kind.FLAG,
        ),
        Parameter(
            "lightbox",
            "Whether a click makes the image large; accepted, and without effect.",
            "true",
            kind=Kind.FLAG,
        ),
    ),
    example=(
        '{{< figure src="steps.png" caption="From a post to a page, *step by step*."'
        '\n    id="steps" numbered="true" max_width="400px" >}}'
    ),
)
