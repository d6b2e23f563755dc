"""``blocks/…``: the parts that a front page is put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes
from sphinx_design.shared import create_component, is_component

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.docsy.values import find_image
from sphinx_updates.sphinx_ext.directives.parts.design import make_grid
from sphinx_updates.sphinx_ext.directives.parts.icons import make_icon
from sphinx_updates.sphinx_ext.directives.parts.markup import css_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_HEIGHTS: Final = ("auto", "min", "med", "max", "full")
_FEATURE: Final = "docsy-feature"
_READ_MORE: Final = "Read more"
_LOGO_WIDTH: Final = "70"


def _box(
    request: Request, kind: str, anchor: str, content: Sequence[nodes.Node]
) -> nodes.container:
    """Return a block with Docsy's classes, for the styles of a site, and its id."""
    colour = request.text("color").strip() or str(request.ordinal)
    height = (request.text("height").split() or ["auto"])[0]
    box = nodes.container("", *content, is_div=True)
    box["classes"] += [
        kind,
        css_class(f"{kind}--", colour),
        css_class(f"{kind}--height-", height),
    ]
    request.set_id(box, anchor)
    return box


def _build_cover(request: Request) -> Sequence[nodes.Node]:
    """Build the picture, the title and the text one below the other.

    Differs from Hugo: there the picture lies behind the text, under a shade.
    """
    height = request.text("height").split()
    if height and height[0] not in _HEIGHTS:
        request.warn(
            f"argument 'height' must begin with one of {', '.join(_HEIGHTS)}, "
            f"got {height[0]!r}"
        )
    content: list[nodes.Node] = []
    for part, width in (("background", ""), ("logo", _LOGO_WIDTH)):
        if found := find_image(request, part):
            image = request.make_image(found.path)
            image["alt"] = ""
            image["classes"] += ["no-scaled-link", f"td-cover-{part}"]
            if width:
                image["width"] = width
            content.append(image)
    if title := request.text("title"):
        # No heading: the page has its title, and the block may stand anywhere.
        rubric = nodes.rubric(
            title, title, classes=["td-cover-title", "sd-fs-2", "sd-border-0"]
        )
        content.append(rubric)
    if subtitle := request.text("subtitle"):
        classes = ["td-cover-subtitle", "sd-fs-5"]
        content.append(nodes.paragraph(subtitle, subtitle, classes=classes))
    content += request.parse_inner()
    if byline := request.text("byline"):
        content.append(nodes.paragraph(byline, byline, classes=["byline"]))
    anchor = f"td-cover-block-{request.ordinal}"
    box = _box(request, "td-cover-block", anchor, content)
    box["classes"].append("sd-text-center")
    return [box]


def _build_lead(request: Request) -> Sequence[nodes.Node]:
    anchor = f"td-block-{request.ordinal}"
    box = _box(request, "td-box", anchor, request.parse_inner())
    box["classes"] += ["lead", "sd-text-center"]
    return [box]


def _build_section(request: Request) -> Sequence[nodes.Node]:
    """Build a block; with ``type=row`` its features stand side by side."""
    content = request.parse_inner()
    if "row" in request.text("type").split():
        content = _in_columns(content)
    return [_box(request, "td-box", f"td-block-{request.ordinal}", content)]


