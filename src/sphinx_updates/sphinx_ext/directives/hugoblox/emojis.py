"""Lines of Markdown as Hugo Blox reads them: with emoji by name, ``:smile:``.

Hugo reads such names in pages only if the site says so, the theme in arguments always.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.markdown.emoji import emoji_names

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.request import Request

_NAME: Final = re.compile(r":([A-Za-z0-9_+-]+):")


def parse_line(request: Request, text: str) -> list[nodes.Node]:
    """Return a line of Markdown as inline nodes."""
    return request.parse_inline(emojify(text))


def emojify(text: str) -> str:
    """Return *text* with signs in place of their names; unknown names stay."""
    if _NAME.search(text) is None:
        return text  # reading the names takes a while
    names = emoji_names()
    return _NAME.sub(lambda match: names.get(match[1], match[0]), text)
