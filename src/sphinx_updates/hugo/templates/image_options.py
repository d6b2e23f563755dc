"""What is to be done with a picture: ``fill 600x400 TopLeft webp q80``.

Source: hugo@0.168 resources/images/config.go, every rule run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from sphinx_updates.hugo.templates.errors import FunctionError

ACTIONS: Final = ("resize", "fit", "fill", "crop")
ANCHORS: Final = {
    "smart": (0.5, 0.5),
    "center": (0.5, 0.5),
    "topleft": (0.0, 0.0),
    "top": (0.5, 0.0),
    "topright": (1.0, 0.0),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
    "bottomleft": (0.0, 1.0),
    "bottom": (0.5, 1.0),
    "bottomright": (1.0, 1.0),
}
"""Which part of a picture stays: shares of what is left over at the left and top."""
SUFFIXES: Final = {
    "avif": ".avif",
    "bmp": ".bmp",
    "gif": ".gif",
    "jpeg": ".jpg",
    "jpg": ".jpg",
    "png": ".png",
    "tif": ".tif",
    "tiff": ".tif",
    "webp": ".webp",
}
RESAMPLING: Final = (
    "box", "bspline", "catmullrom", "cosine", "gaussian", "hann", "hermite",
    "lanczos", "linear", "mitchellnetravali", "nearestneighbor", "welch",
)  # fmt: skip

_COLOR: Final = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is to be done."""

    action: str = ""
    """One of ``ACTIONS``; empty to change the format alone."""
    width: int = 0
    """Zero for what keeps the proportions."""
    height: int = 0
    anchor: str = "smart"
    resampling: str = "box"
    suffix: str = ""
    """Of the format to be written; empty for that of the picture."""
    quality: int = 75
    """From 1 to 100."""
    angle: int = 0
    """Degrees to turn it by before all else, against the clock."""
    background: str = ""
    """A colour, such as ``#ff0000``, for what is transparent."""


def read_options(action: str, spec: str) -> Options:
    """Return what *spec* says; words that mean nothing are passed over.

    :param action: Empty if *spec* may name one.
    :raises FunctionError: If it makes no sense.
    """
    options = Options(action=action)
    for word in spec.lower().split():
        options = _with(options, word, is_free=not action)
    if not options.action and (options.width or options.height):
        raise FunctionError("width or height are not supported for this action")
    _check(options)
    return options


def _with(options: Options, word: str, *, is_free: bool) -> Options:
    if word in ACTIONS and is_free:
        return replace(options, action=word)
    if word in ANCHORS:
        return replace(options, anchor=word)
    if word in RESAMPLING:
        return replace(options, resampling=word)
    if word in SUFFIXES:
        return replace(options, suffix=SUFFIXES[word])
    if _COLOR.fullmatch(word):
        return replace(options, background=word)
    if word[0] == "q" and word[1:].isdecimal():
        quality = int(word[1:4])
        if not 1 <= quality <= 100:
            raise FunctionError("quality ranges from 1 to 100 inclusive")
        return replace(options, quality=quality)
    if word[0] == "r" and word[1:].isdecimal():
        return replace(options, angle=int(word[1:5]) % 360)
    if "x" in word:
        return _with_size(options, word)
    return options


def _with_size(options: Options, word: str) -> Options:
    parts = word.split("x")
    if len(parts) > 2:
        raise FunctionError("invalid image dimensions")
    width, height = (_number(part) for part in parts)
    return replace(options, width=width, height=height)


def _number(digits: str) -> int:
    if not digits:
        return 0
    if not digits.isascii() or not digits.isdecimal():
        raise FunctionError(f'strconv.Atoi: parsing "{digits}": invalid syntax')
    return int(digits[:9])


def _check(options: Options) -> None:
    if options.action == "resize" and not (options.width or options.height):
        raise FunctionError("must provide Width or Height")
    if options.action in ("fit", "fill", "crop") and not (
        options.width and options.height
    ):
        raise FunctionError("must provide Width and Height")
