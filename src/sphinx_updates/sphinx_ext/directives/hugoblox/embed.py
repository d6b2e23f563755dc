"""``embed``: a card about a model, a data set, a repository or a page elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.design import covering_link, make_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_RESOURCE: Final = re.compile(r"[\w.-]+(?:/[\w.-]+){0,2}", re.ASCII)
_HUGGING_FACE: Final = {"dataset": "datasets/", "space": "spaces/"}
_NAMES: Final = {"huggingface": "Hugging Face", "github": "GitHub"}


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build the card from what the author says; nothing is fetched.

    Differs from Hugo Blox, which asks the other site for a title, a description and
    numbers while it builds.
    """
    resource = _resource(request)
    url = request.text("url").strip() or _address(request, resource)
    title = request.text("title") or resource or url
    if not title:
        request.warn("it needs a 'resource' or a 'url'; the call is left out")
        return []
    kind = request.text("type")
    names = filter(None, (_NAMES.get(request.text("platform")), kind))
    subtitle = " · ".join(names)
    header: list[nodes.Node] = []
    if src := request.text("image").strip():
        image = request.make_image(src)
        image["alt"] = ""
        header.append(image)
    return [
        make_card(
            request.parse_block(request.text("description")),
            title=[nodes.Text(title)],
            subtitle=[nodes.Text(subtitle)] if subtitle else (),
            header=header,
            link=covering_link(request, url, title) if url else None,
        )
    ]


def _resource(request: Request) -> str:
    """Return the name of the resource, with its owner."""
    name = request.text("resource").strip().strip("/")
    user = request.text("user").strip().strip("/")
    return f"{user}/{name}".strip("/") if user and "/" not in name else name


def _address(request: Request, resource: str) -> str:
    """Return where a resource of a platform is; empty if nobody can say."""
    platform = request.text("platform")
    if not resource or platform not in _NAMES:
        return ""
    if not _RESOURCE.fullmatch(resource):
        request.warn(f"'resource' must be a name such as owner/name, got {resource!r}")
        return ""
    if platform == "github":
        return f"https://github.com/{resource}"
    folder = _HUGGING_FACE.get(request.text("type").lower(), "")
    return f"https://huggingface.co/{folder}{resource}"


EMBED = Definition(
    name="embed",
    summary="A card about a model, a data set, a repository or a page elsewhere.",
    primary="resource",
    build=_build,
    plain=("title", "resource", "url"),
    parameters=(
        Parameter(
            "platform",
            "Where the resource is.",
            "custom",
            kind=Kind.CHOICE,
            choices=("huggingface", "github", "custom"),
        ),
        Parameter("resource", "Its name there, such as `owner/name`."),
        Parameter("type", "What it is: `model`, `dataset`, `space`, `repo`."),
        Parameter("title", "Title of the card; the name of the resource if left out."),
        Parameter("description", "Text of the card, in Markdown."),
        Parameter("url", "Where the card leads; the resource if left out."),
        Parameter("user", "Owner of the resource, if its name does not say it."),
        Parameter("image", "A picture for the card: a file of the bundle, or a URL."),
        Parameter(
            "thumbnail",
            "Accepted, and without effect: no picture is fetched.",
            "false",
            kind=Kind.FLAG,
        ),
        Parameter(
            "width",
            "Accepted, and without effect: pictures are used as they are.",
            "800",
            kind=Kind.NUMBER,
        ),
        Parameter("height", "As `width`.", "600", kind=Kind.NUMBER),
        Parameter("quality", "As `width`.", "80", kind=Kind.NUMBER),
        Parameter("formats", "As `width`."),
    ),
    example=(
        '{{< embed platform="github" resource="example/weather" type="repo"\n'
        '    description="Forecasts for **gardeners**." >}}'
    ),
)
