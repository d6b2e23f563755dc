"""What a block of raw HTML is where there is no HTML: paragraphs, lists, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_updates.sphinx_ext.dialect_nodes import LineBreak
from sphinx_updates.sphinx_ext.directives.parts.tables import (
    MAX_CELLS,
    Cell,
    make_table,
)
from sphinx_updates.sphinx_ext.nodes import Details, HorizontalRule, Summary
from sphinx_updates.sphinx_ext.raw_html_phrases import (
    Element,
    in_a_line,
    is_block,
    make_phrase,
    trim,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_SPAN: Final = 50
"""Columns or rows of one cell."""

# fmt: off
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav",
    "noscript", "ol", "p", "pre", "section", "summary", "table", "ul",
})
"""Elements that begin on a line of their own: they end an open paragraph."""
# fmt: on


def make_nodes(element: Element) -> list[nodes.Node]:
    """Return the nodes of *element*, and the target that its id is."""
    maker = _MAKERS.get(element.name)
    if maker is not None:
        made = maker(element)
    elif element.name in BLOCKS:
        made = as_blocks(element.children)
    else:
        made = list(make_phrase(element))
    anchor = element.text("id") or (element.name == "a" and element.text("name"))
    if anchor and not any(character.isspace() for character in anchor):
        made.insert(0, nodes.target("", "", ids=[anchor]))
    return made


def as_blocks(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *children* as blocks: phrases in paragraphs, no blanks between them."""
    blocks: list[nodes.Node] = []
    phrases: list[nodes.Node] = []
    for child in children:
        if not is_block(child):
            phrases.append(child)
            continue
        blocks += _paragraph(phrases)
        blocks.append(child)
        phrases = []
    return blocks + _paragraph(phrases)


