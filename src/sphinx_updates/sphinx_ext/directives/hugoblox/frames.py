"""``gdocs`` and ``bilibili``: documents and videos of other sites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sphinx_updates.hugo.links import is_dangerous, is_malformed
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.media import make_embed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_BILIBILI_ID = re.compile(r"[A-Za-z0-9]{1,32}")


def _build_gdocs(request: Request) -> Sequence[nodes.Node]:
    src = request.text("src").strip()
    url = f"https:{src}" if src.startswith("//") else src
    is_web = url.lower().startswith(("https://", "http://"))
    if not is_web or is_malformed(url) or is_dangerous(url):
        request.warn(f"'src' must be an address that starts with https://, got {src!r}")
        return []
    return [make_embed(url, title="Google Docs")]


def _build_bilibili(request: Request) -> Sequence[nodes.Node]:
    video = request.text("id").strip()
    if not _BILIBILI_ID.fullmatch(video):
        request.warn(
            f"an id of a video such as BV1xx411c7mD is required, got {video!r}"
        )
        return []
    page = request.number("p") or 1
    # The player starts by itself unless it is told not to.
    query = urlencode({"bvid": video, "page": page, "autoplay": 0})
    return [
        make_embed(
            f"https://player.bilibili.com/player.html?{query}",
            title="Bilibili video",
            url=f"https://www.bilibili.com/video/{video}?p={page}",
        )
    ]


GDOCS = Definition(
    name="gdocs",
    summary="A published document of Google Docs, Sheets, Slides or Forms in a frame.",
    primary="src",
    build=_build_gdocs,
    plain=("src",),
    parameters=(
        Parameter(
            "src",
            "The address that Google gives for embedding.",
            position=0,
            is_required=True,
        ),
    ),
    example=(
        '{{< gdocs src="https://docs.google.com/presentation/d/e/example/embed" >}}'
    ),
)

BILIBILI = Definition(
    name="bilibili",
    summary="An embedded video of Bilibili.",
    primary="id",
    build=_build_bilibili,
    plain=("id",),
    parameters=(
        Parameter("id", "The id of the video.", position=0, is_required=True),
        Parameter("p", "Which part of it is shown.", "1", position=1, kind=Kind.NUMBER),
    ),
    example="{{< bilibili BV1xx411c7mD >}}",
)
