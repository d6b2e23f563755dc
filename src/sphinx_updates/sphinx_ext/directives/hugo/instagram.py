"""``instagram``: an embedded post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter
from sphinx_updates.sphinx_ext.directives.hugo.posts import make_post_link
from sphinx_updates.sphinx_ext.directives.parts.media import make_embed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_POST = re.compile(r"[\w-]{1,64}", re.ASCII)


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a frame, or a link where the site or the shortcode asks for less.

    Differs from Hugo, which loads the service's script with the page: the frame is
    loaded when it comes into view.
    """
    if request.privacy("instagram", "disable"):
        return []
    post = request.text("id").strip()
    if not _POST.fullmatch(post):
        found = f"got {post!r}" if post else "none is given"
        request.warn(f"an id of a post is required, {found}")
        return []
    url = f"https://www.instagram.com/p/{post}/"
    if request.name == "instagram_simple" or request.privacy("instagram", "simple"):
        return [make_post_link("Post on Instagram", url)]
    # The service prints a card of this size: a picture, a line above, three below.
    return [
        make_embed(
            f"{url}embed/captioned/",
            title="Instagram post",
            url=url,
            fullscreen=False,
            width="100%",
            height="40rem",
        )
    ]


def _instagram(name: str, summary: str) -> Definition:
    return Definition(
        name=name,
        summary=summary,
        primary="id",
        build=_build,
        plain=("id",),
        example=f"{{{{< {name} C0ffeeCup_1 >}}}}",
        parameters=(
            Parameter("id", "The id of the post.", position=0, is_required=True),
        ),
    )


INSTAGRAM = _instagram("instagram", "An embedded Instagram post, loaded when in view.")
INSTAGRAM_SIMPLE = _instagram(
    "instagram_simple", "A link to an Instagram post; gone from Hugo."
)
