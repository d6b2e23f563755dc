"""The pictures of cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.headers import picture_uri

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_updates.blog.post import Post


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


def card_picture(
    app: Sphinx, post: Post, here: str, *, is_eager: bool
) -> CardPicture | None:
    """Return the picture of *post* as seen from *here*; None if it has none."""
    uri = picture_uri(app, post, here)
    return CardPicture(src=uri, is_eager=is_eager) if uri else None
