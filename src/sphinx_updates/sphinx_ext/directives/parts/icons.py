"""Icons of the fonts that themes bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

_FONT_AWESOME: Final = frozenset(("fa", "fab", "fad", "fal", "far", "fas"))
_ACADEMICONS: Final = "ai"

FOLDERS: Final = {
    "academicons": _ACADEMICONS,
    "brand": "fab",
    "brands": "fab",
    "fab": "fab",
    "far": "far",
    "fas": "fas",
    "regular": "far",
    "solid": "fas",
}
"""The pack that the first part of a name such as ``brands/github`` means."""


def icon_classes(name: str, pack: str = "fas") -> list[str]:
    """Return the CSS classes of an icon; none if no font that we know has its pack.

    :param name: Such as ``envelope``; a folder, as in ``brands/github``, is a pack.
    """
    folder, _slash, base = name.rpartition("/")
    if folder:
        pack = FOLDERS.get(folder.lower(), "")
    if pack in _FONT_AWESOME:
        return [pack, f"fa-{base}"]
    return [pack, f"{pack}-{base}"] if pack == _ACADEMICONS else []


def make_icon(classes: Sequence[str]) -> nodes.inline:
    """Return the icon with *classes*; formats without the font show nothing."""
    return nodes.inline("", "", classes=[*classes])
