"""sphinx-design's components as nodes: cards, grids, tabs, dropdowns, buttons, badges.

Its directives read options of their own; the nodes that they make are its interface to
the writers, and what stands here makes the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_design.shared import SEMANTIC_COLORS, create_component

from sphinx_updates.sphinx_ext.nodes import TightParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

COLOURS = tuple(SEMANTIC_COLORS)
_SCREENS = ("xs", "sm", "md", "lg")


def make_card(  # noqa: PLR0913 - by keyword
    body: Sequence[nodes.Node],
    *,
    title: Sequence[nodes.Node] = (),
    subtitle: Sequence[nodes.Node] = (),
    header: Sequence[nodes.Node] = (),
    footer: Sequence[nodes.Node] = (),
    link: nodes.Element | None = None,
    classes: Sequence[str] = ("sd-mb-3",),
) -> nodes.container:
    """Return a card; *title* and *subtitle* are inline, all else is block content.

    :param link: An empty reference that covers the whole card, from
        :func:`covering_link`.
    """
    card = create_component(
        "card", ["sd-card", "sd-sphinx-override", "sd-shadow-sm", *classes]
    )
    if header:
        card += create_component("card-header", ["sd-card-header"], children=[*header])
    inside = create_component("card-body", ["sd-card-body"])
    if title:
        inside += create_component(
            "card-title",
            ["sd-card-title", "sd-font-weight-bold"],
            children=[TightParagraph("", "", *title)],
        )
    if subtitle:
        inside += create_component(
            "card-subtitle",
            ["sd-card-subtitle"],
            children=[TightParagraph("", "", *subtitle)],
        )
    for node in body:
        if isinstance(node, nodes.paragraph):
            node["classes"].append("sd-card-text")
    inside.extend(body)
    card += inside
    if footer:
        card += create_component("card-footer", ["sd-card-footer"], children=[*footer])
    if link is not None:
        card["classes"].append("sd-card-hover")
        card += TightParagraph("", "", link)
    return card


def covering_link(request: Request, url: str, label: str) -> nodes.Element:
    """Return a link to *url* that makes the card it stands in one large link."""
    hidden = nodes.inline("", label, classes=["sd-visually-hidden"])
    link = request.make_link(url, [hidden])
    link["classes"] += ["sd-stretched-link", "sd-hide-link-text"]
    return link


def make_grid(
    items: Sequence[nodes.Element],
    columns: Sequence[str] = ("1", "2", "2", "3"),
    gutter: Sequence[str] = ("2", "2", "2", "2"),
    classes: Sequence[str] = (),
    item_classes: Sequence[Sequence[str]] = (),
) -> nodes.container:
    """Return *items* side by side.

    :param columns: How many, on very small, small, medium and large screens; or
        ``("auto",)``.
    :param gutter: The space between them on the same screens, ``0`` to ``5``.
    :param item_classes: For each item, what its column has instead of
        ``sd-d-flex-row``.
    """
    row = create_component(
        "grid-row",
        ["sd-row", *grid_sizes("sd-row-cols-", columns), *grid_sizes("sd-g-", gutter)],
    )
    for number, item in enumerate(items):
        own = item_classes[number] if item_classes else ["sd-d-flex-row"]
        row += create_component("grid-item", ["sd-col", *own], children=[item])
    return create_component(
        "grid-container",
        ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4", *classes],
        children=[row],
    )


def grid_sizes(prefix: str, values: Sequence[str]) -> list[str]:
    """Return classes such as ``sd-g-md-2``; one value is for all screens."""
    if not values:
        return []
    if len(values) == 1:
        values = [values[0]] * len(_SCREENS)
    sized = zip(_SCREENS, values, strict=False)
    return [f"{prefix}{values[0]}", *(f"{prefix}{name}-{n}" for name, n in sized)]


def make_tabs(
    tabs: Sequence[tuple[Sequence[nodes.Node], Sequence[nodes.Node]]],
    *,
    selected: int = 0,
    sync: Sequence[str] = (),
    group: str = "tab",
) -> nodes.container:
    """Return a set of tabs; of each its label, inline, and its content.

    :param selected: 0-based.
    :param sync: A key for each tab: tabs with equal keys are chosen together on the
        whole page. "" for a tab that goes its own way.
    """
    tab_set = create_component("tab-set", ["sd-tab-set"])
    for number, (label, content) in enumerate(tabs):
        item = create_component(
            "tab-item", ["sd-tab-item"], selected=number == selected
        )
        rubric = nodes.rubric("", "", *label, classes=["sd-tab-label"])
        if number < len(sync) and sync[number]:
            rubric["sync_id"], rubric["sync_group"] = sync[number], group
        item += rubric
        item += create_component("tab-content", ["sd-tab-content"], children=[*content])
        tab_set += item
    return tab_set


def make_dropdown(  # noqa: PLR0913 - by keyword
    title: Sequence[nodes.Node],
    body: Sequence[nodes.Node],
    *,
    is_open: bool = False,
    classes: Sequence[str] = (),
    title_classes: Sequence[str] = (),
    icon: str = "",
    chevron: str = "",
) -> nodes.container:
    """Return content that opens on a click, in a card.

    :param icon: An octicon before the title.
    :param chevron: ``right-down``, the default, or ``down-up``.
    """
    dropdown = create_component(
        "dropdown",
        opened=is_open,
        type="dropdown",
        has_title=bool(title),
        icon=icon or None,
        chevron=chevron or None,
        container_classes=["sd-mb-3", *classes],
        title_classes=[*title_classes],
        body_classes=[],
    )
    if title:
        dropdown += nodes.rubric("", "", *title)
    dropdown.extend(body)
    return dropdown


def make_button(
    link: nodes.Element, colour: str = "primary", *, outline: bool = False
) -> nodes.Element:
    """Dress *link*, from ``request.make_link``, as a button."""
    kind = f"sd-btn-outline-{colour}" if outline else f"sd-btn-{colour}"
    link["classes"] += ["sd-sphinx-override", "sd-btn", "sd-text-wrap", kind]
    return link


def make_badge(
    children: Sequence[nodes.Node], colour: str = "primary", *, outline: bool = False
) -> nodes.inline:
    """Return a small label."""
    kinds = (
        [f"sd-outline-{colour}", f"sd-text-{colour}"]
        if outline
        else [f"sd-bg-{colour}", f"sd-bg-text-{colour}"]
    )
    classes = ["sd-sphinx-override", "sd-badge", *kinds]
    return nodes.inline("", "", *children, classes=classes)
