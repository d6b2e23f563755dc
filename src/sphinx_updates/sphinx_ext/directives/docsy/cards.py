"""``card``, ``cardpane`` and the older ``card-code``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx_design.shared import is_component

from sphinx_updates.hugo.highlight import read_options
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.docsy.values import switch
from sphinx_updates.sphinx_ext.directives.parts.design import make_card, make_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_MOST_COLUMNS = 3
"""A page of documentation is no wider."""


def _build_card(request: Request) -> Sequence[nodes.Node]:
    """Build a card; its parts are Markdown, whatever the notation."""
    is_code = switch(request, "code")
    return [
        make_card(
            [_code(request)] if is_code else request.parse_inner(),
            header=request.markdownify(request.text("header")),
            title=request.parse_inline(request.text("title")),
            subtitle=request.parse_inline(request.text("subtitle")),
            footer=request.markdownify(request.text("footer")),
        )
    ]


def _build_card_code(request: Request) -> Sequence[nodes.Node]:
    header = request.markdownify(request.text("header"))
    return [make_card([_code(request)], header=header)]


def _code(request: Request) -> nodes.Element:
    return code_block(
        request.inner_text().strip(),
        request.text("lang"),
        read_options(request.text("highlight")),
    )


def _build_cardpane(request: Request) -> Sequence[nodes.Node]:
    """Build a grid of the cards; anything else stands before it."""
    inner = request.parse_inner()
    cards = [cast("nodes.Element", n) for n in inner if is_component(n, "card")]
    others = [node for node in inner if not is_component(node, "card")]
    if not cards:
        return others
    for card in cards:
        card["classes"].append("sd-w-100")  # all as high as the highest
    few = str(min(len(cards), 2))
    most = str(min(len(cards), _MOST_COLUMNS))
    return [*others, make_grid(cards, ("1", few, few, most))]


_LANG = Parameter("lang", "The language of the code.")
_HIGHLIGHT = Parameter(
    "highlight",
    "Options of the code, such as `linenos=table,hl_lines=1 3-4`.",
)

CARD = Definition(
    name="card",
    summary="Text or code in a frame, with a header, a title and a footer.",
    primary="header",
    inner=Inner.NOTATION,
    build=_build_card,
    plain=("header", "title"),
    parameters=(
        Parameter("header", "What stands above.", kind=Kind.MARKDOWN),
        Parameter("title", "The title.", kind=Kind.MARKDOWN),
        Parameter("subtitle", "A line below the title.", kind=Kind.MARKDOWN),
        Parameter("footer", "What stands below.", kind=Kind.MARKDOWN),
        Parameter("code", "Whether the content is code.", "false", kind=Kind.FLAG),
        _LANG,
        _HIGHLIGHT,
    ),
    example=(
        '{{% card header="**Step 1**" title="Collect" footer="Takes a minute." %}}\n'
        "Every `*.md` file is read once.\n"
        "{{% /card %}}"
    ),
)

CARDPANE = Definition(
    name="cardpane",
    summary="Cards side by side.",
    inner=Inner.NOTATION,
    build=_build_cardpane,
    example=(
        "{{< cardpane >}}\n"
        '{{% card header="Python" %}}\nRuns the build.\n{{% /card %}}\n'
        '{{< card header="The command" code=true lang="bash" >}}\n'
        "sphinx-build docs out\n{{< /card >}}\n"
        "{{< /cardpane >}}"
    ),
)

CARD_CODE = Definition(
    name="card-code",
    summary="Code in a frame; sites of today write `card` with `code=true`.",
    primary="header",
    inner=Inner.TEXT,
    build=_build_card_code,
    plain=("header",),
    parameters=(
        Parameter("header", "What stands above.", kind=Kind.MARKDOWN),
        _LANG,
        _HIGHLIGHT,
    ),
    example=(
        '{{< card-code header="settings.toml" lang="toml" >}}\n'
        'title = "News"\n{{< /card-code >}}'
    ),
)
