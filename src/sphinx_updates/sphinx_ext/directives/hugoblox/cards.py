"""``cards`` with ``card``, and ``steps``: content in boxes and in numbered parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.hugo.markdown.emoji import with_emoji
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.design import (
    covering_link,
    make_card,
    make_grid,
)
from sphinx_updates.sphinx_ext.directives.parts.icons import icon_classes, make_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

MAX_COLUMNS = 12


def _build_cards(request: Request) -> Sequence[nodes.Node]:
    """Build a grid of the cards, and leave everything else below it."""
    box = nodes.Element("", *request.parse_inner())
    cards = [node for node in box.findall(nodes.container) if _is_card(node)]
    for card in cards:
        card.parent.remove(card)
    if not cards:
        return list(box.children)
    count = min(max(request.number("cols"), 1), MAX_COLUMNS)
    few = str(min(count, 2))
    grid = make_grid(cards, ("1", few, str(count), str(count)))
    return [grid, *(node for node in box.children if node.astext().strip())]


def _is_card(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("design_component") == "card"


def _build_card(request: Request) -> Sequence[nodes.Node]:
    title: list[nodes.Node] = [nodes.Text(request.text("title"))]
    icon = request.text("icon")
    if classes := icon_classes(icon) if icon else []:
        title[:0] = [make_icon(classes), nodes.Text(" ")]
    url = request.text("url").strip()
    label = request.text("title") or url
    return [
        make_card(
            request.parse_block(with_emoji(request.text("subtitle"))),
            title=title if request.text("title") or icon else (),
            link=covering_link(request, url, label) if url else None,
            classes=["sd-w-100"],
        )
    ]


def _build_steps(request: Request) -> Sequence[nodes.Node]:
    """Build a numbered list: each heading of the content starts an item."""
    blocks = request.parse_inner()
    levels = [_level(block) for block in blocks if _level(block)]
    if not levels:
        return blocks
    before: list[nodes.Node] = []
    steps = nodes.enumerated_list(classes=["hb-steps"], enumtype="arabic")
    steps["prefix"], steps["suffix"] = "", "."
    for block in blocks:
        if _level(block) == min(levels):
            steps += nodes.list_item("", block)
        elif steps.children:
            steps.children[-1] += block  # type: ignore[operator]
        else:
            before.append(block)
    return [*before, steps]


def _level(block: nodes.Node) -> int:
    """Return the level of a heading, 1 to 6; 0 for anything else."""
    if not isinstance(block, nodes.rubric):
        return 0
    return int(block.get("heading-level", 6))


CARDS = Definition(
    name="cards",
    summary="A grid of cards; each is a `card` in its inner content.",
    primary="cols",
    inner=Inner.NOTATION,
    build=_build_cards,
    parameters=(
        Parameter(
            "cols",
            "How many stand side by side on a wide screen, 1 to 12.",
            "1",
            kind=Kind.NUMBER,
        ),
    ),
    example=(
        "{{< cards cols=2 >}}\n"
        '  {{< card url="https://example.org/start/" title="Start" icon="rocket" >}}\n'
        '  {{< card url="https://example.org/help/" title="Help" '
        'subtitle="Ask *anything*" >}}\n'
        "{{< /cards >}}"
    ),
)

CARD = Definition(
    name="card",
    summary="A card that is one large link.",
    primary="title",
    build=_build_card,
    plain=("title", "subtitle"),
    parameters=(
        Parameter("url", "Where the card leads."),
        Parameter("title", "Title."),
        Parameter("subtitle", "A line below the title, in Markdown."),
        Parameter("icon", "An icon of Font Awesome before the title."),
    ),
    example=(
        '{{< card url="https://example.org/" title="Our project" '
        'subtitle="What we do, and **why**." >}}'
    ),
)

STEPS = Definition(
    name="steps",
    summary="Instructions in numbered steps; each begins with a heading.",
    inner=Inner.MARKDOWN,
    build=_build_steps,
    example=(
        "{{% steps %}}\n\n"
        "### Install\n\nOne command does it.\n\n"
        "### Configure\n\nTwo lines are enough.\n\n"
        "{{% /steps %}}"
    ),
)
