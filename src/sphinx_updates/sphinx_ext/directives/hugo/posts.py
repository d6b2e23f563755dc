"""Posts on other services: ``x``, its older names, and ``gist``.

Hugo asks the service for the post when it builds, or shows it by the service's own
script, which follows the readers. Here nothing is fetched and nothing runs: readers
get a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_USER = re.compile(r"@?(\w{1,50})", re.ASCII)
_GIST_USER = re.compile(r"[\w-]{1,50}", re.ASCII)
_POST = re.compile(r"[0-9]{1,25}")
_GIST = re.compile(r"[0-9a-zA-Z]{1,64}")


def make_post_link(text: str, url: str) -> nodes.Element:
    """Return what stands for a post: a quote with a link to it."""
    reference = nodes.reference("", text, refuri=url)
    return nodes.block_quote("", nodes.paragraph("", "", reference))


def _build_post(request: Request) -> Sequence[nodes.Node]:
    """Build a link to the post; a post without its author has an address too."""
    if request.privacy("x", "disable") or request.privacy("twitter", "disable"):
        return []
    post = _POST.fullmatch(request.text("id").strip())
    user = _USER.fullmatch(request.text("user").strip())
    if post is None or (user is None and request.has("user")):
        request.warn("it needs a user and the id of a post, as in user=name id=123")
        return []
    if user is None:
        return [make_post_link("Post on X", f"https://x.com/i/status/{post[0]}")]
    name = user[1]
    url = f"https://x.com/{name}/status/{post[0]}"
    return [make_post_link(f"Post by @{name} on X", url)]


def _build_gist(request: Request) -> Sequence[nodes.Node]:
    """Build a link to the gist, or to the file in it."""
    user, gist = request.text("user").strip(), request.text("id").strip()
    if not (_GIST_USER.fullmatch(user) and _GIST.fullmatch(gist)):
        request.warn("it needs a user and the id of a gist, as in 'user 0123abcd'")
        return []
    file = request.text("file").strip()
    name = f"{user}/{gist}" + (f": {file}" if file else "")
    anchor = re.sub(r"[^\w-]", "-", file.lower())
    place = f"#file-{quote(anchor)}" if file else ""
    url = f"https://gist.github.com/{user}/{gist}{place}"
    return [make_post_link(f"Gist {name}", url)]


_USER_PARAMETER = Parameter("user", "The author's name on X.", is_required=True)
_POST_PARAMETER = Parameter("id", "The number of the post.", is_required=True)


def _post(name: str, summary: str) -> Definition:
    return Definition(
        name=name,
        summary=summary,
        build=_build_post,
        plain=("user", "id"),
        example=f'{{{{< {name} user="example" id="1234567890" >}}}}',
        parameters=(_USER_PARAMETER, _POST_PARAMETER),
    )


def _tweet(name: str) -> Definition:
    return Definition(
        name=name,
        summary="A link to a post on X; gone from Hugo, `x` has taken its place.",
        primary="id",
        build=_build_post,
        plain=("user", "id"),
        example=f'{{{{< {name} user="example" id="1234567890" >}}}}',
        parameters=(
            Parameter("id", "The number of the post.", position=0, is_required=True),
            Parameter("user", "The author's name on X."),
        ),
    )


X = _post(
    "x", "A link to a post on X; nothing is fetched, so readers are not followed."
)
X_SIMPLE = _post("x_simple", "The same as `x`.")
TWITTER = _tweet("twitter")
TWEET = _tweet("tweet")
TWITTER_SIMPLE = _tweet("twitter_simple")

GIST = Definition(
    name="gist",
    summary="A link to a gist on GitHub; gone from Hugo.",
    build=_build_gist,
    plain=("id",),
    example="{{< gist octocat 0123456789abcdef >}}",
    parameters=(
        Parameter("user", "The owner of the gist.", position=0, is_required=True),
        Parameter("id", "The id of the gist.", position=1, is_required=True),
        Parameter("file", "The file in it that is meant.", position=2),
    ),
)
