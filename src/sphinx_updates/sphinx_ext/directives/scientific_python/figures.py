"""``figure``, ``image`` and ``smallimg``: pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.figures import (
    dress_image,
    make_figure,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_SIDES: Final = ("left", "center", "right")
_NO_SIDES: Final = ("default", "top", "middle", "bottom")
"""Alignments that make no difference to a figure; ``middle`` is met in real sites."""


def _make_picture(request: Request) -> nodes.Element:
    """Return the image, or one for light themes and one for dark ones, in a link.

    Only one of the two is for paper.
    """
    light = request.text("src") or request.text("lightsrc")
    dark = "" if request.text("src") else request.text("darksrc")
    if not light or not dark:
        return _make_image(request, light or dark)
    both = nodes.inline("", "")
    both += _make_image(request, light, "only-light")
    both += addnodes.only("", _make_image(request, dark, "only-dark"), expr="html")
    return both


def _make_image(request: Request, src: str, *classes: str) -> nodes.Element:
    image = dress_image(request.make_image(src), request, request.text("alt"))
    image["classes"] += classes
    target = request.text("target").strip()
    if not target:
        return image
    link = request.make_link(target, [image])
    # Outside of text the writers know links of images only.
    return link if isinstance(image, nodes.image) else nodes.inline("", "", link)


def _align(picture: nodes.Element, side: str) -> None:
    for image in picture.findall(nodes.image):
        image["align"] = side


def _build_figure(request: Request) -> Sequence[nodes.Node]:
    """Build the picture, then title, attribution, caption and legend, in this order."""
    caption = phrases(request, request.text("caption"))
    text: list[nodes.Node] = []
    if attribution := request.text("attribution"):
        text.append(nodes.Text(attribution))
        if link := request.text("attributionlink").strip():
            text = [request.make_link(link, text)]
        if caption:
            text.append(nodes.Text(" "))
    title = request.text("title")
    figure = make_figure(
        _make_picture(request),
        [*text, *caption],
        title=[nodes.Text(title)] if title else [],
    )
    if legend := request.text("legend"):
        figure += nodes.legend("", *request.parse_block(legend))
    if (side := request.text("align")) in _SIDES:
        figure["align"] = side
    return [figure]


def _build_image(request: Request) -> Sequence[nodes.Node]:
    picture = _make_picture(request)
    if (side := request.text("align")) in _SIDES:
        _align(picture, side)
    return [picture]


def _build_small(request: Request) -> Sequence[nodes.Node]:
    image = dress_image(
        request.make_image(request.text("src")), request, request.text("alt")
    )
    if side := request.text("smartfloat"):
        image["align"] = side
    return [image]


_WIDTH = Parameter("width", "Width, such as `500`, `200px` or `80%`.", kind=Kind.LENGTH)
_IMAGE = (
    Parameter("src", "The image: a file beside the page, a path, or a URL."),
    Parameter("lightsrc", "Without `src`: the image for light themes."),
    Parameter("darksrc", "Without `src`: the image for dark themes."),
    Parameter("alt", "Alternative text."),
    Parameter(
        "align",
        "Where it stands; `top`, `middle` and `bottom` change nothing.",
        "default",
        kind=Kind.CHOICE,
        choices=(*_SIDES, *_NO_SIDES),
    ),
    _WIDTH,
    Parameter("height", "Height.", kind=Kind.LENGTH),
    Parameter(
        "loading", "When it is loaded.", kind=Kind.CHOICE, choices=("lazy", "eager")
    ),
    Parameter("target", "Where a click on the image leads."),
)

FIGURE = Definition(
    name="figure",
    summary="An image with a title, a caption and a legend. The arguments `attr`, "
    "`attrlink`, `link` and `class` of Hugo's own shortcode are not read.",
    primary="src",
    build=_build_figure,
    plain=("caption", "title", "alt", "src"),
    parameters=(
        *_IMAGE,
        Parameter("title", "Title, plain text."),
        Parameter("caption", "Caption, in Markdown."),
        Parameter("legend", "What stands below the caption, in Markdown."),
        Parameter("attribution", "Who made the image, plain text."),
        Parameter("attributionlink", "Where the attribution leads."),
    ),
    example="""{{< figure
  src="steps.png"
  alt="Three boxes in a row"
  width="60%"
  title="The way"
  caption="From *text* to pages"
  attribution="Drawn by us"
  attributionlink="https://example.org/"
  legend="Each box is a step."
>}}""",
)
IMAGE = Definition(
    name="image",
    summary="An image, also in a line of text.",
    primary="src",
    build=_build_image,
    plain=("alt", "src"),
    parameters=_IMAGE,
    example='{{< image src="steps.png" alt="Three boxes in a row" width="200" >}}',
)
SMALLIMG = Definition(
    name="smallimg",
    summary="A small image that text may flow around; of Matplotlib's blog.",
    primary="src",
    build=_build_small,
    plain=("alt", "src"),
    parameters=(
        Parameter("src", "The image: a file beside the page, a path, or a URL."),
        Parameter("alt", "Alternative text."),
        _WIDTH,
        Parameter(
            "smartfloat",
            "The side on which it stands.",
            kind=Kind.CHOICE,
            choices=("left", "right"),
        ),
    ),
    example='{{< smallimg src="steps.png" alt="Three boxes in a row" width="120px" >}}',
)