def _in_columns(content: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *content* with each run of features in a grid."""
    made: list[nodes.Node] = []
    run: list[nodes.Element] = []
    for node in content:
        if is_component(node, _FEATURE):
            run.append(cast("nodes.Element", node))
            continue
        made += _grid(run)
        made.append(node)
        run = []
    return made + _grid(run)


def _grid(features: Sequence[nodes.Element]) -> list[nodes.Node]:
    return [make_grid(features, ("1", "1", "2", "3"))] if features else []


def _build_feature(request: Request) -> Sequence[nodes.Node]:
    """Build an icon, a title, text and a link, centred."""
    content: list[nodes.Node] = [_icon(request.text("icon"))]
    if title := request.parse_inline(request.text("title")):
        content.append(nodes.rubric("", "", *title, classes=["sd-border-0"]))
    content += request.parse_inner()
    if url := request.text("url"):
        text = request.text("url_text") or _READ_MORE
        link = request.make_link(url, [nodes.Text(text)])
        content.append(nodes.paragraph("", "", link))
    return [create_component(_FEATURE, ["sd-text-center"], children=content)]


def _icon(name: str) -> nodes.paragraph:
    """Return an icon of Font Awesome, which is nothing without its font."""
    names = [css_class("", part) for part in name.split()]
    if names[:1] not in (["fas"], ["fab"]):
        names.insert(0, "fas")
    return nodes.paragraph("", "", make_icon(names), classes=["sd-fs-2"])


def _build_link_down(request: Request) -> Sequence[nodes.Node]:
    """Build a link to the block behind the one that it stands in."""
    target = request.text("id").strip()
    if not target:
        if request.parent is None:
            request.warn(
                "it leads to the next block and must stand in one; give it an 'id'"
            )
            return []
        target = f"td-block-{request.parent.ordinal + 1}"
    link = request.make_link(f"#{target}", [nodes.Text(_READ_MORE)])
    link["classes"].append(css_class("text-", request.text("color") or "blue"))
    return [nodes.paragraph("", "", link)]


_COLOUR: Final = Parameter(
    "color",
    "Colour of the theme, a class for the styles of a site; the number of the block if "
    "left out.",
)


def _height(default: str) -> Parameter:
    return Parameter(
        "height",
        "How high it is; a class for the styles of a site.",
        default,
        kind=Kind.CHOICE,
        choices=_HEIGHTS,
    )


_CUT: Final = (
    "Which part of the {} Hugo keeps when it cuts the file; here it stays whole."
)

COVER = Definition(
    name="blocks/cover",
    summary="The top of a front page: the picture of the page bundle that has "
    "`background` in its name, the one that has `logo`, and a title below them.",
    primary="title",
    inner=Inner.NOTATION,
    build=_build_cover,
    plain=("title",),
    parameters=(
        Parameter("title", "The title, plain text."),
        Parameter("subtitle", "A line below the title, plain text."),
        Parameter(
            "color", "Colour of the theme; a class for the styles of a site.", "dark"
        ),
        Parameter(
            "height",
            "How high it is: `auto`, `min`, `med`, `max` or `full`, and more classes.",
            "max",
        ),
        Parameter("image_anchor", _CUT.format("picture"), "smart"),
        Parameter("logo_anchor", _CUT.format("logo"), "smart"),
        Parameter("byline", "Who made the picture, plain text."),
    ),
    example=(
        '{{< blocks/cover title="Field notes" subtitle="News from the station" >}}\n'
        "<p>All of it is free to read.</p>\n"
        "{{< /blocks/cover >}}"
    ),
)

LEAD = Definition(
    name="blocks/lead",
    summary="A few large sentences in the middle of a front page.",
    inner=Inner.NOTATION,
    build=_build_lead,
    parameters=(_COLOUR, _height("auto")),
    example=(
        "{{% blocks/lead %}}\nWe count **birds**, and we write it down.\n"
        "{{% /blocks/lead %}}"
    ),
)

SECTION = Definition(
    name="blocks/section",
    summary="A part of a front page.",
    inner=Inner.NOTATION,
    build=_build_section,
    parameters=(
        _COLOUR,
        Parameter("height", "How high it is; a class for the styles.", "auto"),
        Parameter(
            "type", "`row` for features side by side; otherwise text.", "container"
        ),
    ),
    example=(
        '{{< blocks/section type="row" >}}\n'
        '{{% blocks/feature icon="fa-feather" title="Birds" %}}\n'
        "Counted every morning.\n{{% /blocks/feature %}}\n"
        '{{% blocks/feature icon="fa-cloud" title="Weather" '
        'url="https://example.org/" %}}\n'
        "Measured every hour.\n{{% /blocks/feature %}}\n"
        "{{< /blocks/section >}}"
    ),
)

FEATURE = Definition(
    name="blocks/feature",
    summary="An icon, a title, some text and a link; several stand side by side in a "
    "`blocks/section` of the type `row`.",
    primary="title",
    inner=Inner.NOTATION,
    build=_build_feature,
    plain=("title",),
    parameters=(
        Parameter("title", "The title.", kind=Kind.MARKDOWN),
        Parameter("icon", "A Font Awesome icon.", "fa-lightbulb"),
        Parameter("url", "Where the link leads; without it there is none."),
        Parameter("url_text", "The text of the link.", _READ_MORE),
    ),
    example=(
        '{{% blocks/feature icon="fab fa-github" title="Open" '
        'url="https://example.org/" url_text="Join in" %}}\n'
        "Everybody can *help*.\n{{% /blocks/feature %}}"
    ),
)

LINK_DOWN = Definition(
    name="blocks/link-down",
    summary="A link to the next block.",
    primary="id",
    build=_build_link_down,
    parameters=(
        Parameter("id", "The id that it leads to; the next block's if left out."),
        Parameter("color", "Colour of the theme, a class.", "blue"),
    ),
    example=(
        "{{< blocks/cover >}}\n{{< blocks/link-down >}}\n{{< /blocks/cover >}}\n"
        "{{% blocks/lead %}}\nHere it leads.\n{{% /blocks/lead %}}"
    ),
)
