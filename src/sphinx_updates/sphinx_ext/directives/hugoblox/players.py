"""``video`` and ``audio``: files of the site with the browser's player."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.anchors import make_id
from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.media import make_media, set_poster
from sphinx_updates.sphinx_ext.lookups import QUESTIONS
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.sphinx_ext.directives.request import Request


POSTER: Final = "hugoblox poster"


def _poster(env: BuildEnvironment, docname: str, about: str) -> str:
    """Return *about* if there is such a picture in the bundle or in ``assets/media``.

    A question and no dependency: Sphinx reads a page again and again that depends on a
    file that is not there, and most videos have no such picture.
    """
    page = mounted_page(env, docname)
    root = project_of(env).site_root
    folders = [page.file.parent if page else Path(env.doc2path(docname)).parent]
    if root is not None:
        folders.append(root / "assets" / "media")
    try:
        return about if any((folder / about).is_file() for folder in folders) else ""
    except (OSError, ValueError):
        return ""


QUESTIONS[POSTER] = _poster


def _build_video(request: Request) -> Sequence[nodes.Node]:
    """Build a video: with controls, or else one that starts by itself, again and again.

    Browsers start a video by itself only without sound, so such a one is muted.
    """
    has_controls = request.text("controls") not in ("", "false")
    options: dict[str, str | bool] = {
        "controls": has_controls,
        "autoplay": request.flag("autoplay") or not has_controls,
        "loop": request.flag("loop") or not has_controls,
    }
    options["muted"] = request.flag("mute") or options["autoplay"]
    options["playsinline"] = options["autoplay"]
    src = request.text("src").strip()
    video = make_media(request, "video", src, options)
    poster = request.text("poster").strip()
    if poster:
        set_poster(video, request, poster)
    elif not is_external(src):
        # A picture of the same name is taken without asking, if it is there.
        path = PurePosixPath(src)
        beside = path.with_suffix(".jpg").as_posix() if path.name else ""
        if beside and request.ask(POSTER, beside):
            set_poster(video, request, beside)
    if name := make_id(request.text("id")):
        request.set_id(video, f"video-{name}")
    return [video]


def _build_audio(request: Request) -> Sequence[nodes.Node]:
    audio = make_media(
        request, "audio", request.text("src").strip(), {"controls": True}
    )
    if name := make_id(request.text("id")):
        request.set_id(audio, f"audio-{name}")
    return [audio]


VIDEO = Definition(
    name="video",
    summary="A video of the site with the browser's player.",
    primary="src",
    build=_build_video,
    plain=("src",),
    parameters=(
        Parameter(
            "src",
            "The video: a file of the page bundle or of `assets/media`, or a URL.",
            is_required=True,
        ),
        Parameter(
            "poster",
            "Picture shown before it starts; the file of the same name that ends in "
            "`.jpg` if left out.",
        ),
        Parameter(
            "controls",
            "Any value shows controls. Without them the video starts by itself, "
            "without sound, and starts again at its end.",
        ),
        Parameter("id", "Name of the video: a link to `#video-ID` leads to it."),
        Parameter("autoplay", "Start at once, muted.", "false", kind=Kind.FLAG),
        Parameter("loop", "Start again at the end.", "false", kind=Kind.FLAG),
        Parameter("mute", "Start without sound.", "false", kind=Kind.FLAG),
    ),
    example='{{< video src="https://example.org/tour.mp4" controls="yes" >}}',
)

AUDIO = Definition(
    name="audio",
    summary="A sound of the site with the browser's player.",
    primary="src",
    build=_build_audio,
    plain=("src",),
    parameters=(
        Parameter(
            "src",
            "The sound: a file of the page bundle or of `assets/media`, or a URL.",
            is_required=True,
        ),
        Parameter("id", "Name of the player: a link to `#audio-ID` leads to it."),
    ),
    example='{{< audio src="https://example.org/interview.mp3" >}}',
)
