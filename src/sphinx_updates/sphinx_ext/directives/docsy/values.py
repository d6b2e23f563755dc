"""What several shortcodes of Docsy ask of their arguments and of the page."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_updates.sphinx_ext.directives.request import Request

IMAGES: Final = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"))
"""Suffixes of pictures."""


def switch(request: Request, name: str) -> bool:
    """Return an argument that has to be ``true`` or ``false`` without quotes.

    Docsy stops at anything else. Here it is a warning, and the value counts as what it
    says.
    """
    value = request.values.get(name)
    if value is None or isinstance(value, bool):
        return bool(value)
    request.warn(
        f"argument {name!r} must be true or false, without quotes, got {value!r}"
    )
    return request.flag(name)


class BundleFile(NamedTuple):
    """A file of the page's bundle."""

    path: str
    """From the folder of the bundle."""
    params: Mapping[str, Any]
    """What the page's front matter says of it."""


def find_image(request: Request, part: str) -> BundleFile | None:
    """Return the first picture of the bundle whose name has *part* in it.

    Hugo's pattern is ``**PART*``: *part* may begin anywhere in the path or in the name
    that front matter gives the file, and no slash comes after it. On a page of the
    docs the files beside it are looked at.
    """
    wanted = re.compile(rf".*{re.escape(part.strip())}[^/]*", re.IGNORECASE | re.DOTALL)
    for path, name, params in _files(request):
        is_image = PurePosixPath(path).suffix.lower() in IMAGES
        if is_image and (wanted.fullmatch(path) or wanted.fullmatch(name)):
            return BundleFile(path, params)
    return None


def _files(request: Request) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield path, name and parameters of each file that belongs to the page."""
    page = request.page
    if page is None:
        folder = Path(request.env.doc2path(request.env.docname)).parent
        for file in sorted(folder.iterdir()):
            yield file.name, file.name, {}
        return
    for path in page.resources:
        metas = [
            meta
            for meta in page.front_matter.resources
            if fnmatchcase(path.lower(), meta.src.lower())
        ]
        name = next((meta.name for meta in metas if meta.name), path)
        yield path, name, next((meta.params for meta in metas if meta.params), {})
