"""Lines of Markdown as Hugo Blox reads them: with emoji by name, ``:smile:``.

Hugo reads such names in pages only if the site says so, the theme in arguments always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.markdown.emoji import with_emoji

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request


def parse_line(request: Request, text: str) -> list[nodes.Node]:
    """Return a line of Markdown as inline nodes."""
    return request.parse_inline(with_emoji(text))
