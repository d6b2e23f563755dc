"""Pictures in the widths of cards, made once and kept beside the doctrees.

Pictures are known by their bytes, so a file that moves is not made again, and the
names of what is published say nothing of this machine.
"""

from __future__ import annotations

import json
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import PIL
from PIL import Image, ImageOps
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_logger = logging.getLogger(__name__)

WIDTHS: Final = (400, 800)
"""A card is about 350 pixels wide, and screens have two of theirs for one of ours."""
MAX_PIXELS: Final = 64_000_000
"""Larger pictures are shown as they are: unpacked they would fill the memory."""
MAX_BYTES: Final = 64_000_000
TALLEST: Final = 1.25
"""Height by width; of taller ones a card shows the middle only."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")
_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
_INDEX: Final = "index.json"
_VERSION: Final = f"1 {PIL.__version__}"
_WORKERS: Final = 4


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture in the widths of cards."""

    digest: str
    """Of the bytes of the original."""
    widths: tuple[int, ...]
    """Of the WebP files."""
    suffix: str
    """Of the file for browsers that do not know WebP: ``.jpg``, ``.png`` for what is
    transparent."""
    height: int
    """Of the widest."""

    @property
    def fallback(self) -> str:
        """The name of the file for older browsers."""
        return f"{self.digest}-{self.widths[-1]}{self.suffix}"

    def webp(self, width: int) -> str:
        """Return the name of the WebP file of that width."""
        return f"{self.digest}-{width}.webp"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its files."""
        return (self.fallback, *(self.webp(width) for width in self.widths))


def make_thumbnails(files: Iterable[Path], folder: Path) -> dict[Path, Thumbnail]:
    """Return those of *files* that were made smaller; the results are in *folder*.

    What is no picture, moves, or is too large, is not among them, and is not an error.
    """
    known = _load(folder)
    wanted = [file for file in files if file.suffix.lower() in _SUFFIXES]
    keys = {file: key for file in wanted if (key := _key(file))}
    new = [file for file, key in keys.items() if key not in known]
    if new:
        folder.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            # Pillow warns of large pictures; ours are limited.
            warnings.simplefilter("ignore")
            workers = min(_WORKERS, os.cpu_count() or 1)
            with ThreadPoolExecutor(workers) as pool:
                made = pool.map(lambda file: _make(file, folder), new)
                known |= {keys[f]: one for f, one in zip(new, made, strict=True)}
    kept = {key: known[key] for key in keys.values()}
    if new or kept.keys() != known.keys():
        _save(folder, kept)
    found = ((file, known[key]) for file, key in keys.items())
    return {file: one for file, one in found if one is not None}


def _key(file: Path) -> str:
    """Return what tells whether *file* has changed; "" for one that is not there."""
    try:
        status = file.stat()
    except OSError:
        return ""
    if not 0 < status.st_size <= MAX_BYTES:
        return ""
    return f"{file} {status.st_mtime_ns} {status.st_size}"


def _make(file: Path, folder: Path) -> Thumbnail | None:
    try:
        digest = sha256(file.read_bytes()).hexdigest()[:20]
        picture = _read(file)
        return _write(picture, folder, digest) if picture else None
    except Exception as error:  # noqa: BLE001 - broken pictures may raise anything
        _logger.debug("%s is shown as it is: %s", file, error)
        return None


def _read(file: Path) -> Image.Image | None:
    """Return the picture as it is to be seen; None for one to show as it is."""
    with Image.open(file) as image:
        if image.format not in _FORMATS or getattr(image, "is_animated", False):
            return None
        if image.width * image.height > MAX_PIXELS:
            return None
        # JPEG files are read in a size that is near enough.
        image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        turned = ImageOps.exif_transpose(image)
        mode = "RGBA" if turned.has_transparency_data else "RGB"
        picture = turned.convert(mode)
    tallest = max(1, round(picture.width * TALLEST))
    if picture.height > tallest:
        top = (picture.height - tallest) // 2
        picture = picture.crop((0, top, picture.width, top + tallest))
    return picture


def _write(picture: Image.Image, folder: Path, digest: str) -> Thumbnail:
    widths = tuple(sorted({min(width, picture.width) for width in WIDTHS}))
    suffix = ".png" if picture.mode == "RGBA" else ".jpg"
    for width in widths:
        height = max(1, round(picture.height * width / picture.width))
        sized = picture
        if width < picture.width:
            filtering = Image.Resampling.LANCZOS
            sized = picture.resize((width, height), filtering, reducing_gap=3.0)
        one = Thumbnail(digest, widths, suffix, height)
        sized.save(folder / one.webp(width), "WEBP", quality=80, method=4)
    # The last one is the widest.
    if suffix == ".jpg":
        options = {"quality": 82, "optimize": True, "progressive": True}
        sized.save(folder / one.fallback, "JPEG", **options)
    else:
        sized.save(folder / one.fallback, "PNG", optimize=True)
    return one


def _load(folder: Path) -> dict[str, Thumbnail | None]:
    """Return what an earlier build made with the same Pillow, if it is still there."""
    try:
        data = json.loads((folder / _INDEX).read_text("utf-8"))
        if data["version"] != _VERSION:
            return {}
        known = {
            key: Thumbnail(**(one | {"widths": tuple(one["widths"])})) if one else None
            for key, one in data["pictures"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    present = {path.name for path in folder.iterdir()}
    return {
        key: one for key, one in known.items() if not one or present >= set(one.names)
    }


def _save(folder: Path, known: dict[str, Thumbnail | None]) -> None:
    """Keep *known* and its files for the next build, and nothing else."""
    names = {name for one in known.values() if one for name in one.names}
    pictures = {key: asdict(one) if one else None for key, one in known.items()}
    try:
        for path in folder.iterdir():
            if path.name not in names:
                path.unlink()
        text = json.dumps({"version": _VERSION, "pictures": pictures}, sort_keys=True)
        (folder / _INDEX).write_text(text, encoding="utf-8")
    except OSError as error:
        _logger.debug("pictures are not kept: %s", error)
