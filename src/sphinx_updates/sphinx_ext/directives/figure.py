"""``figure``: an image with a title, a caption, an attribution and a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Parameter,
    Request,
)
from sphinx_updates.sphinx_ext.nodes import FigureCaption, FigureText, FigureTitle

if TYPE_CHECKING:
    from collections.abc import Sequence

_LENGTH = re.compile(r"\d+(?:\.\d+)?\s*(?:%|[a-zA-Z]{0,4})")


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build what Hugo's figure prints: image, then title, caption and attribution.

    Source: hugo.md 2.7. Alternative text is ``alt``, else the caption as plain text.
    """
    caption = request.parse_inline(request.text("caption"))
    image = request.make_image(request.text("src"))
    _dress(image, request, caption)
    figure = nodes.figure("", _link(request, image))
    figure["classes"].extend(request.text("class").split())
    legend = _legend(request, caption)
    if legend:
        figure += legend
    return [figure]


def _dress(image: nodes.Element, request: Request, caption: list[nodes.Node]) -> None:
    # Without any of them Hugo prints no alt; docutils would print the file name.
    image["alt"] = request.text("alt") or "".join(node.astext() for node in caption)
    image["classes"].append("no-scaled-link")
    for side in ("width", "height"):
        value = request.text(side).strip()
        if not value:
            continue
        if _LENGTH.fullmatch(value):
            image[side] = value.replace(" ", "")
        else:
            request.warn(
                f"argument {side!r} must be a length such as 500 or 80%, "
                f"got {value!r}; it is left out"
            )
    if request.text("loading") in ("lazy", "eager"):
        image["loading"] = request.text("loading")


def _link(request: Request, image: nodes.Element) -> nodes.Element:
    if not request.text("link") or not isinstance(image, nodes.image):
        return image
    reference = request.make_link(request.text("link"), [image])
    for name in ("target", "rel"):
        if request.text(name):
            reference[name] = request.text(name)
    reference["classes"].append("image-reference")
    return reference


def _legend(request: Request, caption: list[nodes.Node]) -> list[nodes.Node]:
    """Return the caption node: the title, then caption and attribution in one line."""
    parts: list[nodes.Node] = []
    if request.text("title"):
        parts.append(FigureTitle("", request.text("title")))
    attribution = request.parse_inline(request.text("attr"))
    if attribution and request.text("attrlink"):
        attribution = [request.make_link(request.text("attrlink"), attribution)]
    if caption and attribution:
        caption = [*caption, nodes.Text(" ")]
    if caption or attribution:
        parts.append(FigureText("", "", *caption, *attribution))
    if len(parts) > 1:
        parts.insert(1, nodes.Text(" "))  # writers without lines run them together
    return [FigureCaption("", "", *parts)] if parts else []


FIGURE = Definition(
    name="figure",
    summary="An image with a title, a caption, an attribution and a link.",
    primary="src",
    build=_build,
    plain=("caption", "title", "alt", "src"),
    parameters=(
        Parameter("src", "The image: a file of the page bundle, a path, or a URL."),
        Parameter("alt", "Alternative text; the caption as plain text if left out."),
        Parameter("width", "Width, such as `500` or `80%`."),
        Parameter("height", "Height."),
        Parameter("loading", "`lazy` or `eager`."),
        Parameter("class", "CSS classes of the figure."),
        Parameter("link", "Where a click on the image leads."),
        Parameter("target", "Target of that link, such as `_blank`."),
        Parameter("rel", "Relation of that link, such as `noopener`."),
        Parameter("title", "Title above the caption, plain text."),
        Parameter("caption", "Caption, in Markdown."),
        Parameter("attr", "Attribution behind the caption, in Markdown."),
        Parameter("attrlink", "Where the attribution leads."),
    ),
)
