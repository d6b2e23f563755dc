"""``iframe``, and what shows nothing without a network: API descriptions, Netlify."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from docutils import nodes

from sphinx_updates.hugo.links import is_dangerous, is_malformed
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html
from sphinx_updates.sphinx_ext.directives.parts.media import make_embed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_STYLE: Final = "min-height:98vh; border:none;"
_SANDBOX: Final = re.compile(r"(?:allow-[a-z-]+(?: |\Z))*")


def _build_iframe(request: Request) -> Sequence[nodes.Node]:
    """Build a frame.

    Differs from Hugo: no script changes its height, and it loads when it comes into
    view.
    """
    src = request.text("src").strip()
    if is_dangerous(src) or is_malformed(src):
        request.warn(f"{src!r} is not an address of a page on the web")
        return []
    name = request.text("name")
    title = name if name != "iframe-name" else urlsplit(src).netloc or src
    embed = make_embed(src, title=title, width=_length(request.text("width")))
    embed["attributes"] = {
        "id": request.text("id"),
        "class": request.text("class"),
        "name": name,
        "style": request.text("style") or _STYLE,
        **_sandbox(request),
    }
    if request.text("sub"):
        paragraph = nodes.paragraph("", "", *inline_html(request.text("sub")))
        embed.insert(0, paragraph)
    return [embed]


def _length(value: str) -> str:
    """Return a width as CSS: a bare number counts pixels."""
    value = value.replace(" ", "")
    return f"{value}px" if value.isdecimal() else value


def _sandbox(request: Request) -> dict[str, str]:
    """Return the attribute; a value that is none is the strictest one."""
    value = request.text("sandbox").strip()
    if value == "false":
        return {}
    if value == "true":
        return {"sandbox": ""}
    if not _SANDBOX.fullmatch(value):
        request.warn(
            "argument 'sandbox' must be true, false or words such as allow-scripts, "
            f"got {value!r}; everything is forbidden"
        )
        return {"sandbox": ""}
    return {"sandbox": value}


def _build_api(request: Request) -> Sequence[nodes.Node]:
    """Build a link to the description of an API.

    Differs from Hugo: what draws it there is a program from another site.
    """
    src = request.text("src").strip()
    path = "" if is_malformed(src) else urlsplit(src).path
    name = path.rstrip("/").rpartition("/")[2] or src
    link = request.make_link(src, [nodes.literal(name, name)])
    return [nodes.paragraph("", "", nodes.Text("API description: "), link)]


def _build_netlify(_request: Request) -> Sequence[nodes.Node]:
    text = "Facts about the build are left out: nothing is read from the environment."
    return [nodes.paragraph(text, text, classes=["updates-notice"])]


IFRAME = Definition(
    name="iframe",
    summary="Another page in a frame; a link where there are no frames.",
    primary="src",
    build=_build_iframe,
    plain=("src",),
    parameters=(
        Parameter("src", "The address of the page.", is_required=True),
        Parameter("width", "Width, such as `500` or `80%`.", "100%", kind=Kind.LENGTH),
        Parameter("style", "CSS of the frame.", _STYLE),
        Parameter(
            "tryautoheight",
            "Changes nothing here: it needs a script in the page.",
            "true",
            kind=Kind.FLAG,
        ),
        Parameter(
            "sandbox",
            "What the page may do: `false` for everything, `true` for nothing, or "
            "words such as `allow-scripts`.",
            "false",
        ),
        Parameter("name", "Name of the frame, and its title.", "iframe-name"),
        Parameter("id", "Id of the frame.", "iframe-id"),
        Parameter("class", "CSS classes of the frame."),
        Parameter("sub", "Text above the link where there are no frames, in HTML."),
    ),
    example=(
        '{{< iframe src="https://example.org/" name="An example" '
        'style="height: 12em; border: none;" sandbox=true >}}'
    ),
)

SWAGGERUI = Definition(
    name="swaggerui",
    summary="The description of an API: a link to it, since no program from another "
    "site is loaded to draw it.",
    primary="src",
    build=_build_api,
    plain=("src",),
    parameters=(
        Parameter("src", "The description: an address, or a file.", is_required=True),
    ),
    example='{{< swaggerui src="https://example.org/api/openapi.yaml" >}}',
)

REDOC = Definition(
    name="redoc",
    summary="The description of an API: a link to it, as for `swaggerui`.",
    primary="src",
    build=_build_api,
    plain=("src",),
    parameters=(
        Parameter(
            "src",
            "The description: an address, or a file.",
            position=0,
            is_required=True,
        ),
        Parameter(
            "attributes", "Changes nothing; Docsy cannot use it either.", position=1
        ),
    ),
    example='{{< redoc "https://example.org/api/openapi.yaml" >}}',
)

NETLIFY = Definition(
    name="td/site-build-info/netlify",
    summary="A notice in the place of facts about a build on Netlify: they come from "
    "the environment, which no page may read.",
    primary="team",
    build=_build_netlify,
    parameters=(
        Parameter("team", "Changes nothing here.", position=0),
        Parameter("repoURL", "Changes nothing here.", position=1),
    ),
    example="{{% td/site-build-info/netlify %}}",
)
