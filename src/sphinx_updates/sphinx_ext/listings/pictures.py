"""The pictures of cards: which posts have one, and where its files are published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.headers import picture_uri
from sphinx_updates.sphinx_ext.listings.resize import make_thumbnails
from sphinx_updates.sphinx_ext.pictures import (
    FOLDER,
    file_of,
    srcset,
    thumbnail_of,
    thumbnail_uri,
)
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.publish import publishes_in_place

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post

CACHE: Final = "sphinx-updates-pictures"
"""The folder beside the doctrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPicture:
    """A picture in a list, for the page that shows it."""

    src: str
    """What every browser can show."""
    webp: str = ""
    """The same in several widths, for ``srcset``; empty if there is only ``src``."""
    width: int = 0
    """In pixels, of ``src``; 0 if it is not known."""
    height: int = 0
    is_eager: bool = False
    """Whether it is loaded at once."""


def resize_pictures(app: Sphinx, env: BuildEnvironment) -> None:
    """Make the pictures of posts and people smaller, where pages show them."""
    project = project_of(env)
    project.thumbnails, project.avatars = {}, {}
    if not publishes_in_place(app.builder):
        return
    posts = hugo_domain(env).posts.values()
    files = {file for post in posts if (file := file_of(env, post))}
    people = project.site.content.people.everyone() if project.site else ()
    faces = {one.avatar for one in people if isinstance(one.avatar, Path)}
    cache = Path(app.doctreedir) / CACHE
    found = make_thumbnails(sorted(files | faces), cache)
    project.thumbnails = {str(file): one for file, one in found.items()}
    project.avatars = {
        str(file): f"{FOLDER}/{one.webp(one.widths[0])}"
        for file in faces
        if (one := found.get(file)) is not None
    }
    names = {name for one in found.values() for name in one.names}
    project.extra_files = {f"{FOLDER}/{name}": cache / name for name in sorted(names)}


def card_picture(
    app: Sphinx, post: Post, here: str, *, is_eager: bool
) -> CardPicture | None:
    """Return the picture of *post* as seen from *here*; None if it has none.

    A drawing, one that moves, and one that Pillow cannot read, are shown as they are.
    """
    original = picture_uri(app, post, here)
    thumbnail = thumbnail_of(app.env, post)
    if not original or thumbnail is None:
        return CardPicture(src=original, is_eager=is_eager) if original else None
    return CardPicture(
        src=thumbnail_uri(app.builder, thumbnail.fallback, here),
        webp=srcset(app.builder, thumbnail, here),
        width=thumbnail.widths[-1],
        height=thumbnail.height,
        is_eager=is_eager,
    )
