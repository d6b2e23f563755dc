"""``vimeo``: an embedded video."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugo.posts import make_post_link
from sphinx_updates.sphinx_ext.directives.parts.media import make_embed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_VIDEO_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_DEFAULT_TITLE = "Vimeo video"


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a frame in HTML and a link elsewhere.

    Differs from Hugo: the player is asked not to follow readers, Hugo's own choice
    under ``enableDNT``, and the frame loads when it comes into view.
    """
    if request.privacy("vimeo", "disable"):
        return []
    video = request.text("id").strip()
    if not _VIDEO_ID.fullmatch(video):
        found = f"got {video!r}" if video else "none is given"
        request.warn(f"an id of a video is required, {found}")
        return []
    title = request.text("title") or _DEFAULT_TITLE
    url = f"https://vimeo.com/{video}"
    if request.name == "vimeo_simple" or request.privacy("vimeo", "simple"):
        return [make_post_link(title, url)]
    embed = make_embed(
        f"https://player.vimeo.com/video/{video}?dnt=1",
        title=title,
        url=url,
        loading=request.text("loading"),
        fullscreen=request.flag("allowFullScreen"),
    )
    embed["classes"].extend(request.text("class").split())
    return [embed]


def _vimeo(name: str, summary: str) -> Definition:
    return Definition(
        name=name,
        summary=summary,
        primary="id",
        build=_build,
        plain=("title", "id"),
        example=f'{{{{< {name} id=76979871 title="A film" >}}}}',
        parameters=(
            Parameter("id", "The id of the video.", position=0, is_required=True),
            Parameter("title", "Title of the frame.", _DEFAULT_TITLE),
            Parameter("allowFullScreen", "Allow full screen.", "true", kind=Kind.FLAG),
            Parameter(
                "loading",
                "When the frame is fetched.",
                "lazy",
                kind=Kind.CHOICE,
                choices=("lazy", "eager"),
            ),
            Parameter("class", "CSS classes of the frame's box."),
        ),
    )


VIMEO = _vimeo("vimeo", "An embedded Vimeo video that does not follow readers.")
VIMEO_SIMPLE = _vimeo("vimeo_simple", "A link to a Vimeo video.")