def as_body(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *children* as blocks that may stand anywhere: no parts of others."""
    body: list[nodes.Node] = []
    for block in as_blocks(children):
        match block:
            case nodes.caption() | nodes.term() | Summary():
                body += _paragraph(block.children)
            case nodes.list_item() | nodes.definition() | nodes.entry():
                body += as_body(block.children)
            case nodes.row() | nodes.thead():
                cells = block.findall(nodes.entry)
                body += [child for cell in cells for child in cell.children]
            case _:
                body.append(block)
    return body


def _paragraph(phrases: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return phrases as a paragraph; nothing if they are blank."""
    kept = trim(phrases)
    return [nodes.paragraph("", "", *kept)] if kept else []


def _heading(element: Element) -> list[nodes.Node]:
    children = in_a_line(element.children)
    level = int(element.name[1])
    return (
        [nodes.rubric("", "", *children, **{"heading-level": level})]
        if children
        else []
    )


def _code(element: Element) -> list[nodes.Node]:
    text = "".join(
        "\n" if isinstance(child, LineBreak) else child.astext()
        for child in element.children
    )
    text = text.removeprefix("\n").rstrip()
    block = nodes.literal_block(text, text, language="text", force=True)
    return [block] if text else []


def _quote(element: Element) -> list[nodes.Node]:
    blocks = as_body(element.children)
    return [nodes.block_quote("", *blocks)] if blocks else []


def _item(element: Element) -> list[nodes.Node]:
    return [nodes.list_item("", *as_body(element.children))]


def _list(element: Element) -> list[nodes.Node]:
    items: list[nodes.Node] = [
        block
        if isinstance(block, nodes.list_item)
        else nodes.list_item("", *as_body([block]))
        for block in as_blocks(element.children)
    ]
    if not items:
        return []
    if element.name != "ol":
        return [nodes.bullet_list("", *items, bullet="*")]
    how: dict[str, Any] = {"enumtype": "arabic", "prefix": "", "suffix": "."}
    if re.fullmatch(r"\d{1,6}", start := element.text("start")):
        how["start"] = int(start)
    return [nodes.enumerated_list("", *items, **how)]


def _term(element: Element) -> list[nodes.Node]:
    return [nodes.term("", "", *in_a_line(element.children))]


def _definition(element: Element) -> list[nodes.Node]:
    return [nodes.definition("", *as_body(element.children))]


def _definition_list(element: Element) -> list[nodes.Node]:
    items: list[tuple[nodes.term, nodes.definition]] = []
    for child in as_blocks(element.children):
        if not items or (isinstance(child, nodes.term) and items[-1][1].children):
            items.append((nodes.term(), nodes.definition()))
        term, definition = items[-1]
        if isinstance(child, nodes.term):
            # docutils has one term for each definition.
            term.extend([nodes.Text(", ")] if term.children else [])
            term.extend(child.children)
        else:
            definition.extend(as_body([child]))
    made = [nodes.definition_list_item("", *item) for item in items]
    return [nodes.definition_list("", *made)] if made else []


def _caption(element: Element) -> list[nodes.Node]:
    return [nodes.caption("", "", *in_a_line(element.children))]


def _figure(element: Element) -> list[nodes.Node]:
    blocks = as_blocks(element.children)
    captions = [block for block in blocks if isinstance(block, nodes.caption)]
    body = as_body([block for block in blocks if block not in captions])
    if len(body) == 1 and isinstance(body[0], nodes.paragraph):
        shown = [c for c in body[0].children if not isinstance(c, nodes.target)]
        if len(shown) == 1 and any(True for _image in body[0].findall(nodes.image)):
            return [nodes.figure("", *body[0].children, *captions[:1])]
    return [*body, *as_body(captions)]


def _details(element: Element) -> list[nodes.Node]:
    blocks = as_blocks(element.children)
    summaries = [block for block in blocks if isinstance(block, Summary)][:1]
    body = as_body([block for block in blocks if block not in summaries])
    return [Details("", *summaries, *body, open=True)]


def _summary(element: Element) -> list[nodes.Node]:
    return [Summary("", "", *in_a_line(element.children))]


def _cell(element: Element) -> list[nodes.Node]:
    content = [
        child
        for block in as_body(element.children)
        for child in (_content_of(block) if isinstance(block, nodes.table) else [block])
    ]
    entry = nodes.entry("", *content, is_head=element.name == "th")
    for name in ("colspan", "rowspan"):
        span = element.text(name)
        if re.fullmatch(r"\d{1,4}", span):
            entry[name] = min(max(int(span), 1), MAX_SPAN)
    return [entry]


def _content_of(table: nodes.table) -> list[nodes.Node]:
    """Return the content of a table inside a table, which few writers can draw."""
    return [child for entry in table.findall(nodes.entry) for child in entry.children]


def _row(element: Element) -> list[nodes.Node]:
    cells = [cell for cell in element.children if isinstance(cell, nodes.entry)]
    return [nodes.row("", *cells)] if cells else []


def _head(element: Element) -> list[nodes.Node]:
    rows = [row for row in element.children if isinstance(row, nodes.row)]
    return [nodes.thead("", *rows)]


def _table(element: Element) -> list[nodes.Node]:
    head: list[list[Cell]] = []
    body: list[list[Cell]] = []
    caption: list[nodes.Node] = []
    others: list[nodes.Node] = []
    is_titled = False
    for child in element.children:
        match child:
            case nodes.thead():
                head += map(_cells, child.children)
            case nodes.row():
                is_titled |= not body and _is_head(child)
                body.append(_cells(child))
            case nodes.caption():
                caption = list(child.children)
            case _:
                others.append(child)
    if not head and is_titled:
        head, body = body[:1], body[1:]
    if not body:
        head, body = [], head
    # What stands in a table outside of its cells is shown before it, as browsers do.
    before = as_body(others)
    cells = [cell for row in (*head, *body) for cell in row]
    if not cells or sum(cell.columns * cell.rows for cell in cells) > MAX_CELLS:
        return [*before, *(node for cell in cells for node in cell.content)]
    return [*before, make_table(body, head, caption)]


def _is_head(row: nodes.row) -> bool:
    return all(cell["is_head"] for cell in row.findall(nodes.entry))


def _cells(row: nodes.Node) -> list[Cell]:
    return [
        Cell(cell.children, cell.get("colspan", 1), cell.get("rowspan", 1))
        for cell in row.children
        if isinstance(cell, nodes.entry)
    ]


_MAKERS: Final[dict[str, Callable[[Element], list[nodes.Node]]]] = {
    "blockquote": _quote,
    "caption": _caption,
    "dd": _definition,
    "details": _details,
    "dl": _definition_list,
    "dt": _term,
    "figcaption": _caption,
    "figure": _figure,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "hr": lambda _element: [HorizontalRule()],
    "li": _item,
    "menu": _list,
    "ol": _list,
    "pre": _code,
    "summary": _summary,
    "table": _table,
    "td": _cell,
    "th": _cell,
    "thead": _head,
    "tr": _row,
    "ul": _list,
}
