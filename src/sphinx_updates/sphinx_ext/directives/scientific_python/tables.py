"""``yamlToTable`` and ``field-list``: rows of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.hugo.front_matter.casts import to_int, to_text
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner
from sphinx_updates.sphinx_ext.directives.parts.tables import (
    MAX_CELLS,
    Cell,
    make_table,
)
from sphinx_updates.sphinx_ext.directives.scientific_python.bodies import (
    Body,
    from_body,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIGNMENTS: Final = ("left", "center", "right")
_MAX_SPAN: Final = 1000
"""HTML's own bound."""


@from_body
def _build_table(body: Body) -> Sequence[nodes.Node]:
    rows = body.maps("rows")
    cells = [[_cell(row, value) for value in row.items("columns")] for row in rows]
    head = [_cell(body, value) for value in body.items("headers")]
    width = max(
        (sum(cell.columns for cell in row) for row in (head, *cells)), default=0
    )
    if width == 0:
        return []
    if width * (len(cells) + 1) > MAX_CELLS:
        body.request.warn(
            f"a table of more than {MAX_CELLS} cells; it is shown as text"
        )
        return [code_block(body.request.inner_text().strip("\n"))]
    caption = body.text("caption")
    return [
        make_table(
            cells,
            [head] if head else [],
            [nodes.Text(caption)] if caption else [],
            [column.choice("align", _ALIGNMENTS) for column in _formats(body)],
        )
    ]


def _formats(body: Body) -> list[Body]:
    return body.maps("format") if body.values.get("format") else []


def _cell(body: Body, value: object) -> Cell:
    """Return a cell of a text, or of a map with ``text`` and its spans."""
    if isinstance(value, dict):
        cell = body.part(value)
        return Cell(
            cell.blocks("text"),
            columns=_span(value.get("colspan")),
            rows=_span(value.get("rowspan")),
        )
    text = to_text(value)
    return Cell(body.markdown(text) if text else [])


def _span(value: object) -> int:
    return min(max(to_int(value) or 1, 1), _MAX_SPAN)


@from_body
def _build_fields(body: Body) -> Sequence[nodes.Node]:
    """Build a field list: what the theme prints has the classes of docutils' own."""
    entries = body.maps("entry")
    if not entries:
        return []
    fields = (
        nodes.field(
            "",
            nodes.field_name("", entry.text("term")),
            nodes.field_body("", nodes.paragraph("", entry.text("def"))),
        )
        for entry in entries
    )
    return [nodes.field_list("", *fields)]


YAML_TO_TABLE = Definition(
    name="yamlToTable",
    summary="A table with the keys `caption` (plain text), `headers` (a list), "
    "`format` (a list, each with `align`: `left`, `center` or `right`), and `rows` "
    "(a list, each with the list `columns`). A cell is Markdown, or a map with `text`, "
    "`colspan` and `rowspan`.",
    inner=Inner.DATA,
    build=_build_table,
    example="""{{< yamlToTable >}}
caption: What grows where
headers:
  - Bed
  - Plant
format:
  - align: left
  - align: right
rows:
  - columns:
      - First
      - Peas, *green*
  - columns:
      - Second
      - Nothing yet
{{< /yamlToTable >}}""",
)
FIELD_LIST = Definition(
    name="field-list",
    summary="Names and what belongs to them: a list `entry`, each with `term` and "
    "`def`, both plain text.",
    inner=Inner.DATA,
    build=_build_fields,
    example="""{{< field-list >}}
[[entry]]
term = 'Opened'
def = 'in spring'

[[entry]]
term = 'Closed'
def = 'on Mondays'
{{< /field-list >}}""",
)
