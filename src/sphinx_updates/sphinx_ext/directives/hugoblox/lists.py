"""``list_children``, ``list_tags`` and ``list_categories``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.pages import CHILDREN, TERMS
from sphinx_updates.sphinx_ext.directives.hugoblox.references import page_link
from sphinx_updates.sphinx_ext.directives.parts.terms import term_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build_children(request: Request) -> Sequence[nodes.Node]:
    items: list[list[nodes.Node]] = []
    for facts in json.loads(request.ask(CHILDREN, "")):
        link = page_link(facts, [nodes.Text(facts["link_title"])])
        item: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", "", link))]
        if request.flag("show_summary"):
            text = facts["text"]
            item += request.parse_block(facts["summary"]) or (
                [nodes.paragraph(text, text)] if text else []
            )
        items.append(item)
    return _list(items)


def _build_tags(request: Request) -> Sequence[nodes.Node]:
    return _terms(request, "tags", "tags")


def _build_categories(request: Request) -> Sequence[nodes.Node]:
    return _terms(request, "categories", "category")


def _terms(request: Request, taxonomy: str, kind: str) -> list[nodes.Node]:
    return _list(
        [nodes.paragraph("", "", term_reference(kind, name))]
        for name in json.loads(request.ask(TERMS, taxonomy))
    )


def _list(items: Iterable[Sequence[nodes.Node]]) -> list[nodes.Node]:
    """Return a list of *items*; nothing if there is none."""
    made = nodes.bullet_list("", *(nodes.list_item("", *item) for item in items))
    return [made] if made.children else []


LIST_CHILDREN = Definition(
    name="list_children",
    summary="The pages of the section that the page opens; nothing on other pages.",
    build=_build_children,
    parameters=(
        Parameter(
            "show_summary",
            "Show the summary of each page as well, else its beginning.",
            "true",
            kind=Kind.FLAG,
        ),
    ),
    example="{{< list_children >}}",
)

LIST_TAGS = Definition(
    name="list_tags",
    summary="All tags of the site as links.",
    build=_build_tags,
    example="{{< list_tags >}}",
)

LIST_CATEGORIES = Definition(
    name="list_categories",
    summary="All categories of the site as links.",
    build=_build_categories,
    example="{{< list_categories >}}",
)
