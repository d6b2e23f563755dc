"""``blockquote`` of numpy.org and ``raw`` of Matplotlib's blog: no Markdown inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.hugo.links import is_dangerous
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html, phrases
from sphinx_updates.sphinx_ext.nodes import CitedQuote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_DISPLAY: Final = re.compile(
    r"\$\$(?P<dollars>.+)\$\$|\\\[(?P<brackets>.+)\\\]"
    r"|(?P<environment>\\begin\{(?P<name>[a-z*]+)\}.+\\end\{(?P=name)\})",
    re.DOTALL,
)


def _build_quote(request: Request) -> Sequence[nodes.Node]:
    """Build a quote of HTML: it is one paragraph, as in Hugo's page."""
    quote = CitedQuote("", nodes.paragraph("", "", *inline_html(_inner(request))))
    cite = request.text("cite").strip()
    if cite and not is_dangerous(cite):
        quote["cite"] = cite
    if by := phrases(request, request.text("by")):
        quote += nodes.attribution("", "", *by)
    return [quote]


def _inner(request: Request) -> str:
    return request.inner_text().strip()


def _build_raw(request: Request) -> Sequence[nodes.Node]:
    """Build HTML as it is; a formula alone is one for every writer."""
    match = _DISPLAY.fullmatch(_inner(request))
    if match is None:
        return request.parse_html(request.inner_source())
    tex = match["dollars"] or match["brackets"] or match["environment"]
    block = nodes.math_block(tex, tex.strip(), number=None, label=None)
    block["nowrap"] = block["no-wrap"] = match["environment"] is not None
    return [block]


BLOCKQUOTE = Definition(
    name="blockquote",
    summary="A quote and who said it; of numpy.org.",
    primary="by",
    inner=Inner.HTML,
    build=_build_quote,
    parameters=(
        Parameter("cite", "The address of the source; it is not shown."),
        Parameter("by", "Who said it, in Markdown."),
    ),
    example='{{< blockquote by="*An old* gardener" >}}\n'
    "Rain is <b>free</b> water.\n{{< /blockquote >}}",
)
RAW = Definition(
    name="raw",
    summary="HTML or a displayed formula in LaTeX, untouched; of Matplotlib's blog.",
    inner=Inner.HTML,
    build=_build_raw,
    example="{{< raw >}}<p>Two <mark>marked</mark> *words*.</p>{{< /raw >}}",
)
