"""Pictures by their path, and codes that cameras read.

Source: hugo@0.168 tpl/images, every rule run; see the golden cases.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Final

import segno

from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.images import open_picture
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.resources import Resource, Source, make_resource
from sphinx_updates.hugo.templates.values import Object, reachable

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

_LEVELS: Final = {"low": "l", "medium": "m", "quartile": "q", "high": "h"}
_QUIET: Final = 4
"""Modules of white around a code, as the norm wants it."""
_MAX_SCALE: Final = 100


class Config(Object):
    """The size of a picture."""

    __slots__ = ("_size",)
    go_type = "image.Config"

    def __init__(self, size: tuple[int, int]) -> None:
        """Take width and height."""
        self._size = size

    @reachable("Width")
    def width(self) -> int:
        """Return the width in pixels."""
        return self._size[0]

    @reachable("Height")
    def height(self) -> int:
        """Return the height in pixels."""
        return self._size[1]


@function("images.Config", "imageConfig", runtime=True)
def config(runtime: Runtime, path: object) -> Config:
    """Return the size of the picture at a path of the site."""
    name = to_string(path)
    if not name:
        raise FunctionError("config needs a filename")
    place = posixpath.normpath(name.lstrip("/"))
    content = None if place.startswith("..") else runtime.host.read_file(place)
    if content is None:
        raise FunctionError("file does not exist")
    return Config(open_picture(content).size)


@function("images.QR", runtime=True)
def qr(runtime: Runtime, text: object, *options: object) -> Resource:
    """Return a QR code as a picture; options are level, scale and targetDir."""
    given = options[0] if options and isinstance(options[0], Mapping) else {}
    wanted = {str(key).lower(): value for key, value in given.items()}
    level = to_string(wanted.get("level", "medium"))
    scale = to_int(wanted.get("scale", 4))
    if level not in _LEVELS:
        raise FunctionError(
            "error correction level must be one of low, medium, quartile, or high"
        )
    if not 2 <= scale <= _MAX_SCALE:
        raise FunctionError("scale must be an integer greater than or equal to 2")
    content = to_string(text)
    if not content:
        raise FunctionError("cannot encode an empty string")
    try:
        code = segno.make_qr(content, error=_LEVELS[level], boost_error=False)
    except segno.DataOverflowError as error:
        raise FunctionError(f"cannot encode it: {error}") from error
    written = BytesIO()
    code.save(written, kind="png", scale=scale, border=_QUIET)
    data = written.getvalue()
    digest = blake2b(data, digest_size=8).hexdigest()
    folder = posixpath.normpath(f"/{to_string(wanted.get('targetdir', ''))}").lstrip(
        "/"
    )
    target = posixpath.join(folder, f"qr_{digest}.png")
    source = Source(name=f"/{target}", path=target, read=lambda: data)
    return make_resource(runtime.host, source)
