"""Tables from rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CELLS = 20_000
"""More than anybody reads; a page of that size hangs the browser."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    content: Sequence[nodes.Node]
    """Inline nodes, or block nodes."""
    columns: int = 1
    rows: int = 1
    align: str = ""
    """``left``, ``center``, ``right``, or nothing."""


def make_table(
    body: Sequence[Sequence[Cell]],
    head: Sequence[Sequence[Cell]] = (),
    caption: Sequence[nodes.Node] = (),
) -> nodes.table:
    """Return a table; rows that are too short are filled up."""
    width = max((_width(row) for row in (*head, *body)), default=0)
    table = nodes.table("", classes=["colwidths-auto"])
    if caption:
        table += nodes.title("", "", *caption)
    group = nodes.tgroup(cols=width)
    table += group
    group.extend(nodes.colspec(colwidth=1) for _column in range(width))
    if head:
        group += nodes.thead("", *(_row(row, width) for row in head))
    group += nodes.tbody("", *(_row(row, width) for row in body))
    return table


def _width(row: Sequence[Cell]) -> int:
    return sum(cell.columns for cell in row)


def _row(row: Sequence[Cell], width: int) -> nodes.row:
    made = nodes.row()
    for cell in row:
        entry = nodes.entry()
        if cell.columns > 1:
            entry["morecols"] = cell.columns - 1
        if cell.rows > 1:
            entry["morerows"] = cell.rows - 1
        if cell.align:
            entry["classes"].append(f"text-{cell.align}")
        if any(isinstance(node, nodes.Body) for node in cell.content):
            entry.extend(cell.content)
        elif cell.content:
            entry += nodes.paragraph("", "", *cell.content)
        made += entry
    made.extend(nodes.entry() for _missing in range(width - _width(row)))
    return made
