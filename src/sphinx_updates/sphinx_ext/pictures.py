"""The small copies of posts' pictures: which post has them, and where they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post
    from sphinx_updates.sphinx_ext.listings.resize import Thumbnail

FOLDER: Final = "_images/updates"
"""Where they are published."""


def file_of(env: BuildEnvironment, post: Post) -> Path | None:
    """Return the file of a post's picture; None for one that is elsewhere."""
    if post.picture is None or is_external(post.picture.file):
        return None
    return Path(os.path.normpath(Path(env.srcdir) / post.picture.file))


def thumbnail_of(env: BuildEnvironment, post: Post) -> Thumbnail | None:
    """Return the picture of *post* in the widths of cards; None if it has none."""
    file = file_of(env, post)
    return project_of(env).thumbnails.get(str(file)) if file else None


def thumbnail_uri(builder: Builder, name: str, here: str) -> str:
    """Return the address of a file of a thumbnail from the page *here*."""
    return relative_uri(builder.get_target_uri(here), quote(f"{FOLDER}/{name}"))


def srcset(builder: Builder, thumbnail: Thumbnail, here: str) -> str:
    """Return the WebP files of *thumbnail* with their widths, for ``srcset``."""
    return ", ".join(
        f"{thumbnail_uri(builder, thumbnail.webp(width), here)} {width}w"
        for width in thumbnail.widths
    )


def srcset_of_whole(
    builder: Builder, post: Post, size: tuple[int, int] | None, here: str
) -> str:
    """Return the ``srcset`` of a post's picture for narrow screens.

    Empty if the thumbnail is not smaller, or shows a part: cards cut what is tall.

    :param size: Of the picture, in pixels, width first.
    """
    if size is None:
        # So it is for each post in a list: only the post's own page has this picture.
        return ""
    thumbnail = thumbnail_of(builder.env, post)
    if thumbnail is None or size[0] <= thumbnail.widths[-1]:
        return ""
    height = round(size[1] * thumbnail.widths[-1] / size[0])
    return srcset(builder, thumbnail, here) if height == thumbnail.height else ""
