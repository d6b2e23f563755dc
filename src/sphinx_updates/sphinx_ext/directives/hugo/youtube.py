"""``youtube``: an embedded video."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

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

_VIDEO_ID = re.compile(r"[\w-]{1,64}")
_DEFAULT_TITLE = "YouTube video"


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a frame in HTML and a link elsewhere.

    Differs from Hugo: the address is youtube-nocookie.com, Hugo's own choice under
    ``privacyEnhanced``, and the frame loads when it comes into view: nobody asked
    the readers of a documentation site whether they want to be followed.
    """
    if request.privacy("youtube", "disable"):
        return []
    video = request.text("id")
    if not _VIDEO_ID.fullmatch(video):
        found = f"got {video!r}" if video else "none is given"
        request.warn(f"an id of a video is required, {found}")
        return []
    embed = make_embed(
        f"https://www.youtube-nocookie.com/embed/{video}?{urlencode(_query(request))}",
        title=request.text("title") or _DEFAULT_TITLE,
        url=f"https://www.youtube.com/watch?v={video}",
        loading=request.text("loading"),
        fullscreen=request.flag("allowFullScreen"),
    )
    embed["classes"].extend(request.text("class").split())
    return [embed]


def _query(request: Request) -> dict[str, str]:
    """Return the player's parameters; autoplay is muted, or browsers refuse it."""
    autoplay = request.flag("autoplay")
    flags = {
        "autoplay": autoplay,
        "controls": request.flag("controls"),
        "loop": request.flag("loop"),
        "mute": autoplay or request.flag("mute"),
    }
    query = {name: str(int(on)) for name, on in flags.items()}
    for name in ("start", "end"):
        query[name] = str(request.number(name))
    if flags["loop"]:
        query["playlist"] = request.text("id")
    return dict(sorted(query.items()))


YOUTUBE = Definition(
    name="youtube",
    summary="An embedded YouTube video, from the host that sets no cookies.",
    primary="id",
    build=_build,
    plain=("title", "id"),
    example='{{< youtube id="aqz-KE-bpKQ" title="A short film" start=10 >}}',
    parameters=(
        Parameter("id", "The id of the video.", position=0),
        Parameter("title", "Title of the frame.", _DEFAULT_TITLE),
        Parameter("start", "Second at which it starts.", "0", kind=Kind.NUMBER),
        Parameter("end", "Second at which it stops.", "0", kind=Kind.NUMBER),
        Parameter("autoplay", "Start at once, muted.", "false", kind=Kind.FLAG),
        Parameter("controls", "Show the controls.", "true", kind=Kind.FLAG),
        Parameter("loop", "Start again at the end.", "false", kind=Kind.FLAG),
        Parameter("mute", "Start without sound.", "false", kind=Kind.FLAG),
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
