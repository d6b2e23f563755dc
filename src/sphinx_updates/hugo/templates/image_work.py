"""What Pillow does with a picture.

Source: hugo@0.168 resources/images, run: sizes are Hugo's; pixels are Pillow's.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageColor

from sphinx_updates.hugo.templates.image_options import ANCHORS

if TYPE_CHECKING:
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
    """Return the file that *options* make of *picture*."""
    form = _FORMATS.get(suffix.lower(), "JPEG")
    made = _with_colors(picture, form, options)
    if turn := _TURNS.get(options.angle):
        made = made.transpose(turn)
    made = _sized(made, size_of_result(picture.size, options), options)
    written = BytesIO()
    if form in _LOSSY:
        made.save(written, form, quality=options.quality)
    else:
        made.save(written, form)
    return written.getvalue()


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
