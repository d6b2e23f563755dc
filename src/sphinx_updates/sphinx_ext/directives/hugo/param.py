"""``param``: a value of the page or of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.go_values import escape_html, is_truth, print_value
from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter

if TYPE_CHECKING:
    from sphinx_updates.sphinx_ext.directives.arguments import Arguments


def _text(arguments: Arguments) -> str:
    """Return the value as Go prints it; nothing, and a warning, without one.

    As in Hugo a value that counts as false is not there: ``false``, ``0``, empty text.
    """
    name = arguments.text("name")
    if not name:
        arguments.warn("it needs the name of a parameter")
        return ""
    value = arguments.param(name)
    if not is_truth(value):
        found = "not found" if value is None else f"{print_value(value)!r}, as if unset"
        arguments.warn(f"parameter {name!r} is {found}; set it in the front matter")
        return ""
    return print_value(value)


PARAM = Definition(
    name="param",
    summary="A parameter of the page's front matter, else of the site.",
    primary="name",
    text=_text,
    markdown=lambda arguments: escape_html(_text(arguments)),
    is_substitution=True,
    example="The current release is {{< param release >}}.",
    parameters=(
        Parameter(
            "name",
            "The name, in any case; dots lead into maps. `title`, `date` and the like "
            "are known too.",
            position=0,
            is_required=True,
        ),
    ),
)
