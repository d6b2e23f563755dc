"""``admonition``, ``sidebar`` and ``details``: content that stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.hugo.humanize import humanize
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.admonitions import (
    KINDS,
    make_admonition,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import css_class, phrases
from sphinx_updates.sphinx_ext.nodes import Details, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_NO_SUMMARY = "Details"
"""What browsers show for a summary without text."""


def _build_admonition(request: Request) -> Sequence[nodes.Node]:
    """Build an admonition; its title is its kind, in English as in Hugo."""
    kind = request.text("kind").strip() or "note"
    known = kind.lower() in KINDS
    return [
        make_admonition(
            kind,
            request.parse_inner(),
            [nodes.Text(humanize(kind))],
            classes=[] if known else [css_class("", kind)],
        )
    ]


def _build_sidebar(request: Request) -> Sequence[nodes.Node]:
    sidebar = nodes.sidebar("")
    if title := request.text("title"):
        sidebar += nodes.title(title, "", nodes.Text(title))
    sidebar.extend(request.parse_inner())
    return [sidebar]


def _build_details(request: Request) -> Sequence[nodes.Node]:
    summary = phrases(request, request.text("title") or _NO_SUMMARY)
    details = Details("", Summary("", "", *summary), *request.parse_inner())
    details["open"] = False
    return [details]


ADMONITION = Definition(
    name="admonition",
    summary="A note that stands out; its title is its kind.",
    primary="kind",
    inner=Inner.MARKDOWN,
    build=_build_admonition,
    parameters=(
        Parameter(
            "kind",
            "`attention`, `caution`, `danger`, `error`, `hint`, `important`, "
            "`mission`, `note`, `seealso`, `tip`, `values`, `warning`, or any other "
            "word, which looks like `note`.",
            "note",
            position=0,
        ),
    ),
    example="{{< admonition tip >}}\nWater the plants in the *evening*.\n"
    "{{< /admonition >}}",
)
SIDEBAR = Definition(
    name="sidebar",
    summary="A box beside the text.",
    primary="title",
    inner=Inner.MARKDOWN,
    build=_build_sidebar,
    plain=("title",),
    parameters=(Parameter("title", "The title, plain text."),),
    example='{{< sidebar title="By the way" >}}\nSnails have *thousands* of teeth.\n'
    "{{< /sidebar >}}",
)
DETAILS = Definition(
    name="details",
    summary="Content that opens on a click.",
    primary="title",
    inner=Inner.MARKDOWN,
    build=_build_details,
    plain=("title",),
    parameters=(
        Parameter(
            "title",
            "The line that is always shown, in Markdown. The argument `summary` of "
            "Hugo's own shortcode is not read.",
            _NO_SUMMARY,
            position=0,
        ),
    ),
    example='{{< details "**Who** is it?" >}}\nThe gardener.\n{{< /details >}}',
)
