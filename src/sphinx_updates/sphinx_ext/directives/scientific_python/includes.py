"""``include`` and its kin: the content of other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.front_matter.split import split_source
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter
from sphinx_updates.sphinx_ext.resources import find_in_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build_code(request: Request) -> Sequence[nodes.Node]:
    text = request.read_file(request.text("file"))
    if text is None:
        return []
    return [code_block(text.removesuffix("\n"), request.text("language"))]


def _build_markdown(request: Request) -> Sequence[nodes.Node]:
    """Build a file's Markdown, without its front matter, with the calls in it."""
    name = request.text("file")
    text = request.read_file(name)
    file = request.find_file(name)
    if text is None or file is None:
        return []
    with request.other_text(file, text, split_source(text).body) as source:
        if isinstance(source, str):
            request.warn(source)
            return []
        return request.parse_block(source.text, source.lines)


def _build_raw(request: Request) -> Sequence[nodes.Node]:
    text = request.read_file(request.text("file"))
    return [] if text is None else request.parse_html(text)


def _build_html(request: Request) -> Sequence[nodes.Node]:
    name = request.text("file")
    file = find_in_site(f"/{name.strip().lstrip('/')}", request.page, request.env)
    if file is None:
        request.warn(f"file {name!r} not found below the root of the site")
        return []
    text = request.text_of_file(file, name)
    return [] if text is None else request.parse_html(text)


_BESIDE = Parameter("file", "The file, beside the page.", position=0, is_required=True)

INCLUDE_CODE = Definition(
    name="include-code",
    summary="A file as a block of code.",
    primary="file",
    build=_build_code,
    plain=("file",),
    parameters=(
        _BESIDE,
        Parameter("language", "The language, for colours.", position=1),
    ),
    example='{{< include-code "scientific-python-hello.py" "python" >}}',
)
INCLUDE_MD = Definition(
    name="include-md",
    summary="The Markdown of a file, and the shortcodes in it.",
    primary="file",
    build=_build_markdown,
    parameters=(_BESIDE,),
    example='{{< include-md "scientific-python-note.txt" >}}',
)
INCLUDE = Definition(
    name="include",
    summary="The Markdown of a file, without front matter, and the shortcodes in it.",
    primary="file",
    build=_build_markdown,
    parameters=(_BESIDE,),
    example='{{< include "scientific-python-note.txt" >}}',
)
INCLUDE_RAW = Definition(
    name="include-raw",
    summary="The HTML of a file beside the page.",
    primary="file",
    build=_build_raw,
    parameters=(_BESIDE,),
    example='{{< include-raw "scientific-python-scale.html" >}}',
)
INCLUDE_HTML = Definition(
    name="include-html",
    summary="The HTML of a file of the site.",
    primary="file",
    build=_build_html,
    parameters=(
        Parameter(
            "file",
            "The file, from the root of the site; without a site, from the folders of "
            "posts or that of the docs.",
            position=0,
            is_required=True,
        ),
    ),
    example='{{< include-html "gallery/scientific-python-scale.html" >}}',
)
