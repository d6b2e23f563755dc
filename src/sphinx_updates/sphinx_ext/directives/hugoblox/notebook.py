"""``notebook``: a Jupyter notebook as part of the page."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_updates.hugo.highlight import CodeOptions
from sphinx_updates.hugo.links import is_external
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.media import link_file
from sphinx_updates.sphinx_ext.directives.parts.notebooks import (
    NotebookError,
    read_notebook,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_updates.sphinx_ext.directives.parts.notebooks import (
        CodeOrText,
        Notebook,
        Output,
    )
    from sphinx_updates.sphinx_ext.directives.request import Request

_HEIGHT: Final = re.compile(
    r"\d+(?:\.\d+)?(?:px|rem|em|vh|%)|calc\([\w\s.+*/%-]+\)|none"
)
_PICTURES: Final = ("image/png", "image/jpeg", "image/gif", "image/webp")
_SVG: Final = "image/svg+xml"


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build the cells of the notebook and a link to its file."""
    src = (request.text("src") or request.text("file")).strip()
    if not src or is_external(src):
        found = f"got {src!r}" if src else "none is given"
        request.warn(f"'src' must be a notebook of the page bundle, {found}")
        return []
    text = request.read_file(src)
    if text is None:
        return []
    try:
        notebook = read_notebook(text)
    except NotebookError as error:
        request.warn(f"file {src!r} is no notebook: {error}")
        return []
    box = nodes.container("", classes=["notebook"], is_div=True)
    if request.flag("dense"):
        box["classes"].append("notebook-dense")
    title = request.text("title")
    if title:
        box += nodes.rubric(title, title)
    if request.flag("show_metadata"):
        facts = " · ".join(filter(None, (notebook.kernel, notebook.language)))
        box += nodes.paragraph("", facts)
    for cell in notebook.cells:
        box.extend(_cell(request, notebook, cell))
    box.extend(_file_link(request, src))
    return [box]


def _cell(
    request: Request, notebook: Notebook, cell: CodeOrText
) -> Iterable[nodes.Node]:
    if cell.kind == "markdown":
        if request.flag("show_markdown"):
            source = cell.source
            for name, uri in (cell.attachments or {}).items():
                source = source.replace(f"attachment:{name}", uri)
            yield from request.parse_block(source)
        return
    if cell.kind != "code":
        return  # raw cells are meant for another format
    if request.flag("show_code") and cell.source.strip():
        options = CodeOptions(has_line_numbers=request.flag("line_numbers"))
        language = request.text("language") or notebook.language
        yield code_block(cell.source, language, options)
    if request.flag("show_outputs") and cell.outputs:
        shown = [node for output in cell.outputs for node in _output(request, output)]
        yield from _scrolling(request, shown)


def _scrolling(request: Request, shown: Sequence[nodes.Node]) -> Iterable[nodes.Node]:
    """Yield what outputs show in a box that scrolls when it is too high, in HTML."""
    height = request.text("max_output_height").strip()
    if not _HEIGHT.fullmatch(height):
        request.warn(
            f"'max_output_height' must be a height such as 26rem, got {height!r}"
        )
        height = "none"
    style = f"max-height: {height}; overflow: auto"
    yield nodes.raw("", f'<div class="cell_output" style="{style}">', format="html")
    yield from shown
    yield nodes.raw("", "</div>", format="html")


def _output(request: Request, output: Output) -> Iterable[nodes.Node]:
    """Yield the best format of an output that there is."""
    if output.data is None:
        if output.text.strip():
            block = code_block(output.text.rstrip("\n"), "text")
            block["classes"].append("error" if output.is_error else "output")
            yield block
        return
    data = output.data
    plain = data.get("text/plain", "")
    fallback = [code_block(plain, "text")] if plain.strip() else []
    if html := data.get("text/html"):
        yield from _html_or(nodes.raw("", html, format="html"), fallback)
    elif kind := next((kind for kind in _PICTURES if _is_picture(data.get(kind))), ""):
        uri = f"data:{kind};base64,{''.join(data[kind].split())}"
        yield nodes.image(uri=uri, alt=plain or "")
    elif svg := data.get(_SVG):
        packed = base64.b64encode(svg.encode()).decode()
        picture = nodes.image(uri=f"data:{_SVG};base64,{packed}", alt=plain or "")
        yield from _html_or(picture, fallback)
    elif markdown := data.get("text/markdown"):
        yield from request.parse_block(markdown)
    elif latex := data.get("text/latex", "").strip():
        formula = latex.strip("$").strip()
        yield nodes.math_block(formula, formula, number=None, label=None, nowrap=False)
    else:
        yield from fallback


def _html_or(
    node: nodes.Node, fallback: Sequence[nodes.Node]
) -> Iterable[nodes.Element]:
    """Yield *node* for HTML and *fallback* for all other formats."""
    yield addnodes.only("", node, expr="html")
    if fallback:
        yield addnodes.only("", *fallback, expr="not html")


def _is_picture(data: str | None) -> bool:
    try:
        return bool(data) and bool(
            base64.b64decode("".join((data or "").split()), validate=True)
        )
    except (binascii.Error, ValueError):
        return False


def _file_link(request: Request, src: str) -> Iterable[nodes.Node]:
    if not request.flag("show_download"):
        return
    label = [nodes.Text(request.text("download_label"))]
    if url := request.text("source_url").strip():
        yield nodes.paragraph("", "", request.make_link(url, label))
    elif (file := request.find_file(src)) is not None:
        yield nodes.paragraph("", "", link_file(request, file, label))


NOTEBOOK = Definition(
    name="notebook",
    summary=(
        "A Jupyter notebook as part of the page: text, code and the outputs that are "
        "stored in it. Nothing is run."
    ),
    primary="src",
    build=_build,
    plain=("title", "src"),
    parameters=(
        Parameter("src", "The notebook, a file of the page bundle or of `assets`."),
        Parameter("file", "Another name of `src`."),
        Parameter("title", "A heading above it."),
        Parameter("language", "Language of the code; the notebook's own if left out."),
        Parameter("show_code", "Show the code.", "true", kind=Kind.FLAG),
        Parameter("show_markdown", "Show the text.", "true", kind=Kind.FLAG),
        Parameter("show_outputs", "Show the outputs.", "true", kind=Kind.FLAG),
        Parameter(
            "show_metadata",
            "Show the kernel and the language.",
            "false",
            kind=Kind.FLAG,
        ),
        Parameter("line_numbers", "Number the lines of code.", "false", kind=Kind.FLAG),
        Parameter(
            "max_output_height",
            "Height from which on the outputs of a cell scroll, in HTML.",
            "26rem",
        ),
        Parameter("dense", "Add the class `notebook-dense`.", "false", kind=Kind.FLAG),
        Parameter("source_url", "Where the link below leads; the file if left out."),
        Parameter(
            "show_download", "Show a link to the file below.", "true", kind=Kind.FLAG
        ),
        Parameter("download_label", "Text of that link.", "Download notebook"),
    ),
    example='{{< notebook src="hugoblox-notebook.ipynb" title="A small notebook" >}}',
)
