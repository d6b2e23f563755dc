"""``table``: a table from a file of comma-separated values."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.emojis import parse_line
from sphinx_updates.sphinx_ext.directives.parts.tables import (
    MAX_CELLS,
    Cell,
    make_table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_NUMBER = re.compile(r"\s*[-+−]?\d[\d,. ]*%?\s*")
_ESCAPES = {"\\t": "\t", "tab": "\t"}


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build the table; its first row is the header, whatever ``header`` says."""
    path = (request.text("path") or request.text("src")).strip()
    rows = _read(request, path)
    if not rows:
        return []
    head, *body = [[_cell(request, text) for text in row] for row in rows]
    return [make_table(body, [head], parse_line(request, request.text("caption")))]


def _read(request: Request, path: str) -> list[list[str]]:
    """Return the rows of the file; none, and a warning, if there is nothing to show."""
    if not path:
        request.warn("it needs the argument 'path', a CSV file of the page bundle")
        return []
    if is_external(path):
        request.warn(f"'path' must be a file of the page bundle, got {path!r}")
        return []
    text = request.read_file(path)
    if text is None:
        return []
    delimiter = request.text("delimiter") or ","
    delimiter = _ESCAPES.get(delimiter, delimiter)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        request.warn(f"'delimiter' must be one character, got {delimiter!r}")
        return []
    try:
        lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        rows = [row for row in lines if row]
    except csv.Error as error:
        request.warn(f"file {path!r} cannot be read as CSV: {error}")
        return []
    if not rows:
        request.warn(f"file {path!r} is empty")
    width = max(map(len, rows), default=0)
    if width * len(rows) > MAX_CELLS:
        fitting = max(MAX_CELLS // width, 1)
        request.warn(f"file {path!r} is too large; only {fitting} rows are shown")
        rows = [row[:MAX_CELLS] for row in rows[:fitting]]
    return rows


def _cell(request: Request, text: str) -> Cell:
    text = text.strip()
    if text and _NUMBER.fullmatch(text):
        return Cell([nodes.Text(text)], align="right")
    return Cell(parse_line(request, text))


TABLE = Definition(
    name="table",
    summary="A table from a file of comma-separated values (CSV).",
    primary="path",
    build=_build,
    plain=("caption", "path"),
    parameters=(
        Parameter("path", "The file, in the page bundle."),
        Parameter("src", "Another name of `path`."),
        Parameter("delimiter", "What stands between two values; `\\t` is a tab.", ","),
        Parameter(
            "header",
            "Accepted, and without effect as in Hugo Blox: the first row is always the "
            "header.",
            "true",
            kind=Kind.FLAG,
        ),
        Parameter("caption", "Caption, in Markdown."),
    ),
    example=(
        '{{< table path="hugoblox-speed.csv" caption="Time to build, *in seconds*" >}}'
    ),
)
