"""``callout`` and ``alert``: a coloured box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.admonitions import make_admonition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build an admonition; its class ``alert-TYPE`` is the one that it has in Hugo."""
    kind = "-".join(request.text("type").split()) or "note"
    body = request.markdownify_inner()
    return [make_admonition(kind, body, classes=[f"alert-{kind}"])]


CALLOUT = Definition(
    name="callout",
    summary="A coloured box with a remark.",
    primary="type",
    inner=Inner.MARKDOWN,
    build=_build,
    parameters=(
        Parameter(
            "type",
            "What kind of remark it is: `note`, `warning`, or any of the types of "
            "alerts. An unknown one looks like a note.",
            "note",
            position=0,
        ),
    ),
    example=(
        "{{% callout warning %}}\n"
        "Save your work **before** you update.\n"
        "{{% /callout %}}"
    ),
)

ALERT = replace(
    CALLOUT,
    name="alert",
    summary="A coloured box with a remark; the former name of `callout`.",
    example="{{% alert note %}}\nThe office is closed on Friday.\n{{% /alert %}}",
)
