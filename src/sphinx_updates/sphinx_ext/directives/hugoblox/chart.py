"""``chart``: a Plotly chart, as tables of its data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter
from sphinx_updates.sphinx_ext.directives.parts.media import link_file
from sphinx_updates.sphinx_ext.directives.parts.plotly import read_traces, title_of
from sphinx_updates.sphinx_ext.directives.parts.tables import Cell, make_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_updates.sphinx_ext.directives.parts.plotly import Trace
    from sphinx_updates.sphinx_ext.directives.request import Request

MAX_ROWS = 200
"""Rows of one table: more are data for a program, and the file has them."""


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a table for each series of the chart, and a link to the whole file.

    Differs from Hugo Blox, which loads Plotly from another server: the numbers are
    there in every format and without JavaScript.
    """
    data = request.text("data").strip()
    name = data if data.lower().endswith(".json") else f"{data}.json"
    text = request.read_file(name)
    if text is None:
        return []
    try:
        chart: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        request.warn(f"file {name!r} cannot be read as JSON: {error}")
        return []
    traces = read_traces(chart)
    if not traces:
        request.warn(f"file {name!r} has no data of a Plotly chart that can be shown")
    made: list[nodes.Node] = [_table(trace) for trace in traces]
    if title := title_of(chart):
        made.insert(0, nodes.rubric(title, title))
    if file := request.find_file(name):
        made.append(_file_link(request, file))
    return [nodes.container("", *made, classes=["chart"], is_div=True)]


def _table(trace: Trace) -> nodes.table:
    rows = [
        [
            Cell([nodes.Text(text)], align="right" if is_number else "")
            for text, is_number in row
        ]
        for row in trace.rows[:MAX_ROWS]
    ]
    if len(trace.rows) > MAX_ROWS:
        rows.append([Cell([nodes.Text("…")], columns=len(trace.columns))])
    head = [Cell([nodes.Text(column)]) for column in trace.columns]
    return make_table(rows, [head], [nodes.Text(trace.name)] if trace.name else [])


def _file_link(request: Request, file: Path) -> nodes.paragraph:
    link = link_file(request, file, [nodes.literal(file.name, file.name)])
    return nodes.paragraph("", "", link)


CHART = Definition(
    name="chart",
    summary="The data of a Plotly chart as tables, with a link to its file.",
    primary="data",
    build=_build,
    plain=("data",),
    parameters=(
        Parameter(
            "data",
            "A JSON file of the page bundle that Plotly wrote, without `.json`.",
            is_required=True,
        ),
    ),
    example='{{< chart data="hugoblox-visitors" >}}',
)
