"""``youtube``: an embedded video."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Parameter,
    Request,
)
from sphinx_updates.sphinx_ext.nodes import Embed

if TYPE_CHECKING:
    from collections.abc import Sequence

_VIDEO_ID = re.compile(r"[\w-]{1,64}")
_DEFAULT_TITLE = "YouTube video"


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a frame in HTML and a link elsewhere.

    Differs from Hugo: the address is youtube-nocookie.com, Hugo's own choice under
    ``privacyEnhanced``, and the frame loads when it comes into view: nobody asked
    the readers of a documentation site whether they want to be followed.
    """
    video = request.text("id")
    if not _VIDEO_ID.fullmatch(video):
        found = f"got {video!r}" if video else "none is given"
        request.warn(f"an id of a video is required, {found}")
        return []
    embed = Embed(
        src=f"https://www.youtube-nocookie.com/embed/{video}?{urlencode(_query(request))}",
        title=request.text("title") or _DEFAULT_TITLE,
        loading=request.text("loading")
        if request.text("loading") == "eager"
        else "lazy",
        allowfullscreen=request.flag("allowFullScreen", default=True),
    )
    embed["classes"].extend(request.text("class").split())
    link = nodes.reference(
        "", embed["title"], refuri=f"https://www.youtube.com/watch?v={video}"
    )
    embed += nodes.paragraph("", "", link)
    return [embed]


def _query(request: Request) -> dict[str, str]:
    """Return the player's parameters; autoplay is muted, or browsers refuse it."""
    autoplay = request.flag("autoplay")
    flags = {
        "autoplay": autoplay,
        "controls": request.flag("controls", default=True),
        "loop": request.flag("loop"),
        "mute": autoplay or request.flag("mute"),
    }
    query = {name: str(int(on)) for name, on in flags.items()}
    for name in ("start", "end"):
        query[name] = request.text(name) if request.text(name).isdecimal() else "0"
    if flags["loop"]:
        query["playlist"] = request.text("id")
    return dict(sorted(query.items()))


YOUTUBE = Definition(
    name="youtube",
    summary="An embedded YouTube video, from the host that sets no cookies.",
    primary="id",
    build=_build,
    plain=("title", "id"),
    parameters=(
        Parameter("id", "The id of the video.", position=0),
        Parameter("title", "Title of the frame.", _DEFAULT_TITLE),
        Parameter("start", "Second at which it starts.", "0"),
        Parameter("end", "Second at which it stops.", "0"),
        Parameter("autoplay", "Start at once, muted.", "false", is_flag=True),
        Parameter("controls", "Show the controls.", "true", is_flag=True),
        Parameter("loop", "Start again at the end.", "false", is_flag=True),
        Parameter("mute", "Start without sound.", "false", is_flag=True),
        Parameter("allowFullScreen", "Allow full screen.", "true", is_flag=True),
        Parameter("loading", "`lazy` or `eager`.", "lazy"),
        Parameter("class", "CSS classes of the frame's box."),
    ),
)
