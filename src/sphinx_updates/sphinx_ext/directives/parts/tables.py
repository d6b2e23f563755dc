"""Tables from rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CELLS = 8_000
"""More than anybody reads; a page of that size hangs the browser."""

MAX_LETTERS = 40
"""How wide a column may be where letters are all there is to draw with."""


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
    align: Sequence[str] = (),
) -> nodes.table:
    """Return a table; rows that are too short are filled up.

    :param align: For each column the alignment of its cells that have none.
    """
    heads, bodies = _place(head), _place(body)
    width = max((row.width for row in (*heads, *bodies)), default=0)
    table = nodes.table("", classes=["colwidths-auto"])
    if caption:
        table += nodes.title("", "", *caption)
    group = nodes.tgroup(cols=width)
    table += group
    widths = _text_widths((*heads, *bodies), width)
    group.extend(nodes.colspec(colwidth=chars) for chars in widths)
    if head:
        group += nodes.thead("", *(_row(row, width, align) for row in heads))
    group += nodes.tbody("", *(_row(row, width, align) for row in bodies))
    return table


class _Row(NamedTuple):
    """The cells of a row and where they stand."""

    cells: list[tuple[int, int, Cell]]
    """Column, how many rows further down the cell reaches, cell."""
    covered: int
    """How many columns cells of the rows above reach down to."""
    width: int


def _place(rows: Sequence[Sequence[Cell]]) -> list[_Row]:
    """Return where each cell stands; none reaches below the last row."""
    placed: list[_Row] = []
    covered: dict[int, int] = {}
    for number, row in enumerate(rows):
        cells = []
        column = 0
        for cell in row:
            while column in covered:
                column += 1
            cells.append((column, min(cell.rows, len(rows) - number) - 1, cell))
            column += cell.columns
        width = max(column, max(covered, default=-1) + 1)
        placed.append(_Row(cells, len(covered), width))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for column, more, cell in cells:
            if more > 0:
                covered |= dict.fromkeys(range(column, column + cell.columns), more)
    return placed


def _text_widths(rows: Sequence[_Row], width: int) -> list[int]:
    """Return how wide each column is in letters, for writers that draw with them."""
    widths = [1] * width
    for row in rows:
        for column, _more, cell in row.cells:
            if cell.columns == 1:
                letters = sum(len(node.astext()) for node in cell.content)
                widths[column] = min(max(widths[column], letters), MAX_LETTERS)
    return widths


def _row(row: _Row, width: int, align: Sequence[str]) -> nodes.row:
    made = nodes.row()
    for column, more, cell in row.cells:
        entry = nodes.entry()
        if cell.columns > 1:
            entry["morecols"] = cell.columns - 1
        if more > 0:
            entry["morerows"] = more
        if side := cell.align or (align[column] if column < len(align) else ""):
            entry["classes"].append(f"text-{side}")
        if any(isinstance(node, nodes.Body) for node in cell.content):
            entry.extend(cell.content)
        elif cell.content:
            entry += nodes.paragraph("", "", *cell.content)
        made += entry
    used = row.covered + sum(cell.columns for _column, _more, cell in row.cells)
    made.extend(nodes.entry() for _missing in range(width - used))
    return made
