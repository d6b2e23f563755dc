"""``highlight``: code, with line numbers and marked lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_updates.hugo.highlight import option_faults, read_options
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def _build(request: Request) -> Sequence[nodes.Node]:
    """Build a block of code, or inline code; what cannot be read is left out."""
    written = request.text("options")
    if request.more:
        # Hugo looks at the options of a call with two arguments only.
        found = len(request.more) + 2
        request.warn(f"it takes a language and options, got {found} arguments; ignored")
        written = ""
    for fault in option_faults(written):
        request.warn(f"option {fault}; it is left out")
    options = read_options(written, project_of(request.env).settings.code_options)
    text = re.sub(r"\r\n?", "\n", request.inner_text()).strip("\n")
    return [code_block(text, request.text("lang"), options)]


HIGHLIGHT = Definition(
    name="highlight",
    summary="Code with syntax highlighting, line numbers and marked lines.",
    primary="lang",
    inner=Inner.TEXT,
    build=_build,
    takes_more=True,
    example=(
        '{{< highlight python "linenos=table,hl_lines=2" >}}\n'
        "def area(radius):\n"
        "    return 3.14159 * radius**2\n"
        "{{< /highlight >}}"
    ),
    parameters=(
        Parameter(
            "lang",
            "The language by its name in Pygments; others are plain text.",
            position=0,
        ),
        Parameter(
            "options",
            "Options in one text, separated by commas: `linenos` (`table`, `inline`, "
            "`true`, `false`), `linenostart`, `hl_lines` (`2 4-6`), `hl_inline=true` "
            "for code inside a sentence, `guesssyntax`. Hugo's other options have no "
            "effect: how code looks is a matter of the Sphinx theme.",
            position=1,
        ),
    ),
)
