"""What Pillow does with a picture.

Source: hugo@0.168 resources/images, run: sizes are Hugo's; pixels are Pillow's.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageColor

from sphinx_updates.hugo.templates.image_options import ANCHORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_updates.hugo.templates.image_options import Options

Size = tuple[int, int]

_FORMATS: Final = {
    ".avif": "AVIF",
    ".bmp": "BMP",
    ".gif": "GIF",
    ".png": "PNG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".webp": "WEBP",
}
"""All other suffixes are of JPEG."""
_ANIMATED: Final = ("GIF", "WEBP")
MAX_ANIMATED: Final = 50_000_000
"""Pixels of all pictures of an animation together; they are in memory at once."""
_PAUSE: Final = 100
"""Milliseconds for which a picture is shown if its file does not say it."""
_OPAQUE: Final = ("JPEG", "BMP")
_LOSSY: Final = ("JPEG", "WEBP", "AVIF")
_RESAMPLING: Final = {
    "lanczos": Image.Resampling.LANCZOS,
    "linear": Image.Resampling.BILINEAR,
    "catmullrom": Image.Resampling.BICUBIC,
    "mitchellnetravali": Image.Resampling.BICUBIC,
    "nearestneighbor": Image.Resampling.NEAREST,
    "hann": Image.Resampling.HAMMING,
}
_TURNS: Final = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


def size_of_result(size: Size, options: Options) -> Size:
    """Return the size of what becomes of a picture of *size*."""
    width, height = _turned(size, options.angle)
    wide, high = options.width, options.height
    match options.action:
        case "resize":
            return (
                wide or _share(width, high, height),
                high or _share(height, wide, width),
            )
        case "fit":
            if width <= wide and height <= high:
                return (width, height)
            if width * high > height * wide:
                return (wide, _share(height, wide, width))
            return (_share(width, high, height), high)
        case "fill":
            return (wide, high)
        case "crop":
            return (min(width, wide), min(height, high))
    return (width, height)


def _turned(size: Size, angle: int) -> Size:
    return (size[1], size[0]) if angle in (90, 270) else size


def _share(side: int, wanted: int, other: int) -> int:
    return max(1, (2 * side * wanted + other) // (2 * other))


def work(picture: Image.Image, options: Options, suffix: str) -> bytes:
    """Return the file that *options* make of *picture*; animations stay animated."""
    form = _FORMATS.get(suffix.lower(), "JPEG")
    written = BytesIO()
    settings: dict[str, object] = {}
    if form in _LOSSY:
        settings["quality"] = options.quality
    width, height = size_of_result(picture.size, options)
    most = max(1, MAX_ANIMATED // (width * height))
    still = _frames(picture, most if form in _ANIMATED else 1)
    frames = [_frame(frame, form, options) for frame in still]
    if len(frames) > 1:
        settings |= {
            "save_all": True,
            "append_images": frames[1:],
            "duration": [frame.info.get("duration", _PAUSE) for frame in frames],
            "loop": picture.info.get("loop", 0),
        }
        if form == "GIF":
            # Each frame is whole: the one before it is cleared away.
            settings["disposal"] = 2
    frames[0].save(written, form, **settings)
    return written.getvalue()


def _frames(picture: Image.Image, most: int) -> Iterator[Image.Image]:
    """Yield the first pictures of an animation, at most *most*."""
    yield picture
    count = getattr(picture, "n_frames", 1) if most > 1 else 1
    for number in range(1, min(count, most)):
        picture.seek(number)
        yield picture


def _frame(picture: Image.Image, form: str, options: Options) -> Image.Image:
    made = _with_colors(picture, form, options)
    if turn := _TURNS.get(options.angle):
        made = made.transpose(turn)
    made = _sized(made, size_of_result(picture.size, options), options)
    made.info["duration"] = picture.info.get("duration", _PAUSE)
    return made


def _with_colors(picture: Image.Image, form: str, options: Options) -> Image.Image:
    """Return *picture* with colours that can be mixed, and opaque where it must be."""
    is_clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    made = picture.convert("RGBA" if is_clear else "RGB")
    if is_clear and (form in _OPAQUE or options.background):
        color = ImageColor.getrgb(options.background or "#ffffff")
        ground = Image.new("RGBA", made.size, color)
        ground.alpha_composite(made)
        made = ground.convert("RGB")
    return made


def _sized(picture: Image.Image, size: Size, options: Options) -> Image.Image:
    box = (0.0, 0.0, float(picture.width), float(picture.height))
    if options.action in ("fill", "crop"):
        part = size
        if options.action == "fill":
            scale = min(picture.width / size[0], picture.height / size[1])
            part = (round(size[0] * scale), round(size[1] * scale))
        share_x, share_y = ANCHORS[options.anchor]
        left = round((picture.width - part[0]) * share_x)
        top = round((picture.height - part[1]) * share_y)
        box = (left, top, left + part[0], top + part[1])
    if size == picture.size and options.action not in ("fill", "crop"):
        return picture
    kind = _RESAMPLING.get(options.resampling, Image.Resampling.BOX)
    return picture.resize(size, kind, box)
