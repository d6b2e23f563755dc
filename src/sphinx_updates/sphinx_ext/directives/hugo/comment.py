"""``comment``: content that is not shown."""

from __future__ import annotations

from sphinx_updates.sphinx_ext.directives.definition import Definition, Inner

COMMENT = Definition(
    name="comment",
    summary="Content that is left out; an HTML comment does the same.",
    inner=Inner.TEXT,
    build=lambda _request: [],
    text=lambda _arguments: "",
    is_substitution=True,
    example="Readers see this.{{< comment >}} And never this. {{< /comment >}}",
)
