"""``gallery``: the pictures of an album, side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.emojis import parse_line
from sphinx_updates.sphinx_ext.directives.parts.design import make_grid
from sphinx_updates.sphinx_ext.directives.parts.figures import make_figure, plain_text
from sphinx_updates.sphinx_ext.inside import inside
from sphinx_updates.sphinx_ext.lookups import QUESTIONS
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.sphinx_ext.directives.request import Request

ALBUM: Final = "hugoblox album"
_PICTURES: Final = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def _album(env: BuildEnvironment, docname: str, about: str) -> str:
    """Return the folder of an album and its pictures, as JSON."""
    for folder, prefix in _folders(env, docname, about):
        if names := _pictures(folder):
            return json.dumps([f"{prefix}/{name}" for name in names])
    return "[]"


def _folders(
    env: BuildEnvironment, docname: str, album: str
) -> Iterator[tuple[Path, str]]:
    """Yield where an album may be, and how its pictures are named from the page."""
    page = mounted_page(env, docname)
    root = project_of(env).site_root
    if root is not None:
        albums = root / "assets" / "media" / "albums"
        if folder := _below(albums, album):
            yield folder, f"albums/{album}"
    beside = page.file.parent if page else Path(env.doc2path(docname)).parent
    if folder := _below(beside, album):
        yield folder, album


def _below(root: Path, name: str) -> Path | None:
    """Return the folder *name* below *root*, never *root* itself or one outside."""
    folder = inside(root, name)
    is_below = folder is not None and folder.is_dir() and folder != root.resolve()
    return folder if is_below else None


def _pictures(folder: Path) -> list[str]:
    try:
        files = [entry.name for entry in folder.iterdir() if entry.is_file()]
    except OSError:
        return []
    return sorted(name for name in files if name.lower().endswith(_PICTURES))


QUESTIONS[ALBUM] = _album


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a grid of figures; captions are those that the front matter gives."""
    album = request.text("album").strip().strip("/")
    captions = dict(_items(request, album))
    files = json.loads(request.ask(ALBUM, album))
    if not files:
        # Older sites name every picture in the front matter.
        files = [_file_of(album, name) for name in captions]
    if not files:
        request.warn(
            f"album {album!r} has no pictures; put them into "
            f"'assets/media/albums/{album}' or into a folder {album!r} of the bundle"
        )
        return []
    files.sort(reverse=request.text("order") == "desc")
    figures = [
        _figure(request, src, captions.get(src) or captions.get(Path(src).name) or "")
        for src in files
    ]
    return [make_grid(figures, classes=["gallery-grid"])]


def _items(request: Request, album: str) -> Iterator[tuple[str, str]]:
    """Yield the pictures of ``gallery_item`` in *album*, with their captions."""
    found: Any = request.page.front_matter.params if request.page else {}
    items = found.get("gallery_item")
    for item in items if isinstance(items, list | tuple) else ():
        if not isinstance(item, Mapping) or not isinstance(item.get("image"), str):
            continue
        if str(item.get("album", "")) == album and item["image"]:
            caption = item.get("caption")
            yield item["image"], caption if isinstance(caption, str) else ""


def _file_of(album: str, name: str) -> str:
    return name if is_external(name) or "/" in name else f"{album}/{name}"


def _figure(request: Request, src: str, caption: str) -> nodes.figure:
    text = parse_line(request, caption)
    image = request.make_image(src)
    image["alt"] = plain_text(text) or Path(src).name
    return make_figure(image, text)


GALLERY = Definition(
    name="gallery",
    summary=(
        "The pictures of an album, side by side. An album is a folder in "
        "`assets/media/albums` or in the page bundle; captions are those of "
        "`gallery_item` in the front matter."
    ),
    primary="album",
    build=_build,
    parameters=(
        Parameter("album", "Name of the folder.", "gallery"),
        Parameter(
            "order",
            "By the names of the files, forwards or backwards.",
            "asc",
            kind=Kind.CHOICE,
            choices=("asc", "desc"),
        ),
        Parameter(
            "resize_options",
            "Accepted, and without effect: pictures are used as they are.",
            "750x750",
        ),
    ),
    example='{{< gallery album="hugoblox-album" >}}',
)
