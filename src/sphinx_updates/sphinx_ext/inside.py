"""Files by paths that an author or a template wrote: never outside of a folder."""

from __future__ import annotations

import os
from pathlib import Path


def inside(root: Path, path: str, base: Path | None = None) -> Path | None:
    """Return what *path* means from *base*, by default from *root*, links followed.

    None if there is nothing, or if it really lies outside of *root*.
    """
    try:
        file = Path(os.path.normpath((base or root) / path.lstrip("/"))).resolve()
        file.lstat()
    except (OSError, RuntimeError, ValueError):
        # Not there, a loop of links, too long, NUL.
        return None
    return file if file.is_relative_to(root.resolve()) else None
