"""``grid`` and ``card``: boxes, alone and side by side."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.design import (
    covering_link,
    grid_sizes,
    make_card,
    make_grid,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.bodies import (
    Body,
    from_body,
    read_body,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_COLUMNS: Final = ("auto", *map(str, range(1, 13)))
_GUTTERS: Final = tuple(map(str, range(6)))
_MAX_LABEL: Final = 80


def _build_grid(request: Request) -> Sequence[nodes.Node]:
    """Build a grid of what the body says, or the file that is named."""
    name = request.text("file")
    if not name:
        return _build_items(request)
    text = request.read_file(name)
    file = request.find_file(name)
    if text is None or file is None:
        return []
    with request.other_text(file, text) as source:
        if isinstance(source, str):
            request.warn(source)
            return []
        body = read_body(request, source.text, source.lines, name)
        return [code_block(text.strip("\n"))] if body is None else _make_grid(body)


def _make_grid(body: Body) -> Sequence[nodes.Node]:
    request = body.request
    items = body.maps("item")
    if not items:
        return []
    columns = _sizes(request, "columns", _COLUMNS)
    is_auto = columns == ["auto"]
    return [
        make_grid(
            [_make_item(item) for item in items],
            columns,
            () if is_auto else _sizes(request, "gutter", _GUTTERS),
            ["sd-border-1"] if request.flag("outline") else [],
            [_item_classes(item) for item in items],
        )
    ]


_build_items = from_body(_make_grid)


def _is_card(item: Body) -> bool:
    return item.text("type") == "card"


def _make_item(item: Body) -> nodes.Element:
    if _is_card(item):
        return _make_card(item, ["sd-w-100"])
    return nodes.container("", *item.blocks("body"), is_div=True)


def _item_classes(item: Body) -> list[str]:
    if _is_card(item):
        return ["sd-d-flex-row"]
    sizes = _checked(item.text("columns"), _COLUMNS)
    return ["sd-d-flex-column", *(grid_sizes("sd-col-", sizes) if sizes else ())]


def _sizes(request: Request, name: str, known: Sequence[str]) -> list[str]:
    """Return the one value or the four of an argument; its default if they are bad."""
    parameter = request.definition.parameter(name)
    default = parameter.default.split() if parameter else []
    if not request.text(name).strip():
        return default
    if sizes := _checked(request.text(name), known):
        return sizes
    request.warn(
        f"argument {name!r} must be one value or four, each of {', '.join(known)}; "
        f"got {request.text(name)!r}, {' '.join(default)!r} is used"
    )
    return default


def _checked(text: str, known: Sequence[str]) -> list[str]:
    words = text.split()
    is_usable = len(words) in (1, 4) and all(word in known for word in words)
    return words if is_usable else []


def _make_card(card: Body, classes: Sequence[str]) -> nodes.Element:
    title, body = card.text("title"), card.blocks("body")
    link = None
    if url := card.text("link").strip():
        link = covering_link(card.request, url, title or _words(body) or url)
    return make_card(
        body,
        title=[nodes.Text(title)] if title else [],
        header=card.blocks("header"),
        footer=card.blocks("footer"),
        link=link,
        classes=[*classes, *card.classes("classcard")],
    )


def _words(blocks: Sequence[nodes.Node]) -> str:
    """Return the first words of *blocks*; images have none."""
    texts = (text for block in blocks for text in block.findall(nodes.Text))
    return shorten(" ".join(texts), _MAX_LABEL, placeholder=" …")


@from_body
def _build_card(body: Body) -> Sequence[nodes.Node]:
    return [_make_card(body, ["sd-mb-3"])]


_ITEM = (
    "`title` (plain text), `body`, `header` and `footer` (Markdown), `link`, and "
    "`classcard` (CSS classes)"
)

GRID = Definition(
    name="grid",
    summary="Boxes side by side: a list `item`. One whose `type` is `card` has "
    f"{_ITEM}; any other has `body` and its own width, `columns`.",
    primary="columns",
    inner=Inner.DATA,
    build=_build_grid,
    parameters=(
        Parameter(
            "columns",
            "How many stand side by side: `auto`, one number, or four, for very "
            "small, small, medium and large screens.",
            "auto",
        ),
        Parameter("gutter", "The space between them, `0` to `5`, one or four.", "2"),
        Parameter("outline", "Whether it has a border.", "false", kind=Kind.FLAG),
        Parameter(
            "file",
            "A file beside the page that says what else stands in the inner content.",
        ),
    ),
    example="""{{< grid columns="1 2 2 2" >}}
[[item]]
type = 'card'
title = 'Sow'
body = 'From *March* on.'

[[item]]
type = 'card'
title = 'Reap'
body = 'When it is {{< badge success >}}ripe{{< /badge >}}.'
link = 'https://example.org/'
{{< /grid >}}

{{< grid file="scientific-python-garden.toml" columns="2 3 3 3" />}}""",
)
CARD = Definition(
    name="card",
    summary=f"A box with the keys {_ITEM}.",
    inner=Inner.DATA,
    build=_build_card,
    example="""{{< card >}}
header = 'Today'
title = 'Peas'
body = 'Four rows of *green* ones.'
footer = 'Sold by the pound.'
{{< /card >}}""",
)
