"""Frames of other sites, and videos and sounds of our own."""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes

from sphinx_updates.hugo.links import is_dangerous, is_external
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.media import attach_file
from sphinx_updates.sphinx_ext.nodes import Embed, Media
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request


def make_embed(  # noqa: PLR0913 - by keyword
    src: str,
    *,
    title: str,
    url: str = "",
    loading: str = "lazy",
    fullscreen: bool = True,
    width: str = "",
    height: str = "",
) -> Embed:
    """Return a frame with *src* in HTML, and a link to *url* in other formats.

    :param url: What a person would open; by default *src* itself.
    :param width: CSS length; the frame is as wide as the text without one.
    :param height: CSS length; the frame is 16:9 without one.
    """
    embed = Embed(
        src=src,
        title=title,
        loading=loading,
        allowfullscreen=fullscreen,
        width=width,
        height=height,
    )
    reference = nodes.reference("", title, refuri=url or src)
    embed += nodes.paragraph("", "", reference)
    return embed


def make_media(
    request: Request, kind: str, src: str, options: Mapping[str, str | bool]
) -> nodes.Element:
    """Return a player for *src*, ``video`` or ``audio``; a warning if it is not there.

    :param options: Attributes of the player; False leaves one out.
    """
    media = Media(kind=kind, uri=src, options=dict(options))
    media["type"] = mimetypes.guess_type(src)[0] or ""
    if is_dangerous(src):
        request.warn(f"{kind} {src!r} is not an address on the web", ProblemKind.IMAGE)
        return nodes.paragraph("", src)
    if is_external(src):
        link: nodes.Node = nodes.reference("", src, refuri=src)
    else:
        link = nodes.literal(src, src)
        file = request.find_file(src)
        if file is None:
            message = f"{kind} {src!r} not found; put the file into the page bundle"
            request.warn(message, ProblemKind.IMAGE)
        else:
            attach_file(media, file, request.env)
    media += nodes.paragraph("", "", link)
    return media


def set_poster(media: nodes.Element, request: Request, src: str) -> None:
    """Show the picture *src* until *media* is started; a warning if it is not there."""
    if is_dangerous(src):
        request.warn(f"picture {src!r} is not an address on the web", ProblemKind.IMAGE)
    elif is_external(src):
        media["poster_uri"] = src
    elif file := request.find_file(src):
        attach_file(media, file, request.env, "poster_")
    else:
        message = f"picture {src!r} not found; put the file into the page bundle"
        request.warn(message, ProblemKind.IMAGE)


def link_file(
    request: Request, file: Path, children: Sequence[nodes.Node]
) -> nodes.Element:
    """Return a link around *children* to *file*, which is published for it."""
    url = project_of(request.env).url_of_file.get(str(file))
    if url and request.page is not None:
        return request.make_link(quote(url), children)
    env = request.env
    folder = Path(env.doc2path(env.docname)).parent
    target = Path(os.path.relpath(file, folder)).as_posix()
    return addnodes.download_reference("", "", *children, reftarget=target)
