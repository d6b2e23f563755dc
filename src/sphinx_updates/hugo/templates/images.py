"""Pictures: their size, and smaller ones made of them with Pillow.

A picture is made when its address is asked for; its size is known before. Source:
hugo@0.168 resources/images, every rule run; see the golden cases.
"""

from __future__ import annotations

import posixpath
import re
import warnings
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, UnidentifiedImageError

from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.errors import FunctionError, MissingError
from sphinx_updates.hugo.templates.image_options import Options, read_options
from sphinx_updates.hugo.templates.image_work import size_of_result, work
from sphinx_updates.hugo.templates.media_types import media_type
from sphinx_updates.hugo.templates.resources import Resource
from sphinx_updates.hugo.templates.values import reachable

if TYPE_CHECKING:
    from typing import NoReturn

PROCESSABLE: Final = ("avif", "bmp", "gif", "jpeg", "png", "tiff", "webp")
"""The subtypes of pictures that are read."""
MAX_PIXELS: Final = 50_000_000
"""Pixels of a picture, read or written; cameras for sale have fewer. It bounds memory:
a file of a few bytes can stand for more pixels than fit into it."""

PIXELS_OF_A_STEP: Final = 20_000
"""Pixels that are worked on in the time of a step or so."""

_MADE: Final = re.compile(r"_hu_[0-9a-f]+$")
"""The end of the name of what was made before."""

_FORMATS: Final = ("AVIF", "BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")
_FAULTS: Final = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def open_picture(content: bytes) -> Image.Image:
    """Return the picture in *content*, its pixels not read yet.

    :raises FunctionError: If it is none, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise FunctionError("image: unknown format") from error
    except _FAULTS as error:
        raise FunctionError(f"image: {error}") from error
    check_pixels(picture.size)
    return picture


def check_pixels(size: tuple[int, int]) -> None:
    """Return if a picture of *size* may be held."""
    if size[0] * size[1] > MAX_PIXELS:
        raise FunctionError(
            f"the image of {size[0]}x{size[1]} has more than {MAX_PIXELS} pixels"
        )


class Picture(Resource):
    """A resource that is a picture."""

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height; zero if the file is no picture."""
        try:
            return open_picture(self.content).size
        except FunctionError:
            return (0, 0)

    @reachable("Width")
    def width(self) -> int:
        """Return the width in pixels."""
        return self.size[0]

    @reachable("Height")
    def height(self) -> int:
        """Return the height in pixels."""
        return self.size[1]

    @reachable("Resize")
    def resize(self, spec: str) -> Resource:
        """Return it in another size: ``600x``, ``x400``, ``600x400 webp q80``."""
        return self._worked("resize", spec)

    @reachable("Fit")
    def fit(self, spec: str) -> Resource:
        """Return it so that it fits into a size."""
        return self._worked("fit", spec)

    @reachable("Fill")
    def fill(self, spec: str) -> Resource:
        """Return it cut so that it fills a size."""
        return self._worked("fill", spec)

    @reachable("Crop")
    def crop(self, spec: str) -> Resource:
        """Return a part of it."""
        return self._worked("crop", spec)

    @reachable("Process")
    def process(self, spec: str) -> Resource:
        """Return what *spec* says, with or without an action: ``fill 60x60 webp``."""
        return self._worked("", spec)

    @reachable("Filter")
    def filter(self, *_filters: object) -> NoReturn:
        """Refuse: pictures are not filtered."""
        raise MissingError("filters of images are not available here", "Filter")

    @reachable("Colors")
    def colors(self) -> NoReturn:
        """Refuse: colours are not looked for."""
        raise MissingError("colors of images are not available here", "Colors")

    @reachable("Exif", "Meta")
    def exif(self) -> None:
        """Return nothing: what the camera wrote is not read."""
        return

    def _worked(self, action: str, spec: str) -> Resource:
        options = None
        try:
            options = read_options(action, spec)
            made = self._made(options)
        except FunctionError as error:
            doing = options.action if options else action
            file = self.source.file or self.source.name
            raise FunctionError(f'failed to {doing} image "{file}": {error}') from error
        return made

    def _made(self, options: Options) -> Resource:
        source = self.source
        suffix = options.suffix or posixpath.splitext(source.path)[1]
        if not all(self.size):
            raise FunctionError(
                f"{options.action} {source.name}: image: unknown format"
            )
        size = size_of_result(self.size, options)
        check_pixels(size)
        stem = _MADE.sub("", posixpath.splitext(source.path)[0])
        key = blake2b(self.content, digest_size=8)
        key.update(repr((options, suffix)).encode())
        path = f"{stem}_hu_{key.hexdigest()}{suffix}"

        def read() -> bytes:
            width, height = self.size
            spend(1 + width * height // PIXELS_OF_A_STEP)
            return _work(self.content, options, suffix)

        made = replace(source, path=path, address="", read=read)
        picture = Picture(self.host, lambda: made, media_type(suffix[1:].lower()))
        picture.size = size
        return picture


def _work(content: bytes, options: Options, suffix: str) -> bytes:
    try:
        return work(open_picture(content), options, suffix)
    except _FAULTS as error:
        raise FunctionError(f"image: {error}") from error
