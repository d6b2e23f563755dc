"""The version of Hugo, which is compared as a version is."""

from __future__ import annotations

import math
import re
from typing import Final

_PARTS: Final = re.compile(r"v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-(.+))?")


class Version(str):
    """A version as text: ``0.168.0``. Functions compare it part by part."""

    __slots__ = ()
    go_type = "version.VersionString"

    def compare(self, other: object) -> int:
        """Return -1, 0 or 1 for how it stands to text or a number."""
        own, theirs = _key(self), _key(other)
        return int(own > theirs) - int(own < theirs)


def _key(value: object) -> tuple[int, int, int, bool]:
    """Return what orders versions: one that is not released comes before its release.

    Of a number the whole part counts; what is no version is the lowest one.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (int(value) if math.isfinite(value) else 0, 0, 0, True)
    found = _PARTS.fullmatch(str(value))
    if not found:
        return (0, 0, 0, False)
    major, minor, patch = (int(found[number] or 0) for number in (1, 2, 3))
    return (major, minor, patch, not found[4])
