"""``figure``: an image with a title, a caption, an attribution and a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.figures import (
    dress_image,
    link_image,
    make_figure,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build what Hugo's figure prints: image, then title, caption and attribution.

    Source: hugo.md 2.7. Alternative text is ``alt``, else the caption as plain text.
    """
    caption = request.parse_inline(request.text("caption"))
    image = request.make_image(request.text("src"))
    dress_image(image, request, request.text("alt") or plain_text(caption))
    attribution = request.parse_inline(request.text("attr"))
    if attribution and request.text("attrlink"):
        attribution = [request.make_link(request.text("attrlink"), attribution)]
    if caption and attribution:
        caption = [*caption, nodes.Text(" ")]
    title = request.text("title")
    return [
        make_figure(
            link_image(image, request, request.text("link")),
            [*caption, *attribution],
            title=[nodes.Text(title)] if title else [],
            classes=request.text("class"),
        )
    ]


FIGURE = Definition(
    name="figure",
    summary="An image with a title, a caption, an attribution and a link.",
    primary="src",
    build=_build,
    plain=("caption", "title", "alt", "src"),
    example=(
        '{{< figure src="steps.png" alt="Boxes and arrows" width="300"\n'
        '  caption="From a post to a page" attr="our own drawing" >}}'
    ),
    parameters=(
        Parameter("src", "The image: a file of the page bundle, a path, or a URL."),
        Parameter("alt", "Alternative text; the caption as plain text if left out."),
        Parameter("width", "Width, such as `500` or `80%`.", kind=Kind.LENGTH),
        Parameter("height", "Height.", kind=Kind.LENGTH),
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
