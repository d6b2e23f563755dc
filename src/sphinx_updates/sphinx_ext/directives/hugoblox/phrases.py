"""``hl``, ``emoji_list``, ``staticref`` and ``fragment``: marked pieces of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.hugo.links import is_external
from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.dialect_nodes import Marked
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build_hl(request: Request) -> Sequence[nodes.Node]:
    """Build marked text: ``mark`` in HTML, the plain text elsewhere."""
    return [Marked("", "", *one_line(request.parse_inner()), tag="mark")]


def _build_emoji_list(request: Request) -> Sequence[nodes.Node]:
    inner = request.parse_inner()
    return [nodes.container("", *inner, classes=["emoji-list"], is_div=True)]


def _build_staticref(request: Request) -> Sequence[nodes.Node]:
    url = request.text("url").strip()
    if not is_external(url) and not url.startswith(("/", "#")):
        url = f"/{url}"  # from the root of the site, wherever the page is
    if request.notation is Notation.STANDARD:
        children = inline_html(request.inner_text().strip())
    else:
        children = one_line(request.parse_inner())
    link = request.make_link(url, children or [nodes.Text(url)])
    if request.text("target") == "newtab":
        link["target"], link["rel"] = "_blank", "noopener"
    return [link]


def _build_fragment(request: Request) -> Sequence[nodes.Node]:
    """Build the content of a fragment, all of it: a page has no steps to wait for."""
    classes = ["fragment", *request.text("class").split()]
    blocks = request.parse_inner()
    if all(isinstance(block, nodes.paragraph) for block in blocks):
        return [nodes.inline("", "", *one_line(blocks), classes=classes)]
    return [nodes.container("", *blocks, classes=classes, is_div=True)]


HL = Definition(
    name="hl",
    summary="Text that is marked as with a pen.",
    inner=Inner.MARKDOWN,
    build=_build_hl,
    example="{{< hl >}}This *matters*.{{< /hl >}}",
)

EMOJI_LIST = Definition(
    name="emoji_list",
    summary="A list whose items begin with an emoji instead of a bullet.",
    inner=Inner.NOTATION,
    build=_build_emoji_list,
    example="{{% emoji_list %}}\n- 🌱 plant\n- 🌻 harvest\n{{% /emoji_list %}}",
)

STATICREF = Definition(
    name="staticref",
    summary="A link to a static file, by its address from the root of the site.",
    primary="url",
    inner=Inner.NOTATION,
    build=_build_staticref,
    parameters=(
        Parameter(
            "url",
            "The file, such as `uploads/cv.pdf`, or a URL.",
            position=0,
            is_required=True,
        ),
        Parameter(
            "target",
            "`newtab` opens it in a new tab.",
            position=1,
            kind=Kind.CHOICE,
            choices=("newtab",),
        ),
    ),
    example=(
        '{{% staticref "https://example.org/cv.pdf" "newtab" %}}My CV{{% /staticref %}}'
    ),
)

FRAGMENT = Definition(
    name="fragment",
    summary=(
        "A piece of a slide that appears on a click; on a page it is there at once."
    ),
    inner=Inner.MARKDOWN,
    build=_build_fragment,
    parameters=(
        Parameter("class", "CSS classes, such as the name of an effect."),
        Parameter(
            "weight",
            "In which order pieces appear; accepted, and without effect.",
            kind=Kind.NUMBER,
        ),
    ),
    example="{{% fragment %}}The second point.{{% /fragment %}}",
)
